import { at, box, type Layout } from './layout';

/**
 * For a screen that is wider than high: the phone at the left, the world outside at the right. Why it is written out
 * beside the others, `Layout` says.
 */
export const WIDE: Layout = {
	id: 'wide',
	width: 1200,
	height: 764,
	building: box(24, 62, 776, 690),
	floors: [206, 576],
	mast: at(92, 62),
	rooms: {
		safari: box(46, 84, 112, 108),
		terminal: box(168, 84, 118, 108),
		pushNotifications: box(296, 84, 130, 108),
		mainApp: box(436, 84, 146, 108),
		appStoreUpdater: box(592, 84, 186, 108),
		sessionManager: box(540, 220, 238, 96),
		kernelRouter: box(46, 256, 446, 254),
		tunnelProcess: box(540, 334, 238, 228),
		accessPoint: box(864, 640, 296, 92),
		relay: box(864, 462, 296, 100),
		gateway: box(864, 306, 216, 88),
		internet: box(864, 84, 296, 146)
	},
	wires: {
		safari: [at(102, 192), at(102, 256)],
		terminal: [at(227, 192), at(227, 256)],
		push: [at(361, 192), at(361, 256)],
		app: [at(470, 192), at(470, 224), at(420, 224), at(420, 256)],
		updater: [at(690, 192), at(690, 212), at(460, 212), at(460, 256)],
		utun: [at(128, 510), at(128, 668), at(640, 668), at(640, 562)],
		ownVoice: [at(540, 372), at(492, 372)],
		outer: [at(540, 488), at(492, 488)],
		toAccessPoint: [at(410, 510), at(410, 610), at(740, 610), at(740, 686), at(864, 686)],
		toRelay: [at(410, 510), at(410, 610), at(740, 610), at(740, 686), at(1012, 686), at(1012, 562)],
		toInternet: [at(410, 510), at(410, 610), at(740, 610), at(740, 686), at(1130, 686), at(1130, 230)],
		relayGateway: [at(970, 462), at(970, 394)],
		relayInternet: [at(1096, 462), at(1096, 230)],
		sessionTunnel: [at(700, 316), at(700, 334)],
		sessionApp: [at(560, 220), at(560, 192)],
		sessionUpdater: [at(734, 220), at(734, 192)],
		sessionKernel: [at(540, 282), at(492, 282)],
		updaterApp: [at(592, 120), at(582, 120)]
	},
	doors: { utun: box(114, 590, 28, 56), en0: box(786, 652, 28, 68) },
	stack: box(554, 398, 210, 70),
	encryption: box(554, 478, 210, 72),
	board: box(62, 318, 250, 66),
	bay: box(62, 404, 250, 92),
	points: at(410, 430),
	waits: {
		appStoreUpdater: [at(640, 180), at(560, 214), at(446, 268), at(418, 222)],
		kernelRouter: [at(440, 486), at(500, 572), at(566, 524), at(470, 550)],
		tunnelProcess: [at(766, 400), at(850, 270), at(780, 138), at(904, 268)]
	},
	indoors: box(0, 0, 840, 764),
	type: { name: 17.5, state: 16, small: 14 },
	glyph: 13.5
};
