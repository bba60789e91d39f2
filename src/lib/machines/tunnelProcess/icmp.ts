import { because } from '../actions';
import { builder, raise, STACK } from './builder';
import { probe } from './context';
import { throughKernel, throughStack } from './sending';

const probeKernel = throughKernel(probe);
const probeStack = throughStack(probe);

const sendsEcho = [
	{ guard: STACK, target: 'awaitingReply', actions: [because('icmp.buildsEcho'), probeStack] },
	{ target: 'awaitingReply', actions: [because('icmp.sendsEcho'), probeKernel] }
] as const;

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
				'probe.begin': sendsEcho
			}
		},
		awaitingReply: {
			initial: 'echoSent',
			on: {
				'send.ok': { guard: 'it is an echo', actions: [because('icmp.sendmsgOk')] },
				'send.error': { guard: 'it is an echo', actions: [because('icmp.sendmsgError')] },
				'packet.receive': {
					guard: 'it is an echo',
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
				'packet.receive': { guard: 'it is an echo', actions: [because('icmp.lateReply')] },
				'send.ok': { guard: 'it is an echo', actions: [because('icmp.sendmsgOk')] },
				'probe.begin': sendsEcho
			}
		}
	}
});
