import { and } from 'xstate';
import { because, messageTo, post } from '../actions';
import { packetOf, type ModelEvent } from '../events';
import type { Packet } from '../packets';
import { assign, builder, raise, STACK } from './builder';
import type { TunnelArgs } from './context';
import { sendEnvelopes, sendExitHandshake, sendHandshake } from './sending';

/** Packets staged for the handshake at most; real implementations bound it too. */
const STAGED_MAX = 8;

const stage = assign({
	staged: ({ context, event }: TunnelArgs) => [...context.staged, packetOf(event)].slice(-STAGED_MAX)
});
const theOne = ({ event }: TunnelArgs) => [packetOf(event)];

/** What is in the envelope that the event brought, or what it brought without one. */
const innerOf = (event: ModelEvent): Packet => packetOf(event).inner ?? packetOf(event);

const startsHandshake = {
	target: 'handshaking',
	actions: [because('wireguard.initiates'), stage, sendHandshake]
} as const;
/** Read from utun, and for nobody yet. */
const dropsForPeer = {
	guard: 'its only peer takes what is for the gateway, and this is not' as const,
	actions: [because('wireguard.noPeer')]
};
const stages = { actions: [because('wireguard.stages'), stage] };
const encrypts = { actions: [because('wireguard.encrypts'), sendEnvelopes(theOne)] };

const sendsStaged = [sendEnvelopes(({ context }) => context.staged), assign({ staged: [] })] as const;

const opensEnvelope = [
	{
		guard: 'its own stack sent the question' as const,
		actions: [
			because('wireguard.forStack'),
			raise(({ event }) => ({
				type: 'packet.receive',
				packet: innerOf(event)
			}))
		]
	},
	{
		actions: [
			because('wireguard.forUtun'),
			post(({ event }) => messageTo('kernelRouter', { type: 'packet.write', packet: innerOf(event) }))
		]
	}
] as const;

/**
 * WireGuard's session with the relay. It shakes hands only when there is a packet to send, so a
 * process whose packets vanish in the kernel sends its relay nothing at all.
 */
export const wireGuardRegion = builder.createStateConfig({
	initial: 'off',
	on: {
		'regions.stop': { target: '.off', actions: [because('region.ends'), assign({ staged: [] })] },
		'regions.reset': { target: '.noSession', actions: [because('region.ends'), assign({ staged: [] })] }
	},
	states: {
		off: { on: { 'regions.start': { target: 'noSession', actions: [because('region.begins')] } } },
		noSession: { on: { 'packet.read': [dropsForPeer, startsHandshake], encrypt: startsHandshake } },
		handshaking: {
			id: 'handshaking',
			on: {
				'packet.read': [dropsForPeer, stages],
				encrypt: stages,
				'packet.datagram': [
					{
						guard: and(['it uses multihop', 'it answers the handshake']),
						target: 'handshakingWithExit',
						actions: [because('wireguard.initiatesExit'), sendExitHandshake]
					},
					{
						guard: 'it answers the handshake',
						target: 'session',
						actions: [because('wireguard.session'), ...sendsStaged]
					}
				]
			},
			after: {
				rekeyTimeout: {
					target: 'handshaking',
					reenter: true,
					actions: [because('wireguard.initiatesAgain'), sendHandshake]
				}
			}
		},
		handshakingWithExit: {
			on: {
				'packet.read': [dropsForPeer, stages],
				encrypt: stages,
				'packet.datagram': {
					guard: 'it answers the handshake with the exit',
					target: 'session',
					actions: [because('wireguard.exitSession'), ...sendsStaged]
				}
			},
			after: { rekeyTimeout: { target: 'handshaking', actions: [because('wireguard.initiatesAgain'), sendHandshake] } }
		},
		session: {
			initial: 'fresh',
			on: {
				'packet.datagram': opensEnvelope,
				// Another peer, another preshared key: what was agreed before is of no use.
				'peer.negotiated': { target: 'noSession', actions: [because('wireguard.newPeer')] }
			},
			states: {
				fresh: {
					on: { 'packet.read': [dropsForPeer, encrypts], encrypt: encrypts },
					after: { rekeyAfter: { target: 'old', actions: [because('wireguard.ages')] } }
				},
				old: {
					on: {
						'packet.read': [dropsForPeer, { ...startsHandshake, target: '#handshaking' }],
						encrypt: { ...startsHandshake, target: '#handshaking' }
					}
				}
			}
		}
	}
});

/** The userspace stack and its mux: packets made here go straight into the envelope (C21 to C23). */
export const stackRegion = builder.createStateConfig({
	initial: 'off',
	on: {
		'regions.stop': { target: '.off', actions: [because('region.ends')] }
	},
	states: {
		off: {
			on: {
				'regions.start': {
					guard: STACK,
					target: 'running',
					actions: [because('region.begins')]
				}
			}
		},
		running: {
			on: {
				'stack.send': {
					actions: [because('stack.muxes'), raise(({ event }) => ({ type: 'encrypt', packet: packetOf(event) }))]
				}
			}
		}
	}
});
