import { and, assertEvent, not, setup } from 'xstate';
import { because, messageTo, modelActions, post, type ActionArgs, type Post } from './actions';
import { packetOf, type ModelEvent } from './events';
import type { Knobs } from './knobs';
import { componentOf, replyTo, type Packet } from './packets';
import { BEHIND_RELAY_MS, DOWNLOAD_PIECE_MS, LAN_MS, NETWORK_MS, SERVER_MS } from './timings';

const toPhone = (packet: Packet, delayMs: number): Post =>
	messageTo('kernelRouter', { type: 'packet.inbound', packet }, delayMs);
const toRelay = (packet: Packet, delayMs: number): Post =>
	messageTo('relay', { type: 'packet.return', packet }, delayMs);

/** An answer goes back the way its question came: by the relay, the access point, or straight. */
const answers = (workMs: (packet: Packet) => number) =>
	post(({ event }) => {
		assertEvent(event, 'packet.arrive');
		const { packet, from } = event;
		return from === 'relay'
			? toRelay(replyTo(packet), workMs(packet) + BEHIND_RELAY_MS)
			: toPhone(replyTo(packet), workMs(packet) + NETWORK_MS);
	});

const accessPointSetup = setup({
	types: { context: {} as { lies: Knobs['network'] }, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: {
		'it is asked for a lease': ({ event }) => packetOf(event).purpose === 'lease',
		'it lies about leases': ({ context }) => context.lies === 'localNet',
		'it lies about names': ({ context }) => context.lies === 'serverIp',
		'it is asked for the relay’s address': ({ event }) => packetOf(event).purpose === 'relayLookup'
	}
});

const offers = (answer: 'honest' | 'lying') =>
	post(({ event }) => toPhone({ ...replyTo(packetOf(event)), answer }, LAN_MS));

const readsAndForwards = {
	target: 'eavesdropping',
	actions: [
		because('accessPoint.reads'),
		post(({ event }) => {
			const packet = packetOf(event);
			return messageTo(
				componentOf(packet.destination),
				{ type: 'packet.arrive', packet, from: 'accessPoint' },
				NETWORK_MS
			);
		})
	]
};
const serves = [
	{
		guard: and(['it is asked for a lease', 'it lies about leases']),
		actions: [because('accessPoint.liesLease'), offers('lying')]
	},
	{ guard: 'it is asked for a lease' as const, actions: [because('accessPoint.lease'), offers('honest')] },
	{
		guard: and(['it is asked for the relay’s address', 'it lies about names']),
		actions: [because('accessPoint.liesDns'), offers('lying')]
	},
	{ guard: 'it is asked for the relay’s address' as const, actions: [because('accessPoint.dns'), offers('honest')] },
	readsAndForwards
];

/** The network's owner, who hands out leases and answers names: honest or lying. */
export const accessPoint = accessPointSetup.createMachine({
	id: 'accessPoint',
	initial: 'serving',
	context: ({ input }) => ({ lies: input.network }),
	states: {
		serving: { on: { 'packet.arrive': serves } },
		eavesdropping: { on: { 'packet.arrive': serves } }
	}
});

/** Whether the relay has sent it on, out of an envelope. */
const cameThroughTunnel = ({ event }: ActionArgs): boolean => event.type === 'packet.arrive' && event.from === 'relay';

const relaySetup = setup({
	types: { context: {} as { multihop: boolean }, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: {
		'it came through the tunnel': cameThroughTunnel,
		'it is a handshake': ({ event }) => packetOf(event).purpose === 'handshake',
		'one more envelope is inside': ({ event }) => (packetOf(event).layers ?? 1) > 1
	}
});

/** What an opened envelope held, on its way to whoever it is for. */
const onwards = (component: Post['to'], packet: Packet): Post =>
	messageTo(component, { type: 'packet.arrive', packet, from: 'relay' }, BEHIND_RELAY_MS);

const wraps = post(({ context, event }: ActionArgs<{ multihop: boolean }>) => {
	const inner = packetOf(event);
	// The exit’s handshake makes the second session; until then there is only the entry’s.
	const layers = context.multihop && inner.purpose !== 'handshake' ? 2 : 1;
	return toPhone(
		{
			protocol: 'wireguard',
			purpose: 'envelope',
			sender: 'relay',
			destination: 'tunnelProcess',
			segment: 'reply',
			inner,
			layers
		},
		NETWORK_MS
	);
});

/** Opens envelopes, sends on what is inside, and wraps the answers. With multihop it is entry and exit. */
export const relay = relaySetup.createMachine({
	id: 'relay',
	initial: 'up',
	context: ({ input }) => ({ multihop: input.multihop }),
	states: {
		up: {
			on: {
				'relay.fail': { target: 'down', actions: [because('relay.fails')] },
				'packet.arrive': [
					{
						guard: and(['it is a handshake', 'it came through the tunnel']),
						actions: [
							because('relay.exitShakesHands'),
							post(({ event }) => toRelay(replyTo(packetOf(event)), BEHIND_RELAY_MS))
						]
					},
					{
						guard: 'it is a handshake',
						actions: [because('relay.shakesHands'), post(({ event }) => toPhone(replyTo(packetOf(event)), NETWORK_MS))]
					},
					{
						guard: 'one more envelope is inside',
						actions: [
							because('relay.entryOpens'),
							post(({ event }) => onwards('relay', { ...packetOf(event), layers: 1 }))
						]
					},
					{
						actions: [
							because('relay.opens'),
							post(({ event }) => {
								const inner = packetOf(event).inner ?? packetOf(event);
								return onwards(componentOf(inner.destination), inner);
							})
						]
					}
				],
				'packet.return': { actions: [because('relay.wraps'), wraps] }
			}
		},
		down: {
			on: {
				'relay.recover': { target: 'up', actions: [because('relay.recovers')] },
				'packet.arrive': { actions: [because('relay.silent')] },
				'packet.return': { actions: [because('relay.silent')] }
			}
		}
	}
});

const serverSetup = setup({
	types: { context: {}, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: {
		'it came through the tunnel': cameThroughTunnel,
		'it is an echo request': ({ event }) => packetOf(event).protocol === 'icmp',
		'it is the last ACK': ({ event }) => packetOf(event).segment === 'ACK',
		'it is a FIN': ({ event }) => packetOf(event).segment === 'FIN, ACK',
		'it is a SYN': ({ event }) => packetOf(event).segment === 'SYN',
		'it asks for a piece of the app': ({ event }) => packetOf(event).purpose === 'download',
		'it asks for a page': ({ event }) => packetOf(event).purpose === 'page'
	}
});

/** 10.64.0.1: answers echo requests and negotiates ephemeral peers, for those inside the tunnel (C04, C05). */
export const gateway = serverSetup.createMachine({
	id: 'gateway',
	context: {},
	initial: 'answering',
	states: {
		answering: {
			on: {
				'packet.arrive': [
					// On the public internet a private address leads nowhere: whoever asks there gets no answer.
					{ guard: not('it came through the tunnel'), actions: [because('gateway.unreachable')] },
					{ guard: 'it is an echo request', actions: [because('gateway.echoes'), answers(() => SERVER_MS)] },
					{ guard: 'it is a SYN', actions: [because('gateway.accepts'), answers(() => SERVER_MS)] },
					{ guard: 'it is the last ACK', actions: [because('gateway.acknowledged')] },
					{ guard: 'it is a FIN', actions: [because('gateway.closes'), answers(() => SERVER_MS)] },
					{ actions: [because('gateway.negotiates'), answers(() => SERVER_MS)] }
				]
			}
		}
	}
});

const serverMs = (packet: Packet) => (packet.purpose === 'download' ? DOWNLOAD_PIECE_MS : SERVER_MS);

/** The web site and Apple's servers. */
export const internet = serverSetup.createMachine({
	id: 'internet',
	context: {},
	initial: 'answering',
	states: {
		answering: {
			on: {
				'packet.arrive': [
					{ guard: 'it asks for a piece of the app', actions: [because('internet.sendsPiece'), answers(serverMs)] },
					{ guard: 'it asks for a page', actions: [because('internet.sendsPage'), answers(serverMs)] },
					{ actions: [because('internet.sendsPush'), answers(serverMs)] }
				]
			}
		}
	}
});
