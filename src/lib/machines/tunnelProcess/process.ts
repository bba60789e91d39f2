import { and, assertEvent } from 'xstate';
import { because, messageTo, post, sendPacket } from '../actions';
import { assign, builder, raise } from './builder';
import { LOOKUP, negotiationsNeeded, RELAY_COUNT, type TunnelArgs } from './context';

const toSession = (type: 'tunnel.up' | 'tunnel.exited') => post(messageTo('sessionManager', { type }));

/** `startTunnel` returns: for the system the tunnel is up from now on. */
const saysUp = [toSession('tunnel.up'), assign({ toldUp: true })] as const;
const tellsApp = post(messageTo('mainApp', { type: 'tunnel.answered' }));

const removeInterface = post(messageTo('kernelRouter', { type: 'interface.remove' }));

const configureInterface = post(({ context }: TunnelArgs) =>
	messageTo('kernelRouter', { type: 'interface.configure', relayAddress: context.relayAddress })
);

/** Whatever the network’s resolver says is taken for the relay’s address. */
const believesAnswer = assign({
	relayAddress: ({ event }: TunnelArgs) => {
		assertEvent(event, 'packet.receive');
		return event.packet.answer === 'lying' ? ('website' as const) : ('relay' as const);
	}
});

const allToNegotiate = assign({ negotiationsLeft: ({ context }: TunnelArgs) => negotiationsNeeded(context) });
const negotiates = [allToNegotiate, raise({ type: 'regions.start' }), raise({ type: 'peer.negotiate' })] as const;
const probes = [raise({ type: 'regions.start' }), raise({ type: 'probe.begin' })] as const;

/** It has all it needs and is told to say so, or goes on with its own checks; it may say so all the same. */
const afterConfiguring = [
	{
		guard: 'it sends no probes' as const,
		target: 'carryingTraffic',
		actions: [because('tunnel.assumesUp'), raise({ type: 'regions.start' }), ...saysUp, tellsApp]
	},
	{
		guard: and(['it needs an ephemeral peer', 'it says at once that it is up']),
		target: 'negotiatingPeer',
		actions: [because('tunnel.negotiatesUp'), ...negotiates, ...saysUp]
	},
	{
		guard: 'it needs an ephemeral peer' as const,
		target: 'negotiatingPeer',
		actions: [because('tunnel.negotiates'), ...negotiates]
	},
	{
		guard: 'it says at once that it is up' as const,
		target: 'probing',
		actions: [because('tunnel.probesUp'), ...probes, ...saysUp]
	},
	{ target: 'probing', actions: [because('tunnel.probes'), ...probes] }
] as const;

/**
 * The process itself, from launch to the end. Beside it run the regions of its connections; it
 * talks to them by raised events only.
 */
export const processRegion = builder.createStateConfig({
	initial: 'absent',
	states: {
		absent: {
			on: {
				startTunnel: {
					target: 'running',
					actions: [because('tunnel.launches'), assign({ failures: 0, negotiationsLeft: 0, toldUp: false })]
				},
				SIGTERM: { actions: [because('tunnel.alreadyGone'), toSession('tunnel.exited')] },
				stopTunnel: { actions: [because('tunnel.alreadyGone'), toSession('tunnel.exited')] },
				reboot: { actions: [because('tunnel.staysAbsent')] }
			}
		},
		running: {
			initial: 'launching',
			on: {
				SIGTERM: { target: 'toldToTerminate', actions: [because('tunnel.sigterm'), raise({ type: 'regions.stop' })] },
				stopTunnel: {
					target: 'toldToTerminate',
					actions: [because('tunnel.stopped'), raise({ type: 'regions.stop' })]
				},
				crash: {
					target: 'absent',
					actions: [
						because('tunnel.crashes'),
						raise({ type: 'regions.stop' }),
						removeInterface,
						toSession('tunnel.exited')
					]
				},
				reboot: { target: 'absent', actions: [because('tunnel.endsWithPhone'), raise({ type: 'regions.stop' })] }
			},
			states: {
				launching: {
					after: {
						launch: [
							{
								guard: 'it looks its relay up by name',
								target: 'lookingUpRelay',
								actions: [because('tunnel.looksUp'), sendPacket(LOOKUP)]
							},
							{ target: 'configuringInterface', actions: [because('tunnel.configures'), configureInterface] }
						]
					}
				},
				lookingUpRelay: {
					on: {
						'packet.receive': {
							guard: 'it is a DNS answer',
							target: 'configuringInterface',
							actions: [because('tunnel.foundRelay'), believesAnswer, configureInterface]
						}
					},
					after: {
						lookupRetry: {
							target: 'lookingUpRelay',
							reenter: true,
							actions: [because('tunnel.looksUpAgain'), sendPacket(LOOKUP)]
						}
					}
				},
				configuringInterface: { after: { configure: afterConfiguring } },
				negotiatingPeer: {
					on: {
						'peer.negotiated': [
							{
								guard: 'one more peer is to be negotiated',
								actions: [
									because('tunnel.negotiatesNext'),
									assign({ negotiationsLeft: ({ context }) => context.negotiationsLeft - 1 }),
									raise({ type: 'peer.negotiate' })
								]
							},
							{
								target: 'probing',
								actions: [because('tunnel.negotiated'), assign({ negotiationsLeft: 0 }), raise({ type: 'probe.begin' })]
							}
						]
					},
					after: {
						establish: {
							target: 'tryingNextRelay',
							actions: [because('tunnel.givesUpNegotiation'), allToNegotiate, raise({ type: 'regions.reset' })]
						}
					}
				},
				probing: {
					on: {
						'probe.answered': {
							target: 'carryingTraffic',
							actions: [because('tunnel.works'), assign({ failures: 0 }), ...saysUp, tellsApp]
						}
					},
					after: {
						establish: {
							target: 'tryingNextRelay',
							actions: [because('tunnel.givesUpRelay'), raise({ type: 'regions.reset' })]
						}
					}
				},
				carryingTraffic: {
					on: {
						'probe.lost': {
							target: 'tryingNextRelay',
							actions: [because('tunnel.lostRelay'), raise({ type: 'regions.reset' })]
						}
					},
					after: {
						heartbeat: [
							{
								guard: 'it sends no probes',
								target: 'carryingTraffic',
								reenter: true,
								actions: [because('tunnel.trusts')]
							},
							{
								target: 'carryingTraffic',
								reenter: true,
								actions: [because('tunnel.heartbeat'), raise({ type: 'probe.begin' })]
							}
						]
					}
				},
				tryingNextRelay: {
					entry: assign({
						relayIndex: ({ context }) => (context.relayIndex + 1) % RELAY_COUNT,
						failures: ({ context }) => Math.min(context.failures + 1, 2)
					}),
					after: {
						nextRelay: [
							{
								guard: 'it says at the third attempt that it is up',
								target: 'configuringInterface',
								actions: [because('tunnel.saysUpUnanswered'), configureInterface, ...saysUp]
							},
							{ target: 'configuringInterface', actions: [because('tunnel.nextRelay'), configureInterface] }
						]
					}
				}
			}
		},
		toldToTerminate: {
			on: { reboot: { target: 'absent', actions: [because('tunnel.endsWithPhone')] } },
			after: {
				terminate: { target: 'absent', actions: [because('tunnel.exits'), removeInterface, toSession('tunnel.exited')] }
			}
		}
	}
});
