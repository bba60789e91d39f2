import { reasons, type ReasonContext } from './reason';
import { describePacket } from '../packets';

const packet = ({ packet }: ReasonContext) => (packet ? describePacket(packet) : 'packet');

/** What the kernel router does beside its rule table. Why rows are written out, `reasons` says. */
export const kernelRouterReasons = reasons({
	'kernel.joinsNetwork': {
		text: 'The phone joins the Wi-Fi and asks for a lease.',
		evidence: 'documented',
		claims: [],
		source: 'RFC 2131, section 3.1'
	},
	'kernel.reboots': {
		text: 'The kernel starts afresh, with no rule in force and nothing held.',
		evidence: 'observed',
		claims: ['C32'],
		moment: 'Reboot'
	},
	'kernel.honestLease': {
		text: 'The lease is in: the local network is a private range.',
		evidence: 'documented',
		claims: [],
		source: 'RFC 2131, section 3.1',
		fate: 'delivered'
	},
	'kernel.lyingLease': {
		text: 'The lease is in, and the phone believes it: the web site’s public range is now “local”.',
		evidence: 'reported',
		claims: ['C01'],
		source: 'TunnelCrack (LocalNet), USENIX Security 2023',
		fate: 'delivered',
		moment: 'A lying lease'
	},
	'kernel.profileInForce': {
		text: ({ event }) =>
			`The configuration is in force, includeAllNetworks ${event.type === 'profile.activate' && event.configuration.includeAllNetworks ? 'on' : 'off'}. There is no tunnel yet.`,
		evidence: 'documented',
		claims: ['C17', 'C18'],
		source: 'Apple, includeAllNetworks',
		moment: 'A profile is in force'
	},
	'kernel.profileGone': {
		text: 'No VPN profile is in force any more.',
		evidence: 'documented',
		claims: [],
		source: 'Apple, NEVPNManager'
	},
	'kernel.noProfile': { text: 'No VPN profile was in force.', evidence: 'assumed', claims: [], quiet: true },
	'kernel.stillDown': {
		text: 'The tunnel never came up; nothing changes for other processes.',
		evidence: 'assumed',
		claims: [],
		quiet: true
	},
	'kernel.interfaceThere': {
		text: 'The interface utun is there.',
		evidence: 'documented',
		claims: ['C19'],
		source: 'Apple, NEPacketTunnelProvider'
	},
	'kernel.interfaceGone': {
		text: 'The interface utun is gone.',
		evidence: 'documented',
		claims: [],
		source: 'Apple, NEPacketTunnelProvider'
	},
	'kernel.tunnelUp': {
		text: ({ context }) => {
			const held = context.held as unknown[];
			return held.length > 0
				? `The tunnel is up. What was held (${held.length}) may go on.`
				: 'The tunnel is up: other processes’ traffic goes to utun.';
		},
		evidence: 'observed',
		claims: ['C19', 'C26']
	},
	'kernel.tunnelDown': {
		text: ({ context }) =>
			(context.inForce as { includeAllNetworks: boolean } | null)?.includeAllNetworks
				? 'The tunnel is down. With the flag in force, the phone has no network at all.'
				: 'The tunnel is down. Without the flag, traffic takes the physical interface.',
		evidence: 'observed',
		claims: ['C29', 'C30'],
		moment: 'The tunnel is down'
	},
	'kernel.passesEnvelope': {
		text: 'An envelope comes in by the physical interface, for the tunnel process.',
		evidence: 'observed',
		claims: ['C16']
	},
	'kernel.deliversFromTunnel': {
		text: (t) => `The ${packet(t)} comes out of utun.`,
		evidence: 'observed',
		claims: ['C16']
	},
	'kernel.deliversClear': {
		text: (t) => `The ${packet(t)} comes in by the physical interface.`,
		evidence: 'documented',
		claims: [],
		source: 'RFC 1122, section 3.3'
	},
	'kernel.dropsClearReply': {
		text: (t) => `The ${packet(t)} came in the clear; with the flag in force it is dropped.`,
		evidence: 'documented',
		claims: [],
		source: 'Apple, Routing your VPN network traffic',
		fate: 'vanished'
	},
	'kernel.forgetsHeld': { text: 'The waiting connection is given up by its owner.', evidence: 'assumed', claims: [] }
});
