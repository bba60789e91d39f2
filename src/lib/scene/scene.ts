import { easeQuadOut } from 'd3-ease';
import { titleOf } from '../machines/components';
import { seek, type Entry } from '../sim/history';
import type { TraceRecord } from '../sim/traceRecord';
import { connectivity, isLocked } from '../sim/summary';
import { circleOf, waitsIn } from '../sim/waits';
import { kernelContext, sessionContext, stateOf, tunnelContext, type World } from '../sim/world';
import { runningSummaryOf, NOTHING_YET, type RunningSummary } from './runningSummary';
import type { DrawnFate, DrawnRoom, Scene } from './drawables';
import { glyphOf, inTheAir } from './flights';
import type { Layout, RoomId } from './layout';
import { centre } from './polyline';
import { stepsAt, type Timeline } from './timeline';
import { roomLabels } from './stateLabels';

/** How long a fate is shown as it happens, in ms of play time. */
const FATE_MS = 1_300;

/**
 * The scene at a play time: what the picture shows and the caption says.
 * @param timeline a run, laid out for watching
 * @param layout where rooms and wires are: `WIDE`, `TALL` or `HALF`
 * @param nowMs the play time, in ms
 * @param knownOnly leaves out what is assumed
 * @returns plain data, for any renderer
 */
export function sceneAt(timeline: Timeline, layout: Layout, nowMs: number, knownOnly = false): Scene {
	const steps = stepsAt(timeline, nowMs);
	const { history } = timeline;
	const world = seek(history, steps);
	const told = runningSummaryOf(history)[steps] ?? NOTHING_YET;
	const waits = waitsIn(world);
	const circle = circleOf(waits);
	const fates = fatesAt(timeline, layout, steps, nowMs);
	const { packets, slips } = inTheAir(timeline, layout, nowMs, knownOnly);
	return {
		atMs: world.nowMs,
		steps,
		rooms: roomsOf(
			world,
			history.entries[steps - 1],
			layout,
			waits.map(({ from }) => from),
			told
		).map((room) => (knownOnly && room.evidence === 'assumed' ? unknown(room) : room)),
		packets,
		slips,
		fates,
		held: heldIn(world, layout),
		tally: told.tally,
		flag: {
			saved: sessionContext(world).saved?.includeAllNetworks ?? null,
			inForce: kernelContext(world).inForce?.includeAllNetworks ?? null
		},
		configurations: { saved: sessionContext(world).saved, running: sessionContext(world).running },
		utun: kernelContext(world).utun,
		usesStack: world.knobs.transport === 'userspaceStack',
		relay: { index: tunnelContext(world).relayIndex, up: stateOf(world, 'relay') === 'up' },
		connectivity: connectivity(world),
		locked: isLocked(world),
		rule: told.rule,
		wall: Math.max(
			0,
			...fates.filter(({ kind }) => kind === 'leaked').map(({ t }) => 1 - t),
			...packets.map(({ leaking }) => (leaking ? 0.7 : 0))
		),
		waits,
		circle,
		caption: knownOnly ? told.known : told.caption
	};
}

function roomsOf(
	world: World,
	last: Entry | undefined,
	layout: Layout,
	waiting: readonly string[],
	{ rooms }: RunningSummary
): DrawnRoom[] {
	const busy = new Set(last?.records.map(({ component }) => component));
	return (Object.keys(layout.rooms) as RoomId[]).map((id) => ({
		id,
		name: titleOf(id),
		...roomLabels(world, id),
		active: busy.has(id),
		waiting: waiting.includes(id),
		evidence: rooms[id] ?? null
	}));
}

/** A room whose state we only assume, for readers who hide that. */
const unknown = (room: DrawnRoom): DrawnRoom => ({ ...room, state: 'not known', details: [], active: false });

/** The waiting bay, in the order of arrival. */
function heldIn(world: World, { bay, glyph }: Layout): Scene['held'] {
	const perRow = Math.max(1, Math.floor((bay.width - 8) / (glyph * 3)));
	return kernelContext(world).held.map((packet, i) => ({
		...glyphOf(packet),
		purpose: packet.purpose,
		at: {
			x: bay.x + glyph * 2 + (i % perRow) * glyph * 3,
			y: bay.y + bay.height - glyph * 2 - Math.floor(i / perRow) * glyph * 3
		}
	}));
}

/** Fates that are happening: each lasts a little, so that the eye can follow. */
function fatesAt({ history, playMs }: Timeline, layout: Layout, steps: number, nowMs: number): DrawnFate[] {
	const fates: DrawnFate[] = [];
	for (let i = steps - 1; i >= 0 && nowMs - (playMs[i] ?? 0) < FATE_MS; i--) {
		const t = easeQuadOut((nowMs - (playMs[i] ?? 0)) / FATE_MS);
		for (const record of history.entries[i]?.records ?? []) {
			const drawn = fateOf(record, layout);
			if (drawn) fates.push({ key: `${record.step}-${drawn.kind}`, t, ...drawn });
		}
	}
	return fates;
}

function fateOf(
	{ component, packet, carries }: TraceRecord,
	layout: Layout
): Pick<DrawnFate, 'kind' | 'shape' | 'at'> | null {
	if (!packet || !carries || component === 'person') return null;
	const { shape } = glyphOf(carries);
	const { en0 } = layout.doors;
	switch (packet.fate) {
		case 'vanished':
			return { kind: 'vanished', shape, at: layout.points };
		case 'leaked':
			return { kind: 'leaked', shape, at: centre(en0) };
		case 'refused':
		case 'delivered':
			return { kind: packet.fate, shape, at: badgeSpot(layout, component) };
		default:
			return null;
	}
}

/** Where a room shows that something arrived: its upper right corner. */
function badgeSpot(layout: Layout, room: RoomId): DrawnFate['at'] {
	const { x, y, width } = layout.rooms[room];
	return { x: x + width - layout.glyph * 1.6, y: y + layout.glyph * 1.6 };
}
