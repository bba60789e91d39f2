import { setup } from 'xstate';
import { because, cancelConnection, modelActions, sendPacket } from './actions';
import type { ModelEvent } from './events';
import type { Knobs } from './knobs';
import { PAGE_REQUEST, requestOf, type Packet } from './packets';
import { BOOT_MS, PAGE_REFRESH_MS, PAGE_TIMEOUT_MS, PING_PATIENCE_MS, PUSH_TIMEOUT_MS } from './timings';

const PING: Packet = { ...requestOf('terminal', 'icmp', 'terminalPing', 'gateway'), api: 'bsdSocket' };
const PUSH = requestOf('pushNotifications', 'tcp', 'push', 'apple');

const safariSetup = setup({
	types: { context: {} as { steady: boolean }, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: { 'the page keeps itself fresh': ({ context }) => context.steady },
	delays: { pageRefresh: PAGE_REFRESH_MS, patience: PAGE_TIMEOUT_MS }
});

const opens = { target: 'loading', actions: [because('safari.opens'), sendPacket(PAGE_REQUEST)] } as const;
const refreshes = {
	guard: 'the page keeps itself fresh',
	target: 'loading',
	actions: [because('safari.refreshes'), sendPacket(PAGE_REQUEST)]
} as const;
const staysQuiet = { actions: [because('safari.keepsQuiet')] };
const restarts = { target: '.idle', actions: [because('safari.reboots')] };

/*
 * The three charts below look alike, since each app asks once and waits. They are not one chart with three sets of
 * words: what becomes of an app without an answer is its own (a page stalls and can be asked for again, a ping times
 * out even while it is held, a push waits for the next one), and each is drawn and exported as the chart it is.
 */

/** Somebody else's app: well behaved, it waits for its connection to be ready (C26). */
export const safari = safariSetup.createMachine({
	id: 'safari',
	initial: 'idle',
	context: ({ input }) => ({ steady: input.safariTraffic === 'steady' }),
	on: { reboot: restarts },
	states: {
		idle: { on: { 'page.open': opens }, after: { pageRefresh: [refreshes, staysQuiet] } },
		loading: {
			on: {
				'packet.receive': { target: 'loaded', actions: [because('safari.loads')] },
				'connection.waiting': { target: 'waiting', actions: [because('safari.waits')] },
				'send.error': { target: 'stalled', actions: [because('safari.noRoute')] },
				'page.open': { actions: [because('safari.alreadyLoading')] }
			},
			after: { patience: { target: 'stalled', actions: [because('safari.stalls')] } }
		},
		waiting: {
			on: {
				'connection.ready': { target: 'loading', actions: [because('safari.ready')] },
				'page.open': { actions: [because('safari.stillWaits')] }
			}
		},
		loaded: {
			on: { 'page.open': opens, 'packet.receive': { actions: [because('safari.loadsTwice')] } },
			after: { pageRefresh: [refreshes, staysQuiet] }
		},
		stalled: {
			on: { 'page.open': opens, 'packet.receive': { target: 'loaded', actions: [because('safari.loads')] } },
			after: { pageRefresh: [refreshes, staysQuiet] }
		}
	}
});

const terminalSetup = setup({
	types: { context: {}, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	delays: { patience: PING_PATIENCE_MS }
});

const pings = { target: 'pinging', actions: [because('terminal.pings'), sendPacket(PING)] };
const gotReply = { target: 'replied', actions: [because('terminal.replied')] };

/** An ordinary app that pings the gateway the VPN cannot reach by itself (C12). */
export const terminal = terminalSetup.createMachine({
	id: 'terminal',
	initial: 'idle',
	context: {},
	on: { reboot: { target: '.idle', actions: [because('terminal.reboots')] } },
	states: {
		idle: { on: { 'ping.type': pings } },
		pinging: {
			on: {
				'packet.receive': gotReply,
				'connection.waiting': { target: 'waiting', actions: [because('terminal.waits')] },
				'send.error': { target: 'timedOut', actions: [because('terminal.noRoute')] },
				'ping.type': { actions: [because('terminal.alreadyPings')] }
			},
			after: { patience: { target: 'timedOut', actions: [because('terminal.timesOut')] } }
		},
		waiting: {
			on: {
				'connection.ready': { target: 'pinging', actions: [because('terminal.ready')] },
				'ping.type': { actions: [because('terminal.alreadyPings')] }
			},
			after: { patience: { target: 'timedOut', actions: [because('terminal.timesOut'), cancelConnection(PING)] } }
		},
		replied: { on: { 'ping.type': pings } },
		timedOut: { on: { 'ping.type': pings, 'packet.receive': gotReply } }
	}
});

const pushSetup = setup({
	types: { context: {}, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	delays: { boot: BOOT_MS, patience: PUSH_TIMEOUT_MS }
});

const fetches = { target: 'fetching', actions: [because('push.fetches'), sendPacket(PUSH)] };

/**
 * The push service. DELIBERATE UNTRUTH: in life Apple speaks first, over a connection that stands;
 * here the phone asks, so that a push meets the same rules as everything else.
 */
export const pushNotifications = pushSetup.createMachine({
	id: 'pushNotifications',
	initial: 'listening',
	context: {},
	on: { reboot: { target: '.booting', actions: [because('push.reboots')] } },
	states: {
		booting: {
			on: { 'push.arrive': { actions: [because('push.queues')] } },
			after: { boot: { target: 'fetching', actions: [because('push.checksIn'), sendPacket(PUSH)] } }
		},
		listening: { on: { 'push.arrive': fetches } },
		fetching: {
			on: {
				'packet.receive': { target: 'delivered', actions: [because('push.delivered')] },
				'connection.waiting': { target: 'waiting', actions: [because('push.waits')] },
				'send.error': { target: 'stalled', actions: [because('push.noRoute')] },
				'push.arrive': { actions: [because('push.queues')] }
			},
			after: { patience: { target: 'stalled', actions: [because('push.stalls')] } }
		},
		waiting: {
			on: {
				'connection.ready': { target: 'fetching', actions: [because('push.ready')] },
				'push.arrive': { actions: [because('push.queues')] }
			}
		},
		delivered: { on: { 'push.arrive': fetches } },
		stalled: {
			on: { 'push.arrive': fetches, 'packet.receive': { target: 'delivered', actions: [because('push.delivered')] } }
		}
	}
});
