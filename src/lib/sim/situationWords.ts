import type { SituationId } from './situations';

const CONNECTED = 'in an update of an app that is connected, with on-demand on, as phones are today';
const ARTICLES = `${CONNECTED}; with the flag on, not from Xcode`;

/** Each situation in words that go on after “only”. Apart from their conditions: only the page of evidence carries them. */
export const SITUATION_WORDS: Readonly<Record<SituationId, string>> = {
	findsTunnel: ARTICLES,
	articlesUpdate: ARTICLES,
	withoutFlag: `${CONNECTED}, and the flag off`,
	lockout: `${CONNECTED}, and the flag on, not from Xcode`,
	flagOn: 'with the flag on',
	afterReturn: 'of ICMP, and of TCP once the system has been told that the tunnel is up',
	pastFirstPeer: 'with one relay, or once the first of two peers is negotiated',
	withoutKeys: 'where there are no keys yet',
	appConnected: 'where the app is connected, or on its way',
	byHand: 'after a disconnect by hand'
};
