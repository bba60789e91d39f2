import type { ActionArgs } from '../actions';
import type { Knobs } from '../knobs';
import { requestOf, type Packet } from '../packets';
import { ADDRESSES } from '../components';

/** What the tunnel process knows. Numbers are bounded, so that the model has finitely many worlds. */
export interface TunnelContext {
	readonly transport: Knobs['transport'];
	readonly ephemeralPeer: Knobs['ephemeralPeer'];
	readonly multihop: boolean;
	readonly startTunnelReturns: Knobs['startTunnelReturns'];
	/** Whether the system has been told that the tunnel is up. */
	readonly toldUp: boolean;
	/** ServerIP: an app that finds its relay by name asks the network's resolver first. */
	readonly looksUpRelay: boolean;
	readonly relayAddress: 'relay' | 'website';
	/** Which of the relays is tried, and how many have failed since the last success (2 at most). */
	readonly relayIndex: number;
	readonly failures: number;
	/** Negotiations still to be had: two for multihop, entry then exit. */
	readonly negotiationsLeft: number;
	/** How often the TCP segment under way went unanswered (3 at most). */
	readonly retransmissions: number;
	/** Packets that wait for WireGuard's handshake. */
	readonly staged: readonly Packet[];
}

export type TunnelArgs = ActionArgs<TunnelContext>;

export const RELAY_COUNT = ADDRESSES.relays.length;

/** A tunnel process that has never run. */
export const restingContext = (knobs: Knobs): TunnelContext => ({
	transport: knobs.transport,
	ephemeralPeer: knobs.ephemeralPeer,
	multihop: knobs.multihop,
	startTunnelReturns: knobs.startTunnelReturns,
	toldUp: false,
	looksUpRelay: knobs.network === 'serverIp',
	relayAddress: 'relay',
	relayIndex: 0,
	failures: 0,
	negotiationsLeft: 0,
	retransmissions: 0,
	staged: []
});

/** Negotiations that a connection needs (C05; multihop negotiates with entry and exit). */
export const negotiationsNeeded = (context: TunnelContext): number =>
	context.ephemeralPeer === 'none' ? 0 : context.multihop ? 2 : 1;

/** Whether it says that it is up as soon as its interface is configured, before anything is answered. */
export const saysUpAtOnce = ({ startTunnelReturns, ...context }: TunnelContext): boolean =>
	startTunnelReturns === 'beforeHandshake' ||
	(startTunnelReturns === 'whileNegotiating' && negotiationsNeeded({ startTunnelReturns, ...context }) > 0);

/** Whether the attempt that begins now is the third, and it says that it is up without an answer. */
export const saysUpUnanswered = ({ startTunnelReturns, toldUp, failures }: TunnelContext): boolean =>
	!toldUp && failures >= 2 && startTunnelReturns !== 'onReply';

/**
 * Whether WireGuard’s only peer takes nothing but what is for the gateway, as while an ephemeral peer is negotiated. The
 * code that returned on the first reply knew no ephemeral peers; together with them that value is ours, and takes all.
 */
export const takesGatewayOnly = ({ startTunnelReturns, negotiationsLeft }: TunnelContext): boolean =>
	startTunnelReturns !== 'onReply' && negotiationsLeft > 0;

export const usesStack = ({ context }: Pick<TunnelArgs, 'context'>): boolean => context.transport === 'userspaceStack';

/** An echo request to the gateway (C04), made by the interface that the transport stands for (C07). */
export const probe = ({ context }: TunnelArgs): Packet => ({
	...requestOf('tunnelProcess', 'icmp', 'probe', 'gateway'),
	...(context.transport === 'userspaceStack'
		? { api: 'userspaceStack' as const }
		: { api: 'bsdSocket' as const, boundTo: 'utun' as const })
});

const tcpApi = (context: TunnelContext) =>
	context.transport === 'userspaceStack'
		? { api: 'userspaceStack' as const }
		: {
				api: context.transport === 'nwConnection' ? ('NWConnection' as const) : ('NWTCPConnection' as const),
				boundTo: 'utun' as const
			};

/** A segment of the TCP connection to the gateway's negotiation service (C05). */
export const negotiation = ({ context }: TunnelArgs, segment: 'SYN' | 'request' | 'FIN, ACK' | 'ACK'): Packet => ({
	protocol: 'tcp',
	purpose: 'negotiation',
	sender: 'tunnelProcess',
	destination: 'gateway',
	segment,
	...tcpApi(context)
});

/** The DNS question for the relay's address, outside every tunnel. */
export const LOOKUP = requestOf('tunnelProcess', 'udp', 'relayLookup', 'accessPoint');

export const HANDSHAKE = requestOf('tunnelProcess', 'wireguard', 'handshake', 'relay');

const enveloped = (inner: Packet, layers: number): Packet => ({
	...requestOf('tunnelProcess', 'wireguard', 'envelope', 'relay'),
	inner,
	layers
});

/** Multihop: the exit’s handshake travels inside the entry’s envelope. */
export const EXIT_HANDSHAKE = enveloped(HANDSHAKE, 1);

/** A packet in its envelope; with multihop it is in two (C21). */
export const envelope = (context: TunnelContext, inner: Packet): Packet => enveloped(inner, context.multihop ? 2 : 1);
