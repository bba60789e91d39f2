import { at, box, type Layout } from './layout';

/** For a phone held upright: the building above, the world outside below its ground floor. Why it is written out beside the others, `Layout` says. */
export const TALL: Layout = {
	id: 'tall',
	width: 400,
	height: 826,
	building: box(6, 44, 388, 586),
	floors: [218, 520],
	mast: at(40, 44),
	rooms: {
		safari: box(18, 58, 114, 72),
		terminal: box(143, 58, 114, 72),
		pushNotifications: box(268, 58, 114, 72),
		mainApp: box(18, 138, 158, 72),
		appStoreUpdater: box(200, 138, 182, 72),
		sessionManager: box(222, 228, 160, 80),
		kernelRouter: box(18, 250, 176, 254),
		tunnelProcess: box(222, 326, 160, 186),
		accessPoint: box(214, 650, 176, 62),
		relay: box(214, 742, 176, 72),
		gateway: box(10, 742, 176, 72),
		internet: box(10, 650, 176, 62)
	},
	wires: {
		safari: [at(75, 130), at(75, 134), at(181, 134), at(181, 226), at(76, 226), at(76, 250)],
		terminal: [at(188, 130), at(188, 232), at(106, 232), at(106, 250)],
		push: [at(325, 130), at(325, 134), at(195, 134), at(195, 238), at(136, 238), at(136, 250)],
		app: [at(40, 210), at(40, 250)],
		updater: [at(208, 210), at(208, 243), at(166, 243), at(166, 250)],
		utun: [at(60, 504), at(60, 594), at(262, 594), at(262, 512)],
		ownVoice: [at(222, 360), at(194, 360)],
		outer: [at(222, 470), at(194, 470)],
		toAccessPoint: [at(162, 504), at(162, 562), at(320, 562), at(320, 650)],
		toRelay: [at(162, 504), at(162, 562), at(320, 562), at(320, 742)],
		toInternet: [at(162, 504), at(162, 562), at(320, 562), at(320, 681), at(186, 681)],
		relayGateway: [at(214, 790), at(186, 790)],
		relayInternet: [at(240, 742), at(240, 727), at(120, 727), at(120, 712)],
		sessionTunnel: [at(330, 308), at(330, 326)],
		sessionApp: [at(222, 250), at(214, 250), at(214, 214), at(160, 214), at(160, 210)],
		sessionUpdater: [at(340, 228), at(340, 210)],
		sessionKernel: [at(222, 286), at(194, 286)],
		updaterApp: [at(200, 174), at(176, 174)]
	},
	doors: { utun: box(48, 534, 24, 40), en0: box(302, 618, 36, 24) },
	stack: box(228, 380, 148, 64),
	encryption: box(228, 450, 148, 54),
	board: box(26, 296, 160, 50),
	bay: box(28, 406, 110, 84),
	points: at(162, 384),
	waits: {
		appStoreUpdater: [at(214, 192), at(150, 214), at(120, 272), at(98, 228)],
		kernelRouter: [at(140, 484), at(206, 530), at(246, 486), at(120, 514)],
		tunnelProcess: [at(366, 372), at(408, 270), at(384, 168), at(298, 319)]
	},
	indoors: box(0, 0, 400, 646),
	type: { name: 14, state: 12.5, small: 11.5 },
	glyph: 9
};
