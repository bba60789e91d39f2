import { reasons, type ReasonContext } from './reason';

const begins = ({ event }: ReasonContext) =>
	event.type === 'update.request' && event.source === 'manual'
		? 'The person taps Update in the App Store.'
		: 'The App Store starts an automatic update. Nobody was asked.';

/** The updater. Why rows are written out, `reasons` says. */
export const appStoreUpdaterReasons = reasons({
	'update.begins': {
		text: begins,
		short: 'update begins',
		cause: 'by hand or automatically',
		evidence: 'observed',
		claims: ['C28', 'C30', 'C35'],
		moment: 'The update begins'
	},
	'update.beginsFromXcode': {
		text: 'Xcode starts to put a new build of the app on the phone. The article names this way with the flag off only.',
		short: 'update begins',
		cause: 'Xcode puts a new build on the phone',
		evidence: 'assumed',
		claims: ['C28'],
		moment: 'The update begins'
	},
	'update.stopsTunnel': {
		text: 'An old tunnel process has to go first, before anything is downloaded.',
		short: 'tunnel goes first',
		cause: 'an update ends the old tunnel process',
		evidence: 'observed',
		claims: ['C28', 'C30']
	},
	'update.downloads': {
		text: 'With the old tunnel gone, the updater starts to download the new app.',
		short: 'download begins',
		cause: 'the old tunnel is gone',
		evidence: 'observed',
		claims: ['C28', 'C30'],
		moment: 'The download begins'
	},
	'update.pieceArrives': {
		text: 'A piece of the new app arrives.',
		short: 'a piece arrives',
		cause: 'Apple’s servers have answered',
		evidence: 'assumed',
		claims: ['C28'],
		fate: 'delivered'
	},
	'update.downloaded': {
		text: 'The new app is downloaded; the updater installs it.',
		short: 'downloaded',
		cause: 'all of the new app is here',
		evidence: 'observed',
		claims: ['C28'],
		fate: 'delivered',
		moment: 'Downloaded'
	},
	'update.installed': {
		text: 'The new app is installed.',
		short: 'installed',
		cause: 'the download was complete',
		evidence: 'observed',
		claims: ['C28'],
		moment: 'Installed'
	},
	'update.done': {
		text: 'The update is done.',
		short: 'updated',
		cause: 'the new app is in place',
		evidence: 'observed',
		claims: ['C28'],
		moment: 'Updated'
	},
	'update.waits': {
		text: 'The downloader waits for connectivity; the profile in force has the flag on.',
		short: 'download waits',
		cause: 'the profile in force has the flag on',
		evidence: 'observed',
		claims: ['C30'],
		moment: 'The download waits'
	},
	'update.goesOn': {
		text: 'The downloader’s connection is ready, and the download goes on.',
		short: 'download goes on',
		cause: 'its connection is ready',
		evidence: 'assumed',
		claims: ['C26']
	},
	'update.noRoute': {
		text: 'The interface has just gone: this piece has to be asked for again.',
		short: 'not sent',
		cause: 'the interface has just gone',
		evidence: 'assumed',
		claims: []
	},
	'update.asksAgain': {
		text: 'No piece for fifteen seconds: the updater asks once more.',
		short: 'asks again',
		cause: 'no piece for fifteen seconds',
		evidence: 'assumed',
		claims: []
	},
	'update.stoppedTooLate': {
		text: 'The tunnel has stopped for an update that is no longer wanted.',
		short: 'too late',
		cause: 'the update is no longer wanted',
		evidence: 'assumed',
		claims: []
	},
	'update.cancelled': {
		text: 'The download is cancelled by hand.',
		short: 'cancelled',
		cause: 'the person ended the download',
		evidence: 'observed',
		claims: ['C31'],
		moment: 'Cancelled'
	},
	'update.cancelledEarly': {
		text: 'The update is cancelled before it touched anything.',
		short: 'cancelled',
		cause: 'by hand, before it touched anything',
		evidence: 'assumed',
		claims: []
	},
	'update.appGone': {
		text: 'The app is gone, so there is nothing left to update.',
		short: 'given up',
		cause: 'no app is left to update',
		evidence: 'assumed',
		claims: ['C33']
	},
	'update.nothingToCancel': {
		text: 'No download is under way any more.',
		short: 'nothing to cancel',
		cause: 'no download is under way any more',
		evidence: 'assumed',
		claims: []
	},
	'update.nothingLeft': {
		text: 'No update was under way.',
		short: 'nothing to end',
		cause: 'no update was under way',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'update.rebootIdle': {
		text: 'No update was under way at the reboot.',
		short: 'no update',
		cause: 'none was under way at the reboot',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'update.rebootUnfinished': {
		text: 'The reboot has ended the unfinished update. Will the App Store take it up again?',
		short: 'cut short',
		cause: 'the phone restarted before it was done',
		evidence: 'assumed',
		claims: []
	},
	'update.rebootInstalled': {
		text: 'The new app was installed before the reboot; the update is done.',
		short: 'updated',
		cause: 'it was installed before the reboot',
		evidence: 'assumed',
		claims: []
	},
	'update.tooLate': {
		text: 'A piece of the app arrives that nobody waits for any more.',
		short: 'too late',
		cause: 'nobody waits for this piece any more',
		evidence: 'assumed',
		claims: [],
		fate: 'delivered'
	},
	'update.noRetry': {
		text: 'In this run the App Store leaves it at that; the press has reported the opposite.',
		short: 'not tried again',
		cause: 'in this run; the press has reported the opposite',
		evidence: 'assumed',
		claims: []
	},
	'update.willRetry': {
		text: 'The App Store will try again by itself.',
		short: 'will try again',
		cause: 'the update was left unfinished',
		evidence: 'reported',
		claims: [],
		source: 'Press reports of Mullvad’s announcement, April 2026',
		moment: 'It will try again'
	},
	'update.retries': {
		text: 'The App Store takes the update up again.',
		short: 'begins again',
		cause: 'the App Store retries what was left unfinished',
		evidence: 'reported',
		claims: ['C35'],
		source: 'Press reports of Mullvad’s announcement, April 2026',
		moment: 'The update begins again'
	}
});
