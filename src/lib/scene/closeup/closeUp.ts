import type { Evidence } from '../../machines/evidence';
import type { Packet } from '../../machines/packets';
import { seek, type History } from '../../sim/history';
import { kernelContext, stateOf, tunnelContext, type World } from '../../sim/world';
import { beatOf, type Beat } from './beats';
import { chamberOf, type Chamber } from './chambers';
import { episodeAt } from './episode';
import { isTunnelWall, type Wall } from './walls';

/** The way out through the tunnel, as far as it is there. */
export type Pipe = 'full' | 'hollow' | 'none';

/**
 * A moment, close up: the wall at which it happens, who is at both sides, what happened in which order, why, and how that
 * is known. No places yet: `drawCloseUp` gives them.
 */
export interface CloseUp {
	readonly wall: Wall;
	readonly left: Chamber;
	readonly right: Chamber;
	/** What happened, in causal order; the last has just happened. */
	readonly beats: readonly Beat[];
	readonly pipe: Pipe;
	/** Who is held in the waiting bay, in the order of arrival. */
	readonly held: readonly Packet[];
	/** Something leaves without protection: the wall lights up. */
	readonly isLit: boolean;
	readonly usesStack: boolean;
	readonly multihop: boolean;
	readonly cause: string;
	/** Null before anything has happened. */
	readonly evidence: Evidence | null;
}

/** Where the loupe is before anything has happened, and what it says there. */
const FIRST_WALL: Wall = { left: 'tunnelProcess', right: 'kernelRouter' };
const NOTHING_YET = 'nothing has happened yet';

/** Deeds that begin something new at a wall: what was before them is over. */
const BEGINS: readonly Beat['deed'][] = ['makes', 'builds'];

/** The beats that belong together: from the last one that began something. */
function lastExchange(beats: readonly Beat[]): readonly Beat[] {
	const last = beats.length - 1;
	const isLastOfStep = (i: number) => beats[i]?.happening.entry === beats[last]?.happening.entry;
	const begun = beats.findLastIndex(
		({ deed, happening }, i) => BEGINS.includes(deed) || (happening.arrival.event.type === 'act' && !isLastOfStep(i))
	);
	const asked = beats.findLastIndex(({ deed, packet }) => deed === 'utun' && packet?.sender !== 'tunnelProcess');
	return beats.slice(Math.max(0, begun, asked));
}

function pipeOf(world: World): Pipe {
	if (stateOf(world, 'tunnelProcess') === 'absent') return 'none';
	if (stateOf(world, 'kernelRouter') === 'tunnelUp') return 'full';
	return kernelContext(world).utun ? 'hollow' : 'none';
}

/**
 * A moment of a run, close up.
 * @param history the run
 * @param steps how many of its steps have happened
 * @param knownOnly leaves out what is assumed
 * @param asked the wall to look at; where it just happened, when none is
 * @returns the close-up; without beats before anything has happened there
 */
export function closeUpOf(history: History, steps: number, knownOnly = false, asked?: Wall): CloseUp {
	const episode = episodeAt(history, steps, knownOnly, asked);
	const { wall, happenings } = episode ?? { wall: asked ?? FIRST_WALL, happenings: [] };
	const world = seek(history, steps);
	const beats = lastExchange(happenings.map(beatOf));
	const last = beats.at(-1);
	const decided = beats.findLast(({ happening }) => happening.record.rule !== null)?.packet ?? null;
	const own = isTunnelWall(wall);
	return {
		wall,
		left: chamberOf(wall.left, world, decided, own),
		right: chamberOf(wall.right, world, decided, own),
		beats,
		pipe: pipeOf(world),
		held: kernelContext(world).held,
		isLit: last?.fate === 'leaked',
		usesStack: world.knobs.transport === 'userspaceStack',
		multihop: world.knobs.multihop && tunnelContext(world).relayIndex >= 0,
		cause: last?.cause ?? NOTHING_YET,
		evidence: last?.evidence ?? null
	};
}
