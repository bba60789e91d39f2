import { reasons, type ReasonContext } from './reason';
import { describePacket } from '../packets';
import { tunnelContextOf } from './tunnelContext';

const packet = ({ packet }: ReasonContext) => (packet ? describePacket(packet) : 'packet');

/** WireGuard’s session with the relay, and the userspace stack beside it. Why rows are written out, `reasons` says. */
export const encryptionReasons = reasons({
	'wireguard.initiates': {
		text: 'First a handshake: WireGuard sends its initiation and stages the packet.',
		evidence: 'documented',
		claims: ['C16'],
		source: 'WireGuard, section 5.4'
	},
	'wireguard.initiatesAgain': {
		text: 'No response in five seconds: WireGuard initiates again.',
		evidence: 'documented',
		claims: [],
		source: 'WireGuard, section 6.4'
	},
	'wireguard.initiatesExit': {
		text: 'The entry relay has answered. Inside its tunnel, WireGuard initiates a second handshake, with the exit.',
		evidence: 'assumed',
		claims: ['C21']
	},
	'wireguard.exitSession': {
		text: 'The exit has answered too: two sessions, one inside the other, and what was staged is sent.',
		evidence: 'code',
		claims: ['C16', 'C21'],
		source: 'Mullvad’s WireGuard code, multihop'
	},
	'wireguard.newPeer': {
		text: 'The ephemeral peer has a key of its own: the next packet begins a new handshake.',
		evidence: 'code',
		claims: ['C05'],
		source: 'Mullvad’s ephemeralpeer.proto'
	},
	'wireguard.noPeer': {
		text: (t) =>
			`The ${packet(t)} is read from utun and dropped: while a peer is negotiated, WireGuard’s only peer takes nothing but what is for 10.64.0.1.`,
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app',
		fate: 'refused',
		moment: 'Nobody takes it'
	},
	'wireguard.stages': {
		text: 'Another packet is staged until the handshake is done.',
		evidence: 'documented',
		claims: [],
		source: 'WireGuard, section 6.4'
	},
	'wireguard.session': {
		text: 'The relay’s response is in: there is a session, and what was staged is sent.',
		evidence: 'documented',
		claims: ['C16'],
		source: 'WireGuard, section 5.4'
	},
	'wireguard.encrypts': {
		text: (t) =>
			`The ${tunnelContextOf(t).multihop ? 'packet goes into an envelope inside an envelope' : 'packet goes into an envelope'} for the relay.`,
		evidence: 'code',
		claims: ['C16'],
		source: 'Mullvad’s WireGuard code'
	},
	'wireguard.ages': {
		text: 'The session’s keys are two minutes old; the next packet renews them.',
		evidence: 'documented',
		claims: [],
		source: 'WireGuard, section 6.2'
	},
	'wireguard.forUtun': {
		text: 'The envelope is opened, and the packet written back into utun.',
		evidence: 'code',
		claims: ['C16'],
		source: 'Mullvad’s WireGuard code'
	},
	'wireguard.forStack': {
		text: 'The envelope is opened; the mux knows the flow and hands the packet to the userspace stack.',
		evidence: 'code',
		claims: ['C23'],
		source: 'Mullvad’s WireGuard code, router.go'
	},
	'stack.muxes': {
		text: 'The mux takes the packet as if it had been read from utun. The kernel never sees it.',
		evidence: 'code',
		claims: ['C21', 'C22', 'C23'],
		source: 'Mullvad’s WireGuard code, router.go',
		moment: 'Around the kernel'
	}
});
