import { CLAIMS, type KnownClaim } from '../../src/lib/machines/claims.ts';
import type { ComponentId } from '../../src/lib/machines/components.ts';
import type { Fate } from '../../src/lib/machines/evidence.ts';
import type { ModelEvent } from '../../src/lib/machines/events.ts';
import { KNOB_VALUES, RELEASED_APP, type Knobs } from '../../src/lib/machines/knobs.ts';
import type { Packet, Purpose } from '../../src/lib/machines/packets.ts';
import type { ActId } from '../../src/lib/sim/acts.ts';
import { act, present, recordsIn, runUntil, seek, settle, start, type History } from '../../src/lib/sim/history.ts';
import { ARTICLE_OUTCOMES, type Outcomes } from '../../src/lib/sim/outcomes.ts';
import type { PacketRecord, TraceRecord } from '../../src/lib/sim/traceRecord.ts';
import { summarise, type Summary } from '../../src/lib/sim/summary.ts';
import { leavesOf, type World } from '../../src/lib/sim/world.ts';

/** The title of a claim's tests. The table of claims finds them by `claim('C…')`. */
export const claim = (id: KnownClaim): string => `${id}: ${CLAIMS[id].statement}`;

/** Both positions of the flag, for `describe.each` and `test.each`. */
export const BOTH = [
	{ flag: 'off', includeAllNetworks: false },
	{ flag: 'on', includeAllNetworks: true }
] as const;

/**
 * When the tunnel process tells the system that it is up. `vitest.config.ts` has all claims tested under each of the
 * ways in which the app’s code has done so; a test that is about one of them says which.
 */
export const RETURNS = KNOB_VALUES.startTunnelReturns.find(
	(way) => way === process.env.START_TUNNEL_RETURNS
) as Knobs['startTunnelReturns'];
const APP: Knobs = { ...RELEASED_APP, startTunnelReturns: RETURNS };

/** As first shipped, with nothing going on but what the test does. */
export const FIRST_SHIPPED = { transport: 'bsdSocket', safariTraffic: 'quiet' } as const satisfies Partial<Knobs>;
/** The released app, with nothing going on but what the test does. */
export const QUIET = { safariTraffic: 'quiet' } as const satisfies Partial<Knobs>;

/** A message as it was delivered. */
export interface Message {
	readonly step: number;
	readonly atMs: number;
	readonly from: ComponentId;
	readonly to: ComponentId;
	readonly event: ModelEvent;
	readonly packet: Packet | undefined;
}

/** A history and the views of it that tests look at. */
export interface Run {
	readonly history: History;
	readonly world: World;
	readonly summary: Summary;
	readonly records: readonly TraceRecord[];
	readonly messages: readonly Message[];
}

const viewsOf = (history: History): Run => ({
	history,
	world: present(history),
	summary: summarise(history),
	records: recordsIn(history),
	messages: messagesIn(history)
});

/** The released app with these knobs turned: each act once the system has come to rest, then on to rest. */
export function run(knobs: Partial<Knobs>, acts: readonly ActId[], outcomes: Partial<Outcomes> = {}): Run {
	return more(viewsOf(start({ ...APP, ...knobs }, { ...ARTICLE_OUTCOMES, ...outcomes })), ...acts);
}

/** The same run, with these acts after it. */
export const more = ({ history }: Run, ...acts: readonly ActId[]): Run =>
	viewsOf(settle(acts.reduce((before, id) => act(settle(before), id), history)));

/** The same run, with one act and, so many ms later, the others: while things are still under way. */
export function meanwhile({ history }: Run, first: ActId, afterMs: number, ...others: readonly ActId[]): Run {
	const begun = act(settle(history), first);
	return viewsOf(
		settle(others.reduce((before, id) => act(before, id), runUntil(begun, present(begun).nowMs + afterMs)))
	);
}

/** A run in which each act comes at its moment of model time, in ms, whatever is under way. */
export const runAt = (knobs: Partial<Knobs>, cues: readonly (readonly [atMs: number, act: ActId])[]): Run =>
	viewsOf(
		settle(cues.reduce((before, [atMs, id]) => act(runUntil(before, atMs), id, atMs), start({ ...APP, ...knobs })))
	);

/** Every message that was delivered, in order. */
function messagesIn(history: History): Message[] {
	return history.entries.flatMap(({ choice, world: { nowMs } }, step): Message[] => {
		if (choice.type === 'act') return [];
		const message = seek(history, step).pending.find(({ id }) => id === choice.id);
		if (!message) return [];
		const { from, to, event } = message;
		return [{ step, atMs: nowMs, from, to, event, packet: 'packet' in event ? event.packet : undefined }];
	});
}

type Wanted = Partial<{
	type: ModelEvent['type'];
	from: ComponentId;
	to: ComponentId;
	purpose: Purpose;
	inner: Purpose;
	segment: Packet['segment'];
}>;

/** The messages that answer to all of this. `inner` is what an envelope holds. */
export const delivered = ({ messages }: Run, { type, from, to, purpose, inner, segment }: Wanted): Message[] =>
	messages.filter(
		({ event, packet, ...message }) =>
			(type === undefined || event.type === type) &&
			(from === undefined || message.from === from) &&
			(to === undefined || message.to === to) &&
			(purpose === undefined || packet?.purpose === purpose) &&
			(inner === undefined || packet?.inner?.purpose === inner) &&
			(segment === undefined || (packet?.inner ?? packet)?.segment === segment)
	);

/** The only message of its kind, or the first of several; fails when there is none. */
export function first(run: Run, wanted: Wanted): Message {
	const message = delivered(run, wanted)[0];
	if (!message) throw new Error(`No message answers to ${JSON.stringify(wanted)}.`);
	return message;
}

/** Packets whose fate was settled, in order. */
export const settled = ({ records }: Run, wanted: Partial<PacketRecord>): PacketRecord[] =>
	records.flatMap(({ packet }) =>
		packet && Object.entries(wanted).every(([key, value]) => packet[key as keyof PacketRecord] === value)
			? [packet]
			: []
	);

/** What became of the packets of this purpose, each fate once. */
export const fatesOf = (run: Run, purpose: Purpose): Fate[] => [
	...new Set(settled(run, { purpose }).map(({ fate }) => fate))
];

/** All states that a region or a machine went through, in order, each time it changed. */
export function statesOf({ history }: Run, component: ComponentId, region = ''): string[] {
	const states = [history.first, ...history.entries.map(({ world }) => world)].map((world) => {
		const leaf = leavesOf(world.machines[component].value).find((path) => path.startsWith(region)) ?? '';
		return leaf.split('.').at(-1) ?? '';
	});
	return states.filter((state, at) => state !== states[at - 1]);
}

/** Why the acts that were refused were refused, in order. */
export const refusals = ({ records }: Run): string[] =>
	records.filter(({ refused }) => refused).map(({ text }) => text);
