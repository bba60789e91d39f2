import { reasons, type ReasonContext } from './reason';
import { describePacket } from '../packets';

const packet = ({ packet }: ReasonContext) => (packet ? describePacket(packet) : 'packet');

/** What the kernel router does beside its rule table. Why rows are written out, `reasons` says. */
export const kernelRouterReasons = reasons({
	'kernel.joinsNetwork': {
		text: 'The phone joins the Wi-Fi and asks for a lease.',
		short: 'joins the Wi-Fi',
		cause: 'it asks there for a lease',
		evidence: 'documented',
		claims: [],
		source: 'RFC 2131, section 3.1'
	},
	'kernel.reboots': {
		text: 'The phone restarts. A lockout, if there was one, is over.',
		short: 'restarted',
		cause: 'the person has rebooted the phone',
		evidence: 'observed',
		claims: ['C32'],
		moment: 'Reboot'
	},
	'kernel.honestLease': {
		text: 'The lease is in: an address, and which range counts as the local network.',
		short: 'lease is in',
		cause: 'the access point has given an address',
		evidence: 'documented',
		claims: [],
		source: 'RFC 2131, section 3.1',
		fate: 'delivered'
	},
	'kernel.lyingLease': {
		text: 'The lease is in, and the phone believes it: the web site’s public range is now “local”.',
		short: 'lie believed',
		cause: 'the lease calls the web site local',
		evidence: 'reported',
		claims: ['C01'],
		source: 'TunnelCrack (LocalNet), USENIX Security 2023; Mullvad, on LocalNet',
		fate: 'delivered',
		moment: 'A lying lease'
	},
	'kernel.profileInForce': {
		text: ({ event }) =>
			`The configuration is in force, includeAllNetworks ${event.type === 'profile.activate' && event.configuration.includeAllNetworks ? 'on' : 'off'}. There is no tunnel yet.`,
		short: 'in force',
		cause: 'from now on, though there is no tunnel yet',
		evidence: 'documented',
		claims: ['C17', 'C18'],
		source: 'Apple, Routing your VPN network traffic',
		moment: 'A profile is in force'
	},
	'kernel.profileGone': {
		text: 'No VPN profile is in force any more.',
		short: 'no VPN',
		cause: 'no profile is in force any more',
		evidence: 'reported',
		claims: [],
		source: 'ivpn/ios-app#146'
	},
	'kernel.noProfile': {
		text: 'No VPN profile was in force.',
		short: 'nothing changes',
		cause: 'no profile was in force',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'kernel.stillDown': {
		text: 'The tunnel never came up; nothing changes for other processes.',
		short: 'still down',
		cause: 'the tunnel had not come up',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'kernel.interfaceThere': {
		text: 'The interface utun is there.',
		short: 'utun is there',
		cause: 'the tunnel process has configured it',
		evidence: 'documented',
		claims: ['C19'],
		source: 'Apple, NEPacketTunnelProvider'
	},
	'kernel.interfaceGone': {
		text: 'The interface utun is gone.',
		short: 'utun is gone',
		cause: 'the tunnel process has ended',
		evidence: 'assumed',
		claims: []
	},
	'kernel.tunnelUp': {
		text: ({ context }) => {
			const held = context.held as unknown[];
			return held.length > 0
				? `The tunnel is up. What was held (${held.length}) may go on.`
				: 'The tunnel is up: other processes’ traffic goes into it.';
		},
		short: 'tunnel is up',
		cause: 'the tunnel process has said so',
		evidence: 'observed',
		claims: ['C19', 'C26']
	},
	'kernel.tunnelDown': {
		text: ({ context }) =>
			(context.inForce as { includeAllNetworks: boolean } | null)?.includeAllNetworks
				? 'The tunnel is down. With the flag in force, nothing leaves the phone but what is exempt.'
				: 'The tunnel is down, and the flag is not in force.',
		short: 'tunnel is down',
		cause: 'the session is no longer connected',
		evidence: 'documented',
		claims: ['C29', 'C30'],
		source: 'Apple, Routing your VPN network traffic',
		moment: 'The tunnel is down'
	},
	'kernel.passesEnvelope': {
		text: 'An envelope comes in by the physical interface, for the tunnel process.',
		short: 'handed on',
		cause: 'it is an envelope for the tunnel process',
		evidence: 'code',
		claims: ['C16'],
		source: 'Mullvad’s WireGuard code'
	},
	'kernel.deliversFromTunnel': {
		text: (t) => `The ${packet(t)} comes out of utun.`,
		short: 'out of the tunnel',
		cause: 'the tunnel process wrote it into utun',
		evidence: 'documented',
		claims: ['C16'],
		source: 'Apple, NEPacketTunnelProvider'
	},
	'kernel.deliversClear': {
		text: (t) => `The ${packet(t)} comes in by the physical interface.`,
		short: 'delivered',
		cause: 'it came in by the physical interface',
		evidence: 'documented',
		claims: [],
		source: 'RFC 1122, section 3.3'
	},
	'kernel.dropsClearReply': {
		text: (t) => `The ${packet(t)} came outside the tunnel; with the flag in force it is dropped.`,
		short: 'thrown away',
		cause: 'flag on: it came outside the tunnel',
		evidence: 'documented',
		claims: [],
		source: 'Apple, Routing your VPN network traffic',
		fate: 'vanished'
	},
	'kernel.forgetsHeld': {
		text: 'The waiting connection is given up by its owner.',
		short: 'given up',
		cause: 'whoever sent it no longer waits',
		evidence: 'assumed',
		claims: []
	}
});
