import { setup } from 'xstate';
import { modelActions } from '../actions';
import { packetOf, type ModelEvent } from '../events';
import type { Knobs } from '../knobs';
import {
	CONFIGURE_MS,
	ESTABLISH_MS,
	HEARTBEAT_MS,
	LAUNCH_MS,
	LOOKUP_RETRY_MS,
	NEXT_RELAY_MS,
	PING_GAP_MS,
	PING_TIMEOUT_MS,
	REKEY_AFTER_MS,
	REKEY_TIMEOUT_MS,
	RETRANSMISSION_TIMEOUT_MS,
	TERMINATE_MS
} from '../timings';
import {
	negotiationsNeeded,
	saysUpAtOnce,
	saysUpUnanswered,
	takesGatewayOnly,
	usesStack,
	type TunnelContext
} from './context';

/** The typed setup that all regions of the tunnel process share: guards named as sentences, delays by name. */
export const builder = setup({
	types: { context: {} as TunnelContext, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: {
		'its packets come from the userspace stack': usesStack,
		'it uses NWConnection': ({ context }) => context.transport === 'nwConnection',
		'it uses multihop': ({ context }) => context.multihop,
		'it sends no probes': ({ context }) => context.transport === 'noProbes',
		'it looks its relay up by name': ({ context }) => context.looksUpRelay,
		'it needs an ephemeral peer': ({ context }) => negotiationsNeeded(context) > 0,
		'it says at once that it is up': ({ context }) => !context.toldUp && saysUpAtOnce(context),
		'it says at the third attempt that it is up': ({ context }) => saysUpUnanswered(context),
		'its only peer takes what is for the gateway, and this is not': ({ context, event }) =>
			takesGatewayOnly(context) && packetOf(event).destination !== 'gateway',
		'one more peer is to be negotiated': ({ context }) => context.negotiationsLeft > 1,
		'it is an echo': ({ event }) => packetOf(event).protocol === 'icmp',
		'it is a TCP segment': ({ event }) => packetOf(event).protocol === 'tcp',
		'it is SYN, ACK': ({ event }) => packetOf(event).segment === 'SYN, ACK',
		'it is FIN, ACK': ({ event }) => packetOf(event).segment === 'FIN, ACK',
		'it is a reply': ({ event }) => packetOf(event).segment === 'reply',
		'it is about the ephemeral peer': ({ event }) => packetOf(event).purpose === 'negotiation',
		'it is a DNS answer': ({ event }) => packetOf(event).purpose === 'relayLookup',
		'it answers the handshake': ({ event }) => packetOf(event).purpose === 'handshake',
		'it answers the handshake with the exit': ({ event }) => packetOf(event).inner?.purpose === 'handshake',
		'its own stack sent the question': ({ event }) => packetOf(event).inner?.api === 'userspaceStack'
	},
	delays: {
		launch: LAUNCH_MS,
		lookupRetry: LOOKUP_RETRY_MS,
		configure: CONFIGURE_MS,
		establish: ({ context }) => ESTABLISH_MS[context.failures] ?? PING_TIMEOUT_MS,
		nextRelay: NEXT_RELAY_MS,
		terminate: TERMINATE_MS,
		heartbeat: HEARTBEAT_MS,
		pingGap: PING_GAP_MS,
		pingTimeout: PING_TIMEOUT_MS,
		retransmissionTimeout: ({ context }) => RETRANSMISSION_TIMEOUT_MS[context.retransmissions] ?? 8_000,
		rekeyTimeout: REKEY_TIMEOUT_MS,
		rekeyAfter: REKEY_AFTER_MS
	}
});

/** Assigners and raised events, typed for this machine. */
export const { assign, raise } = builder;

/** The guard that parts the two ways of sending: what the userspace stack makes, and what the kernel’s API makes. */
export const STACK = 'its packets come from the userspace stack' as const;
