import { because } from '../actions';
import { assign, builder, raise } from './builder';
import { negotiation, probe, type TunnelArgs } from './context';
import { throughKernel, throughStack } from './sending';

const STACK = 'its packets come from the userspace stack' as const;

const probeKernel = throughKernel(probe);
const probeStack = throughStack(probe);

/** The ICMP side: one echo request at a time, asked again after every silent gap (C04, C07). */
export const icmpRegion = builder.createStateConfig({
	initial: 'closed',
	on: {
		'regions.stop': { target: '.closed', actions: [because('region.ends')] },
		'regions.reset': { target: '.closed', actions: [because('region.ends')] }
	},
	states: {
		closed: {
			on: {
				'probe.begin': [
					{ guard: STACK, target: 'awaitingReply', actions: [because('icmp.buildsEcho'), probeStack] },
					{ target: 'awaitingReply', actions: [because('icmp.sendsEcho'), probeKernel] }
				]
			}
		},
		awaitingReply: {
			initial: 'echoSent',
			on: {
				'send.ok': { guard: 'the slip is for an echo request', actions: [because('icmp.sendmsgOk')] },
				'send.error': { guard: 'the slip is for an echo request', actions: [because('icmp.sendmsgError')] },
				'packet.receive': {
					guard: 'the answer is an echo reply',
					target: 'idle',
					actions: [because('icmp.reply'), raise({ type: 'probe.answered' })]
				}
			},
			after: { pingTimeout: { target: 'closed', actions: [because('icmp.timeout'), raise({ type: 'probe.lost' })] } },
			states: {
				echoSent: {
					after: {
						pingGap: [
							{ guard: STACK, target: 'echoSent', reenter: true, actions: [because('icmp.buildsAgain'), probeStack] },
							{ target: 'echoSent', reenter: true, actions: [because('icmp.sendsAgain'), probeKernel] }
						]
					}
				}
			}
		},
		idle: {
			on: {
				'packet.receive': { guard: 'the answer is an echo reply', actions: [because('icmp.lateReply')] },
				'send.ok': { guard: 'the slip is for an echo request', actions: [because('icmp.sendmsgOk')] },
				'probe.begin': [
					{ guard: STACK, target: 'awaitingReply', actions: [because('icmp.buildsEcho'), probeStack] },
					{ target: 'awaitingReply', actions: [because('icmp.sendsEcho'), probeKernel] }
				]
			}
		}
	}
});

const syn = (args: TunnelArgs) => negotiation(args, 'SYN');
const request = (args: TunnelArgs) => negotiation(args, 'request');
const synKernel = throughKernel(syn);
const synStack = throughStack(syn);

const connect = [
	{ guard: STACK, target: 'preparing', actions: [because('tcp.buildsSyn'), synStack] },
	{ guard: 'it uses NWConnection', target: 'preparing', actions: [because('tcp.connectsRequired'), synKernel] },
	{ target: 'preparing', actions: [because('tcp.connects'), synKernel] }
] as const;

const synAcknowledged = [
	{
		guard: 'the answer is SYN, ACK' as const,
		target: 'ready',
		actions: [because('tcp.ready'), raise({ type: 'tcp.request' })]
	}
] as const;

const slip = { guard: 'the slip is for a TCP segment' as const, actions: [because('tcp.sendOk')] };

/** A SYN that was sent twice is answered twice. */
const late = { guard: 'the answer is a TCP segment' as const, actions: [because('tcp.lateReply')] };

const retrySyn = [
	{
		guard: STACK,
		target: 'waiting',
		reenter: true,
		actions: [because('tcp.buildsSynAgain'), assign({ synRetries: ({ context }: TunnelArgs) => Math.min(context.synRetries + 1, 3) }), synStack]
	},
	{
		target: 'waiting',
		reenter: true,
		actions: [because('tcp.synAgain'), assign({ synRetries: ({ context }: TunnelArgs) => Math.min(context.synRetries + 1, 3) }), synKernel]
	}
] as const;

/** The TCP side, in the words of NWTCPConnectionState and NWConnection.State. */
export const tcpRegion = builder.createStateConfig({
	initial: 'none',
	on: {
		'regions.stop': { target: '.none', actions: [because('region.ends')] },
		'regions.reset': { target: '.cancelled', actions: [because('region.ends')] }
	},
	states: {
		none: { on: { 'peer.negotiate': connect } },
		preparing: {
			entry: assign({ synRetries: 0 }),
			on: { 'send.ok': slip, 'packet.receive': synAcknowledged },
			after: { synRetry: [{ target: 'waiting', actions: [because('tcp.waits'), assign({ synRetries: 1 })] }] }
		},
		waiting: {
			on: { 'send.ok': slip, 'packet.receive': synAcknowledged },
			after: { synRetry: retrySyn }
		},
		ready: {
			on: {
				'tcp.request': [
					{ guard: STACK, actions: [because('tcp.asks'), throughStack(request)] },
					{ actions: [because('tcp.asks'), throughKernel(request)] }
				],
				'send.ok': slip,
				'packet.receive': [
					{
						guard: 'the answer is the peer’s',
						target: 'cancelled',
						actions: [because('tcp.peer'), raise({ type: 'peer.negotiated' })]
					},
					late
				]
			}
		},
		cancelled: { on: { 'peer.negotiate': connect, 'send.ok': slip, 'packet.receive': late } }
	}
});
