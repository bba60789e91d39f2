import { titleOf } from '../machines/components';
import type { ReasonId } from '../machines/reasons';
import { seek, type Entry } from '../sim/history';
import { connectivity, isLocked } from '../sim/summary';
import { circleOf, waitsIn } from '../sim/waits';
import { kernelContext, sessionContext, stateOf, tunnelContext, type World } from '../sim/world';
import { closeUpOf, type CloseUp } from './closeup/closeUp';
import type { Wall } from './closeup/walls';
import type { DrawnRoom, Scene } from './drawables';
import type { RoomId } from './layout';
import { UPRIGHT } from './plate/phonePlan';
import { runningSummaryOf, NOTHING_YET, type RunningSummary } from './runningSummary';
import { roomLabels } from './stateLabels';
import type { Timeline } from './timeline';

const ROOMS: readonly RoomId[] = [
	...(Object.keys(UPRIGHT.rooms) as RoomId[]),
	'accessPoint',
	'relay',
	'gateway',
	'internet'
];

const scenes = new WeakMap<Timeline, Map<string, Scene>>();
/** How many scenes of a run are kept: those around where somebody is. */
const KEPT = 24;

/**
 * The scene after so many steps: all that the picture shows and the caption says, but for what is under way between two
 * steps (`flightsAt`).
 * @param timeline a run, laid out for watching
 * @param steps how many of its steps have happened
 * @param knownOnly leaves out what is assumed
 * @param wall that the loupe shows; the one at which it just happened, when none is given
 * @returns plain data, for any renderer and any layout; the same value for the same moment, as long as it is remembered
 */
export function sceneAt(timeline: Timeline, steps: number, knownOnly = false, wall?: Wall): Scene {
	const known = scenes.get(timeline) ?? new Map<string, Scene>();
	scenes.set(timeline, known);
	const key = `${steps} ${knownOnly} ${wall?.left} ${wall?.right}`;
	const made = known.get(key) ?? makeScene(timeline, steps, knownOnly, wall);
	known.set(key, made);
	const [oldest] = known.keys();
	if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
	return made;
}

function makeScene({ history }: Timeline, steps: number, knownOnly: boolean, wall: Wall | undefined): Scene {
	const world = seek(history, steps);
	const told = runningSummaryOf(history)[steps] ?? NOTHING_YET;
	const waits = waitsIn(world);
	const circle = circleOf(waits);
	const rooms = roomsOf(
		world,
		history.entries[steps - 1],
		waits.map(({ from }) => from),
		told
	);
	const closeUp = closeUpOf(history, steps, knownOnly, wall);
	return {
		world,
		atMs: world.nowMs,
		steps,
		rooms: rooms.map((room) => (knownOnly && room.evidence === 'assumed' ? unknown(room) : room)),
		closeUp,
		closesCircle: isLocked(world) && circle !== null && tellsOfCircle(closeUp),
		tally: told.tally,
		flag: {
			saved: sessionContext(world).saved?.includeAllNetworks ?? null,
			inForce: kernelContext(world).inForce?.includeAllNetworks ?? null
		},
		configurations: { saved: sessionContext(world).saved, running: sessionContext(world).running },
		relay: { index: tunnelContext(world).relayIndex, up: stateOf(world, 'relay') === 'up' },
		connectivity: connectivity(world),
		locked: isLocked(world),
		waits,
		circle,
		caption: knownOnly ? told.known : told.caption
	};
}

/** The circle is to be seen where somebody wants the network and no tunnel can be launched for it. */
const tellsOfCircle = (closeUp: CloseUp | null): boolean =>
	NOTHING_TO_LAUNCH.has(closeUp?.beats.at(-1)?.happening.record.reason ?? null);
const NOTHING_TO_LAUNCH: ReadonlySet<ReasonId | null> = new Set([
	'session.cannotLaunch',
	'session.launchesNothing'
] satisfies ReasonId[]);

function roomsOf(
	world: World,
	last: Entry | undefined,
	waiting: readonly string[],
	{ rooms }: RunningSummary
): DrawnRoom[] {
	const busy = new Set(last?.records.map(({ component }) => component));
	return ROOMS.map((id) => ({
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
