import { and, stateIn } from 'xstate';
import { because } from '../actions';
import { assign, builder, raise, STACK } from './builder';
import { negotiation, type TunnelArgs } from './context';
import { throughKernel, throughStack } from './sending';

const anew = assign({ retransmissions: 0 });
const onceMore = assign({ retransmissions: ({ context }: TunnelArgs) => Math.min(context.retransmissions + 1, 3) });

/** A segment of the negotiation, by the system’s TCP or by that of the userspace stack. */
const sends = (segment: Parameters<typeof negotiation>[1]) => {
	const make = (args: TunnelArgs) => negotiation(args, segment);
	return { kernel: throughKernel(make), stack: throughStack(make) };
};
const syn = sends('SYN');
const data = sends('request');
const fin = sends('FIN, ACK');
const ack = sends('ACK');

const silence = raise({ type: 'tcp.silence' });

/** What nobody has acknowledged in time is sent again, each time after twice the wait (RFC 6298 §5). */
const again = (target: string, segment: ReturnType<typeof sends>) =>
	[
		{ guard: STACK, target, reenter: true, actions: [because('tcp.buildsAgain'), onceMore, silence, segment.stack] },
		{ target, reenter: true, actions: [because('tcp.sendsAgain'), onceMore, silence, segment.kernel] }
	] as const;

/** A segment that was sent twice is answered twice. */
const late = { guard: 'it is a TCP segment' as const, actions: [because('tcp.lateReply')] };

const opens = [
	{ guard: STACK, target: 'synSent', actions: [because('tcp.opens'), anew, syn.stack] },
	{ target: 'synSent', actions: [because('tcp.opens'), anew, syn.kernel] }
] as const;

/**
 * TCP itself, in the states of RFC 9293 §3.3.2: the system’s own under an NW connection, or that of the userspace
 * stack. The gateway keeps no state and answers what it gets. `timeWait` never ends here: the next connection has
 * another port, so nobody could tell.
 */
export const tcpRegion = builder.createStateConfig({
	initial: 'closed',
	on: {
		'regions.stop': { target: '.closed', actions: [because('region.ends')] },
		'regions.reset': { target: '.closed', actions: [because('region.ends')] }
	},
	states: {
		closed: { on: { 'tcp.open': opens, 'packet.receive': late } },
		synSent: {
			on: {
				'packet.receive': {
					guard: 'it is SYN, ACK',
					target: 'established',
					actions: [because('tcp.ready'), anew, raise({ type: 'tcp.established' })]
				}
			},
			after: { retransmissionTimeout: again('synSent', syn) }
		},
		established: {
			on: {
				'tcp.request': [
					{ guard: STACK, actions: [because('tcp.asks'), data.stack] },
					{ actions: [because('tcp.asks'), data.kernel] }
				],
				'packet.receive': [
					{
						guard: and(['it is about the ephemeral peer', 'it is a reply', STACK]),
						target: 'finWait',
						actions: [because('tcp.peer'), anew, fin.stack]
					},
					{
						guard: and(['it is about the ephemeral peer', 'it is a reply']),
						target: 'finWait',
						actions: [because('tcp.peer'), anew, fin.kernel]
					},
					late
				]
			},
			after: { retransmissionTimeout: again('established', data) }
		},
		finWait: {
			on: {
				'packet.receive': [
					{
						guard: and(['it is FIN, ACK', STACK]),
						target: 'timeWait',
						actions: [because('tcp.closes'), ack.stack, raise({ type: 'tcp.closed' })]
					},
					{
						guard: 'it is FIN, ACK',
						target: 'timeWait',
						actions: [because('tcp.closes'), ack.kernel, raise({ type: 'tcp.closed' })]
					},
					late
				]
			},
			after: { retransmissionTimeout: again('finWait', fin) }
		},
		timeWait: { on: { 'tcp.open': opens, 'packet.receive': late } }
	}
});

const open = raise({ type: 'tcp.open' });
const connect = [
	{ guard: STACK, target: 'preparing', actions: [because('tcp.buildsSyn'), open] },
	{ guard: 'it uses NWConnection', target: 'preparing', actions: [because('tcp.connectsRequired'), open] },
	{ target: 'preparing', actions: [because('tcp.connects'), open] }
] as const;

/** Any segment of its own would have begun a handshake: none has come out of utun, as was seen with the flag on (C20). */
const NOTHING_CAME_OUT = stateIn({ wireGuard: 'noSession' });

const slip = { guard: 'it is a TCP segment' as const, actions: [because('tcp.sendOk')] };
const established = { target: 'ready', actions: [because('tcp.usable'), raise({ type: 'tcp.request' })] } as const;

/** The connection as its owner sees it, in the words of NWTCPConnectionState and NWConnection.State. */
export const connectionRegion = builder.createStateConfig({
	initial: 'none',
	on: {
		'regions.stop': { target: '.none', actions: [because('region.ends')] },
		'regions.reset': { target: '.cancelled', actions: [because('region.ends')] }
	},
	states: {
		none: { on: { 'peer.negotiate': connect } },
		preparing: {
			on: {
				'send.ok': slip,
				'tcp.established': established,
				'tcp.silence': [
					{ guard: NOTHING_CAME_OUT, target: 'waiting', actions: [because('tcp.waits')] },
					{ target: 'waiting', actions: [because('tcp.waitsUnanswered')] }
				]
			}
		},
		waiting: { on: { 'send.ok': slip, 'tcp.established': established } },
		ready: {
			on: {
				'send.ok': slip,
				'tcp.closed': { target: 'cancelled', actions: [because('tcp.cancelled'), raise({ type: 'peer.negotiated' })] }
			}
		},
		cancelled: { on: { 'peer.negotiate': connect, 'send.ok': slip } }
	}
});
