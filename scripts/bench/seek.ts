/**
 * A long history and a short one: how fast they grow, and how long it takes to be at any place in them with its scene.
 * Run as a process of its own. Prints one JSON object.
 */
import { RELEASED_APP } from '../../src/lib/machines/knobs.ts';
import { sceneAt } from '../../src/lib/scene/scene.ts';
import { layOut, type Timeline } from '../../src/lib/scene/timeline.ts';
import { act, advance, append, seek, settle, start, type History } from '../../src/lib/sim/history.ts';
import { step } from '../../src/lib/sim/step.ts';
import { places, quantile, timed } from './clock.ts';

const LONG = 12_000;
const SHORT = 120;
const LOOKS = 2_000;
/** A look-up alone is too short to be timed, so each place is looked up this often. */
const TIMES = 500;

const connected = settle(act(settle(start(RELEASED_APP)), 'connect'));
const grow = (length: number) => advance(connected, (_, steps) => steps >= length);

/** Being at random places: the mean look-up, in ms, and the spread of the look-ups that draw a scene as well. */
function visits(timeline: Timeline) {
	const { history } = timeline;
	const stops = places(LOOKS, history.entries.length);
	const lookUps = timed(() => {
		for (let time = 0; time < TIMES; time++) stops.forEach((at) => seek(history, at));
	});
	const scenes = stops.map((at) => timed(() => sceneAt(timeline, at)).ms);
	return {
		seekMs: lookUps.ms / LOOKS / TIMES,
		sceneMs: { median: quantile(scenes, 0.5), p95: quantile(scenes, 0.95) }
	};
}

const grown = timed(() => grow(LONG));
const long = grown.value;
const choices = long.entries.map(({ choice }) => choice);
const appended = timed(() => choices.reduce<History>(append, start(RELEASED_APP)));
const replayed = timed(() => choices.reduce((world, choice) => step(world, choice).world, long.first));
const laidOut = timed(() => layOut(long));
const firstScene = timed(() => sceneAt(laidOut.value, LONG));
const short = layOut(grow(SHORT));
sceneAt(short, SHORT);

console.log(
	JSON.stringify({
		...{ entries: LONG, shortEntries: SHORT },
		grownPerSecond: ((LONG - connected.entries.length) / grown.ms) * 1_000,
		appendedPerSecond: (LONG / appended.ms) * 1_000,
		replayMs: replayed.ms,
		layOutMs: laidOut.ms,
		firstSceneMs: firstScene.ms,
		long: visits(laidOut.value),
		short: visits(short)
	})
);
