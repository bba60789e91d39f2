import { reasons, type ReasonContext } from './reason';

const begins = ({ event }: ReasonContext) =>
	event.type === 'update.request' && event.source === 'manual'
		? 'The person taps Update in the App Store.'
		: 'The App Store starts an automatic update. Nobody was asked.';

/** The updater. Why rows are written out, `reasons` says. */
export const appStoreUpdaterReasons = reasons({
	'update.begins': { text: begins, evidence: 'observed', claims: ['C28', 'C30', 'C35'], moment: 'The update begins' },
	'update.beginsFromXcode': {
		text: 'Xcode starts to put a new build of the app on the phone. The article names this way with the flag off only.',
		evidence: 'assumed',
		claims: ['C28'],
		moment: 'The update begins'
	},
	'update.stopsTunnel': {
		text: 'The old tunnel process has to go first, before anything is downloaded.',
		evidence: 'observed',
		claims: ['C28', 'C30']
	},
	'update.downloads': {
		text: 'With the old tunnel gone, the updater starts to download the new app.',
		evidence: 'observed',
		claims: ['C28', 'C30'],
		moment: 'The download begins'
	},
	'update.pieceArrives': {
		text: 'A piece of the new app arrives.',
		evidence: 'assumed',
		claims: ['C28'],
		fate: 'delivered'
	},
	'update.downloaded': {
		text: 'The new app is downloaded; the updater installs it.',
		evidence: 'observed',
		claims: ['C28'],
		fate: 'delivered',
		moment: 'Downloaded'
	},
	'update.installed': { text: 'The new app is installed.', evidence: 'observed', claims: ['C28'], moment: 'Installed' },
	'update.done': { text: 'The update is done.', evidence: 'observed', claims: ['C28'], moment: 'Updated' },
	'update.waits': {
		text: 'The downloader waits for connectivity; the profile in force has the flag on.',
		evidence: 'observed',
		claims: ['C30'],
		moment: 'The download waits'
	},
	'update.goesOn': {
		text: 'The downloader’s connection is ready, and the download goes on.',
		evidence: 'assumed',
		claims: ['C26']
	},
	'update.noRoute': {
		text: 'The interface has just gone: this piece has to be asked for again.',
		evidence: 'assumed',
		claims: []
	},
	'update.asksAgain': {
		text: 'No piece for fifteen seconds: the updater asks once more.',
		evidence: 'assumed',
		claims: []
	},
	'update.stoppedTooLate': {
		text: 'The tunnel has stopped for an update that is no longer wanted.',
		evidence: 'assumed',
		claims: []
	},
	'update.cancelled': {
		text: 'The download is cancelled by hand.',
		evidence: 'observed',
		claims: ['C31'],
		moment: 'Cancelled'
	},
	'update.cancelledEarly': {
		text: 'The update is cancelled before it touched anything.',
		evidence: 'assumed',
		claims: []
	},
	'update.appGone': {
		text: 'The app is gone, so there is nothing left to update.',
		evidence: 'assumed',
		claims: ['C33']
	},
	'update.nothingToCancel': { text: 'No download is under way any more.', evidence: 'assumed', claims: [] },
	'update.nothingLeft': { text: 'No update was under way.', evidence: 'assumed', claims: [], quiet: true },
	'update.rebootIdle': { text: 'No update was under way at the reboot.', evidence: 'assumed', claims: [], quiet: true },
	'update.rebootUnfinished': {
		text: 'The reboot has ended the unfinished update. Will the App Store take it up again?',
		evidence: 'assumed',
		claims: []
	},
	'update.rebootInstalled': {
		text: 'The new app was installed before the reboot; the update is done.',
		evidence: 'assumed',
		claims: []
	},
	'update.tooLate': {
		text: 'A piece of the app arrives that nobody waits for any more.',
		evidence: 'assumed',
		claims: [],
		fate: 'delivered'
	},
	'update.noRetry': {
		text: 'In this run the App Store leaves it at that; the press has reported the opposite.',
		evidence: 'assumed',
		claims: []
	},
	'update.willRetry': {
		text: 'The App Store will try again by itself.',
		evidence: 'reported',
		claims: [],
		source: 'Press reports of Mullvad’s announcement, April 2026',
		moment: 'It will try again'
	},
	'update.retries': {
		text: 'The App Store takes the update up again.',
		evidence: 'reported',
		claims: ['C35'],
		source: 'Press reports of Mullvad’s announcement, April 2026',
		moment: 'The update begins again'
	}
});
