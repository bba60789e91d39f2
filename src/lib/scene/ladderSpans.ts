import type { ComponentId } from '../machines/components';
import type { Packet, Protocol } from '../machines/packets';
import { present, type History } from '../sim/history';
import { kernelContext, stateOf, type World } from '../sim/world';
import { leaks } from './flights';
import { LEAVES } from './ladderRows';
import { isPacket } from './messageLabels';
import type { Flight } from './timeline';

/** How an arrow ends: as meant, at one of the fates, with the phone’s power, or not yet. */
export type ArrowEnd = 'arrives' | 'vanished' | 'held' | 'refused' | 'lost' | 'underWay';

/** A message or packet from one lane to another, or back to its own; slanted where time has passed. */
export interface Arrow {
	/** The message’s number, which no other has. */
	readonly id: number;
	/** Entries of the history; what was never delivered arrives at none. */
	readonly departs: number;
	readonly arrives: number | null;
	readonly from: ComponentId;
	readonly to: ComponentId;
	readonly y1: number;
	readonly y2: number;
	/** What a packet looks like it is from outside; null for a message that is none. */
	readonly protocol: Protocol | null;
	readonly end: ArrowEnd;
	readonly leaking: boolean;
}

/** A time along a lane: a process that is there, or a connection that the kernel router keeps waiting. */
export interface Bar {
	readonly kind: 'running' | 'held';
	readonly lane: ComponentId;
	/** Place in the queue, from 0 on. */
	readonly slot: number;
	/** The entry that begins it. */
	readonly entry: number;
	readonly y1: number;
	readonly y2: number;
}

/** All flights as arrows, in the order of their upper ends; those that arrive at no row are left out. */
export function arrowsOf(
	history: History,
	flights: readonly Flight[],
	ys: readonly number[],
	height: number,
	shown: ReadonlySet<number>
): Arrow[] {
	const underWay = new Set(present(history).pending.map(({ id }) => id));
	const reboots = history.entries.flatMap(({ choice }, i) =>
		choice.type === 'act' && choice.act === 'reboot' ? [i] : []
	);
	const lostAt = (flight: Flight) =>
		underWay.has(flight.message.id) ? null : (reboots.find((at) => at > flight.departs) ?? null);
	const arrows = flights.flatMap((flight): Arrow[] => {
		const { message, departs, arrives } = flight;
		if (arrives !== null && !shown.has(arrives)) return [];
		const lost = arrives === null ? lostAt(flight) : null;
		const ends = arrives ?? lost;
		return [
			{
				id: message.id,
				departs,
				arrives,
				from: message.from,
				to: message.to,
				y1: (ys[departs] ?? 0) + LEAVES,
				y2: ends === null ? height : (ys[ends] ?? height),
				protocol: isPacket(message.event) ? message.event.packet.protocol : null,
				end: arrives !== null ? endOf(history, flight, arrives) : lost === null ? 'underWay' : 'lost',
				leaking: leaks({ history }, flight)
			}
		];
	});
	return arrows.sort((a, b) => a.y1 - b.y1);
}

/** Only packets have fates: a word about a held packet arrives as any other. */
function endOf({ entries }: History, { message }: Flight, arrives: number): ArrowEnd {
	if (!isPacket(message.event)) return 'arrives';
	const fate = entries[arrives]?.records.find(({ packet }) => packet)?.packet?.fate;
	return fate === 'vanished' || fate === 'held' || fate === 'refused' ? fate : 'arrives';
}

/** When the tunnel’s process is there, and how long each held connection waits, in the order in which they begin. */
export function barsOf(history: History, ys: readonly number[], height: number): Bar[] {
	const bars: Bar[] = [];
	let running: number | null = null;
	let waiting: Waiting[] = [];
	const bar = (kind: Bar['kind'], lane: ComponentId, slot: number, entry: number, end: number | null) =>
		bars.push({ kind, lane, slot, entry, y1: ys[entry] ?? 0, y2: end === null ? height : (ys[end] ?? height) });
	history.entries.forEach(({ world }, i) => {
		if (isThere(world) !== (running !== null)) {
			if (running !== null) bar('running', 'tunnelProcess', 0, running, i);
			running = running === null ? i : null;
		}
		const { held } = kernelContext(world);
		const stays = stillWaiting(waiting, held);
		for (const { slot, entry } of waiting.filter((one) => !stays.includes(one)))
			bar('held', 'kernelRouter', slot, entry, i);
		waiting = [
			...stays,
			...held.slice(stays.length).map((packet, n) => ({ packet, slot: stays.length + n, entry: i }))
		];
	});
	if (running !== null) bar('running', 'tunnelProcess', 0, running, null);
	for (const { slot, entry } of waiting) bar('held', 'kernelRouter', slot, entry, null);
	return bars.sort((a, b) => a.y1 - b.y1);
}

interface Waiting {
	readonly packet: Packet;
	readonly slot: number;
	readonly entry: number;
}

const isThere = (world: World): boolean => stateOf(world, 'tunnelProcess') !== 'absent';

/** Who is still in the queue. Packets have no identity: the queue keeps its order, so the first that is alike is the one. */
function stillWaiting(waiting: readonly Waiting[], held: readonly Packet[]): Waiting[] {
	let next = 0;
	return waiting.filter(({ packet }) => {
		const stays = alike(packet, held[next]);
		if (stays) next++;
		return stays;
	});
}

const alike = (one: Packet, other: Packet | undefined): boolean =>
	other !== undefined &&
	one.sender === other.sender &&
	one.purpose === other.purpose &&
	one.destination === other.destination &&
	one.segment === other.segment;
