import { reasons, type ReasonContext } from './reason';
import { describePacket } from '../packets';
import { tunnelContextOf } from './tunnelContext';

const packet = ({ packet }: ReasonContext) => (packet ? describePacket(packet) : 'packet');

/** WireGuard’s session with the relay, and the userspace stack beside it. Why rows are written out, `reasons` says. */
export const encryptionReasons = reasons({
	'wireguard.initiates': {
		text: 'First a handshake: WireGuard sends its initiation and stages the packet.',
		short: 'asks for keys',
		cause: 'a handshake first: the packet waits for it',
		evidence: 'documented',
		claims: ['C16'],
		source: 'WireGuard, section 5.4'
	},
	'wireguard.initiatesAgain': {
		text: 'No response in five seconds: WireGuard initiates again.',
		short: 'asks again',
		cause: 'a handshake without a response in five seconds',
		evidence: 'documented',
		claims: [],
		source: 'WireGuard, section 6.4'
	},
	'wireguard.initiatesExit': {
		text: 'The entry relay has answered. Inside its tunnel, WireGuard initiates a second handshake, with the exit.',
		short: 'asks the exit',
		cause: 'multihop: a second handshake, with the exit relay',
		evidence: 'assumed',
		claims: ['C21']
	},
	'wireguard.exitSession': {
		text: 'The exit has answered too: two sessions, one inside the other, and what was staged is sent.',
		short: 'session ready',
		cause: 'the exit relay has answered too',
		evidence: 'code',
		claims: ['C16', 'C21'],
		source: 'Mullvad’s WireGuard code, multihop'
	},
	'wireguard.newPeer': {
		text: 'The ephemeral peer has a key of its own: the next packet begins a new handshake.',
		short: 'a new key',
		cause: 'the ephemeral peer has one of its own',
		evidence: 'code',
		claims: ['C05'],
		source: 'Mullvad’s ephemeralpeer.proto'
	},
	'wireguard.noPeer': {
		text: (t) =>
			`The ${packet(t)} is read from utun and dropped: while a peer is negotiated, WireGuard’s only peer takes nothing but what is for 10.64.0.1.`,
		short: 'nobody takes it',
		cause: 'for now, only what is for 10.64.0.1 has a peer',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app',
		fate: 'refused',
		moment: 'Nobody takes it'
	},
	'wireguard.stages': {
		text: 'Another packet is staged until the handshake is done.',
		short: 'packet waits',
		cause: 'the handshake is not done yet',
		evidence: 'assumed',
		claims: []
	},
	'wireguard.session': {
		text: 'The relay’s response is in: there is a session, and what was staged is sent.',
		short: 'session ready',
		cause: 'the relay has answered the handshake',
		evidence: 'documented',
		claims: ['C16'],
		source: 'WireGuard, section 5.4'
	},
	'wireguard.encrypts': {
		text: (t) =>
			`The ${tunnelContextOf(t).multihop ? 'packet goes into an envelope inside an envelope' : 'packet goes into an envelope'} for the relay.`,
		short: 'sealed',
		cause: 'there is a session with the relay',
		evidence: 'code',
		claims: ['C16'],
		source: 'Mullvad’s WireGuard code'
	},
	'wireguard.ages': {
		text: 'The session’s keys are two minutes old; the next packet renews them.',
		short: 'keys are old',
		cause: 'the session has lasted two minutes',
		evidence: 'documented',
		claims: [],
		source: 'WireGuard, section 6.2'
	},
	'wireguard.forUtun': {
		text: 'The envelope is opened, and the packet written back into utun.',
		short: 'envelope opened',
		cause: 'what was in it goes back into utun',
		evidence: 'code',
		claims: ['C16'],
		source: 'Mullvad’s WireGuard code'
	},
	'wireguard.forStack': {
		text: 'The envelope is opened; the mux knows the flow and hands the packet to the userspace stack.',
		short: 'envelope opened',
		cause: 'what was in it is for the userspace stack',
		evidence: 'code',
		claims: ['C23'],
		source: 'Mullvad’s WireGuard code, router.go'
	},
	'stack.muxes': {
		text: 'The mux takes the packet as if it had been read from utun. The kernel never sees it.',
		short: 'around the kernel',
		cause: 'the mux takes it as if read from utun',
		evidence: 'code',
		claims: ['C21', 'C22', 'C23'],
		source: 'Mullvad’s WireGuard code, router.go',
		moment: 'Around the kernel'
	}
});
