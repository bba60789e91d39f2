import { reasons } from './reason';

/** What is different where a repair has been made. All of it is assumed: nobody has seen any of it. Why rows are written out, `reasons` says. */
export const repairReasons = reasons({
	'repair.downloadsFirst': {
		text: 'Repaired: the updater downloads the new app while the old tunnel still runs.',
		short: 'download first',
		cause: 'repaired: the old tunnel still runs',
		evidence: 'assumed',
		claims: [],
		moment: 'The download comes first'
	},
	'repair.stopsTunnelLate': {
		text: 'Repaired: the new app is here, and only now does its tunnel have to stop.',
		short: 'tunnel goes now',
		cause: 'repaired: the new app is here already',
		evidence: 'assumed',
		claims: []
	},
	'repair.installs': {
		text: 'Repaired: the old tunnel is gone, and what was downloaded before is installed.',
		short: 'installing',
		cause: 'repaired: the new app was here before',
		evidence: 'assumed',
		claims: []
	},
	'repair.cancelledInTime': {
		text: 'Repaired: the download is cancelled before it touched anything.',
		short: 'cancelled',
		cause: 'repaired: before it touched anything',
		evidence: 'assumed',
		claims: []
	},
	'repair.tellsApp': {
		text: 'Repaired: the system tells the app that it is about to be replaced.',
		short: 'app is told',
		cause: 'repaired: it is about to be replaced',
		evidence: 'assumed',
		claims: [],
		moment: 'The app is told'
	},
	'repair.appDisconnects': {
		text: 'Repaired: the app disconnects for the update, and says so.',
		short: 'disconnecting',
		cause: 'repaired: for the update, and it says so',
		evidence: 'assumed',
		claims: [],
		moment: 'The app says that it is off'
	},
	'repair.appWaits': {
		text: 'Repaired: the app waits for the end of its session.',
		short: 'waits',
		cause: 'repaired: its session has yet to end',
		evidence: 'assumed',
		claims: []
	},
	'repair.appReady': {
		text: 'Repaired: nothing is connected, so the app may be replaced.',
		short: 'may be replaced',
		cause: 'repaired: nothing is connected',
		evidence: 'assumed',
		claims: []
	},
	'repair.appAway': {
		text: 'Repaired: there is no app that could be told.',
		short: 'nobody to tell',
		cause: 'repaired: there is no app',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'repair.nobodyAsked': {
		text: 'The updater has not asked for this.',
		short: 'not asked for',
		cause: 'the updater does not wait for this',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'repair.seesDisconnected': {
		text: 'The person sees: disconnected for an update. What is sent now is not protected, and they know it.',
		short: 'knows it is off',
		cause: 'repaired: the app has said so',
		evidence: 'assumed',
		claims: []
	},
	'repair.oldTunnelStarts': {
		text: 'Repaired: something wants the network, and the old tunnel may still be launched.',
		short: 'starts again',
		cause: 'repaired: the old tunnel may be launched',
		evidence: 'assumed',
		claims: [],
		moment: 'The old tunnel starts again'
	},
	'repair.oldTunnelGoesOn': {
		text: 'Repaired: the update is off, and the old tunnel may start as before.',
		short: 'may start again',
		cause: 'repaired: the update is off',
		evidence: 'assumed',
		claims: []
	},
	'repair.newTunnelFollows': {
		text: 'Repaired: the new app is installed, so the old tunnel process makes way for the new one.',
		short: 'told to end',
		cause: 'repaired: the new tunnel process is next',
		evidence: 'assumed',
		claims: []
	},
	'repair.removalEnds': {
		text: 'Repaired: the profile is removed, and nothing of it stays in force.',
		short: 'really removed',
		cause: 'repaired: nothing of it stays in force',
		evidence: 'assumed',
		claims: []
	},
	'repair.dropsFlag': {
		text: 'Repaired: for the length of the update the flag is not in force.',
		short: 'flag dropped',
		cause: 'repaired: for the length of the update',
		evidence: 'assumed',
		claims: [],
		moment: 'The flag is dropped'
	},
	'repair.kernelDropsFlag': {
		text: 'Repaired: the flag is no longer in force, and what was held may go on.',
		short: 'may go on',
		cause: 'repaired: the flag is not in force now',
		evidence: 'assumed',
		claims: []
	},
	'repair.noRetry': {
		text: 'Automatic updates are off: the App Store leaves it at that.',
		short: 'left at that',
		cause: 'repaired: automatic updates are off',
		evidence: 'assumed',
		claims: []
	}
});
