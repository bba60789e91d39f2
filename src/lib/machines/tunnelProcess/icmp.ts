import { because } from '../actions';
import { builder, raise } from './builder';
import { probe } from './context';
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
