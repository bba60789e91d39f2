import { NAMES, type ComponentId } from '../machines/components';
import type { Fate } from '../machines/evidence';
import type { Packet, Protocol } from '../machines/packets';
import { ACTS } from '../sim/acts';
import { seek, type Entry, type History } from '../sim/history';
import { OUTCOMES } from '../sim/outcomes';
import type { TraceRecord } from '../sim/traceRecord';
import type { Pending } from '../sim/world';
import type { Glyph } from './drawables';
import { glyphOf, leaks } from './flights';
import { logarithmic } from './logarithmic';
import { isPacket, messageLabel } from './messageLabels';
import type { Flight } from './timeline';
import { stateLabel } from './stateLabels';

/** Something that happened: one line across the ladder, for one entry of the history. */
export interface Row {
	/** Index into the history’s entries. */
	readonly entry: number;
	readonly y: number;
	readonly atMs: number;
	/** The time in seconds where it is another than in the row before, else null. */
	readonly tick: string | null;
	readonly lane: ComponentId;
	/** Who sent what arrives here; null for acts, timers and what is there at the beginning. */
	readonly from: ComponentId | null;
	readonly kind: 'message' | 'packet' | 'act' | 'timer';
	readonly words: string;
	/** The states that its lane has come to, in words; empty when it has not moved. */
	readonly states: string;
	readonly glyph: Glyph | null;
	/** What the glyph shows of a packet, in words: “TCP, in an envelope”; empty for what is none. */
	readonly about: string;
	readonly fate: Fate | null;
	/** In the clear outside the wall although a profile is meant to protect it. */
	readonly leaking: boolean;
	/** An act that made no sense. */
	readonly refused: boolean;
	/** What the records say, for whoever wants to know more. */
	readonly text: string;
}

/** What a row takes, in px around its line: as high as the smallest target that a finger may be asked to hit (WCAG 2.5.8). */
export const ROW = { above: 8, below: 16, height: 24 } as const;
/** What a step sends leaves its lane this far below what it got: nothing is drawn over the row’s words. */
export const LEAVES = 15;
export const TOP = 28;
/** Room for the line at which two runs part. */
const PARTING = 28;
const LONGEST = 60;

/**
 * The distance between two rows in px: it grows with the logarithm of the time between them, so that a millisecond and a minute both fit.
 * @internal for its tests
 */
export const gapPx = logarithmic({ none: ROW.height, least: 30, perDecade: 10, most: LONGEST });

export interface Rows {
	readonly rows: readonly Row[];
	/** Where each entry of the history is; one that is left out is where the row before it is. */
	readonly ys: readonly number[];
	/** Where this run begins to differ from another: above the row of that entry. */
	readonly partsY: number | null;
}

/** A row for every entry of which there is something to tell, or to draw. */
export function rowsOf(history: History, flights: readonly Flight[], knownOnly: boolean, partsAt: number | null): Rows {
	const landing = new Map(flights.map((flight) => [flight.arrives, flight]));
	const departing = new Set(flights.map(({ departs }) => departs));
	const rows: Row[] = [];
	const ys: number[] = [];
	let partsY: number | null = null;
	history.entries.forEach((entry, i) => {
		const records = entry.records.filter(({ evidence, refused }) => !knownOnly || refused || evidence !== 'assumed');
		const flight = landing.get(i);
		const last = rows.at(-1);
		// What was not worth a record is drawn when something goes from one lane to another, or begins here.
		const drawn =
			entry.records.length > 0
				? records.length > 0
				: (flight !== undefined && flight.message.from !== flight.message.to) || departing.has(i);
		if (drawn) {
			const parts = partsAt !== null && i >= partsAt && partsY === null;
			const y = (last ? last.y + gapPx(entry.world.nowMs - last.atMs) : TOP) + (parts ? PARTING : 0);
			if (parts) partsY = y - ROW.above - PARTING / 2;
			rows.push(rowOf(history, entry, i, y, last?.atMs ?? null, records, flight));
		}
		ys.push(rows.at(-1)?.y ?? TOP - ROW.height);
	});
	return { rows, ys, partsY };
}

function rowOf(
	history: History,
	entry: Entry,
	i: number,
	y: number,
	beforeMs: number | null,
	records: readonly TraceRecord[],
	flight: Flight | undefined
): Row {
	const atMs = entry.world.nowMs;
	const { choice } = entry;
	const message = choice.type === 'act' ? undefined : seek(history, i).pending.find(({ id }) => id === choice.id);
	const packet = message && isPacket(message.event) ? message.event.packet : null;
	return {
		entry: i,
		y,
		atMs,
		tick: atMs === beforeMs ? null : secondsOf(atMs),
		lane: message?.to ?? records[0]?.component ?? 'person',
		from: flight?.message.from ?? null,
		kind: choice.type === 'act' ? 'act' : packet ? 'packet' : flight ? 'message' : 'timer',
		words: wordsOfEntry(entry, message),
		states: statesIn(records),
		glyph: packet ? glyphOf(packet) : null,
		about: packet ? aboutOf(packet) : '',
		fate: packet ? (records.find((record) => record.packet)?.packet?.fate ?? null) : null,
		leaking: flight !== undefined && leaks({ history }, flight),
		refused: records.some(({ refused }) => refused),
		text: records.map(({ text }) => text).join(' ')
	};
}

const secondsOf = (ms: number): string => (ms / 1000).toFixed(3);

function wordsOfEntry({ choice }: Entry, message: Pending | undefined): string {
	if (choice.type === 'act') return ACTS[choice.act].label;
	if (choice.type === 'resolve' && message?.asks) return OUTCOMES[message.asks][choice.value ? 'yes' : 'no'];
	return message ? messageLabel(message.event) : '';
}

/** What has moved in a step, region by region, each named once. */
const statesIn = (records: readonly TraceRecord[]): string =>
	[...new Set(records.flatMap(({ from, to }) => (from === to ? [] : to.split(', '))))]
		.filter(Boolean)
		.map(stateLabel)
		.join(', ');

const PROTOCOLS: { readonly [protocol in Protocol]: string } = {
	icmp: 'ICMP',
	tcp: 'TCP',
	udp: 'UDP',
	wireguard: 'WireGuard'
};

const aboutOf = (packet: Packet): string =>
	`${PROTOCOLS[(packet.inner ?? packet).protocol]}${packet.inner ? `, in ${(packet.layers ?? 1) > 1 ? 'two envelopes' : 'an envelope'}` : ''}`;

/** Fates that have to be said beside the arrow; whatever else arrives, arrives. */
export const fateWords = ({ fate, leaking, refused }: Pick<Row, 'fate' | 'leaking' | 'refused'>): string | null =>
	leaking
		? 'outside the tunnel'
		: refused || fate === 'refused'
			? 'refused'
			: fate === 'vanished' || fate === 'held' || fate === 'leaked'
				? fate
				: null;

/** What a row is about, with the packet’s protocol and its fate: “probe request, ICMP, vanished”. */
export const saidOf = (row: Row): string => [row.words, row.about, fateWords(row)].filter(Boolean).join(', ');

/**
 * A row in one sentence.
 * @param row of a ladder
 * @returns such as “2.502 s, session manager to tunnel process: SIGTERM; now told to terminate”
 */
export function sentenceOf(row: Row): string {
	const { atMs, from, lane, states } = row;
	const who = from !== null && from !== lane ? `${NAMES[from]} to ${NAMES[lane]}` : NAMES[lane];
	return `${secondsOf(atMs)} s, ${who}: ${saidOf(row)}${states ? `; now ${states}` : ''}`;
}
