import { at, box, type Layout } from './layout';

/**
 * For two phones side by side: broad and low, so that type stays as large as on a picture of its own. Outside is below,
 * and is not framed. Why it is written out beside the others, `Layout` says.
 */
export const HALF: Layout = {
	id: 'half',
	width: 400,
	height: 640,
	building: box(6, 34, 388, 408),
	floors: [151, 357],
	mast: at(36, 34),
	rooms: {
		safari: box(16, 44, 114, 48),
		terminal: box(139, 44, 114, 48),
		pushNotifications: box(262, 44, 122, 48),
		mainApp: box(16, 97, 164, 48),
		appStoreUpdater: box(196, 97, 188, 48),
		sessionManager: box(208, 156, 176, 76),
		kernelRouter: box(16, 172, 170, 172),
		tunnelProcess: box(208, 254, 176, 130),
		accessPoint: box(214, 470, 176, 62),
		relay: box(214, 556, 176, 72),
		gateway: box(10, 556, 176, 72),
		internet: box(10, 470, 176, 62)
	},
	wires: {
		safari: [at(73, 92), at(73, 95), at(184, 95), at(184, 157), at(76, 157), at(76, 172)],
		terminal: [at(188, 92), at(188, 161), at(104, 161), at(104, 172)],
		push: [at(323, 92), at(323, 95), at(192, 95), at(192, 165), at(132, 165), at(132, 172)],
		app: [at(40, 145), at(40, 172)],
		updater: [at(204, 145), at(204, 169), at(160, 169), at(160, 172)],
		utun: [at(52, 344), at(52, 424), at(240, 424), at(240, 384)],
		ownVoice: [at(208, 282), at(186, 282)],
		outer: [at(208, 334), at(186, 334)],
		toAccessPoint: [at(150, 344), at(150, 395), at(340, 395), at(340, 470)],
		toRelay: [at(150, 344), at(150, 395), at(340, 395), at(340, 556)],
		toInternet: [at(150, 344), at(150, 395), at(340, 395), at(340, 500), at(186, 500)],
		relayGateway: [at(214, 600), at(186, 600)],
		relayInternet: [at(240, 556), at(240, 545), at(120, 545), at(120, 532)],
		sessionTunnel: [at(330, 232), at(330, 254)],
		sessionApp: [at(216, 156), at(216, 150), at(150, 150), at(150, 145)],
		sessionUpdater: [at(344, 156), at(344, 145)],
		sessionKernel: [at(208, 210), at(186, 210)],
		updaterApp: [at(196, 121), at(180, 121)]
	},
	doors: { utun: box(40, 370, 24, 38), en0: box(322, 430, 36, 24) },
	stack: box(214, 301, 164, 53),
	encryption: box(214, 357, 164, 22),
	board: box(24, 218, 154, 45),
	bay: box(24, 269, 96, 68),
	points: at(150, 290),
	waits: {
		appStoreUpdater: [at(210, 132), at(156, 150), at(128, 196), at(106, 156)],
		kernelRouter: [at(132, 332), at(188, 372), at(206, 328), at(116, 355)],
		tunnelProcess: [at(370, 278), at(404, 206), at(380, 136), at(296, 246)]
	},
	indoors: box(0, -14, 400, 470),
	type: { name: 14, state: 13, small: 12 },
	glyph: 9
};
