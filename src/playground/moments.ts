/**
 * The moments that the fixtures show. Each is one of a run of the story: nothing on the playground is made up. Where a
 * table of the model says what there is to be shown, its moments are found in the runs instead.
 */
import type { ComponentId } from '../lib/machines/components';
import type { Flights, Scene } from '../lib/scene/drawables';
import { flightsAt } from '../lib/scene/flights';
import type { Layout, RoomId } from '../lib/scene/layout';
import { sceneAt } from '../lib/scene/scene';
import { roomLabels } from '../lib/scene/stateLabels';
import { momentOf } from '../lib/scene/storyboard';
import { layOut, stepsAt, type Timeline } from '../lib/scene/timeline';
import { play, SCENARIO_IDS, SCENARIOS, type ScenarioId } from '../lib/scenarios/scenarios';
import { act, fork, settle, type History } from '../lib/sim/history';
import { stateOf } from '../lib/sim/world';

/** A moment of a run by its title, or one of its ends. */
interface MomentSpec {
	readonly scenario: ScenarioId;
	readonly moment: string;
}

const START = 'the start';
const END = 'the end';

const MOMENTS = {
	beforeAnything: { scenario: 'first-screen', moment: START },
	connected: { scenario: 'first-screen', moment: 'Connected' },
	oneRequest: { scenario: 'one-request', moment: END },
	lyingLease: { scenario: 'localnet-flag-off', moment: 'A lying lease' },
	leak: { scenario: 'localnet-flag-off', moment: 'A LocalNet leak' },
	vanishes: { scenario: 'two-pipes-flag-on', moment: 'A packet vanishes' },
	twoEnvelopes: { scenario: 'multihop-flag-on', moment: END },
	throughTheMux: { scenario: 'userspace-flag-on', moment: END },
	twoPeers: { scenario: 'two-peers-flag-on', moment: END },
	savedNotInForce: { scenario: 'edit-running', moment: 'Saved, not in force' },
	updateBegins: { scenario: 'update-flag-on', moment: 'The update begins' },
	updated: { scenario: 'update-flag-off', moment: 'Updated' },
	circleCloses: { scenario: 'update-flag-on', moment: 'The circle closes' },
	lockedOut: { scenario: 'update-flag-on', moment: END },
	wayOut: { scenario: 'exit-cancel-toggle', moment: 'A way out' },
	afterTheReboot: { scenario: 'exit-reboot-retry', moment: END }
} as const satisfies Record<string, MomentSpec>;
export type MomentId = keyof typeof MOMENTS;

const timelines = new Map<ScenarioId, Timeline>();

/** A run of the story, laid out for watching: played once. */
export function timelineOf(scenario: ScenarioId): Timeline {
	const timeline = timelines.get(scenario) ?? layOut(play(SCENARIOS[scenario]));
	timelines.set(scenario, timeline);
	return timeline;
}
export const runOf = (scenario: ScenarioId): History => timelineOf(scenario).history;

/** Where a moment is in its run: in ms of play time, and after how many steps. Throws when its run has no such moment. */
export function placeOf(id: MomentId): { timeline: Timeline; run: History; playMs: number; steps: number } {
	const { scenario, moment }: MomentSpec = MOMENTS[id];
	const timeline = timelineOf(scenario);
	const playMs = moment === START ? 0 : moment === END ? timeline.durationMs : happensAt(timeline, moment);
	return { timeline, run: timeline.history, playMs, steps: stepsAt(timeline, playMs) };
}

const happensAt = (timeline: Timeline, title: string): number => timeline.playMs[momentOf(timeline, title).entry] ?? 0;

/** What a moment is called, for people. */
export const captionOf = (id: MomentId): string =>
	`${MOMENTS[id].moment}, in “${SCENARIOS[MOMENTS[id].scenario].title}”`;

/** What plate and loupe show at a moment. */
export function sceneOf(id: MomentId): Scene {
	const { timeline, steps } = placeOf(id);
	return sceneAt(timeline, steps);
}

/** The first scene of any run for which this holds. Throws when there is none: then nothing of the story shows it. */
export function sceneWhere(what: string, holds: (scene: Scene) => boolean): Scene {
	for (const scene of everyScene()) if (holds(scene)) return scene;
	throw new Error(`No run of the story shows ${what}.`);
}

/** What a reader can do that nobody does in the story: a ping before there is a tunnel is refused. */
const readersRuns = (): Timeline[] => [layOut(settle(act(fork(runOf('first-screen'), 0), 'ping')))];

function* everyScene(): Generator<Scene> {
	for (const timeline of [...SCENARIO_IDS.map(timelineOf), ...readersRuns()]) {
		for (let steps = 1; steps <= timeline.playMs.length; steps++) yield sceneAt(timeline, steps);
	}
}

/** A place in a run, in steps. */
export interface Reached {
	readonly scenario: ScenarioId;
	readonly steps: number;
}

/** Every state of a room in words, with where a run first gets there. */
export const statesOfRoom = (room: RoomId): ReadonlyMap<string, Reached> =>
	firstReached((world) => roomLabels(world, room).state);

/** Where a component is last moved in any run: its first run that gets it furthest. */
export function liveliest(component: ComponentId): Reached {
	const states = firstReached((world) => stateOf(world, component));
	return [...states.values()].at(-1) ?? { scenario: SCENARIO_IDS[0] as ScenarioId, steps: 0 };
}

function firstReached(nameOf: (world: History['first']) => string): Map<string, Reached> {
	const found = new Map<string, Reached>();
	for (const scenario of SCENARIO_IDS) {
		const { first, entries } = runOf(scenario);
		[first, ...entries.map(({ world }) => world)].forEach((world, steps) => {
			const name = nameOf(world);
			if (!found.has(name)) found.set(name, { scenario, steps });
		});
	}
	return found;
}

/** What plate and loupe show after so many steps of a run. */
export const sceneAfter = ({ scenario, steps }: Reached): Scene => sceneAt(timelineOf(scenario), steps);

/** The first flights of any run for which this holds. Throws when there are none: then nothing of the story shows it. */
export function flightsWhere(layout: Layout, what: string, holds: (flights: Flights) => boolean): Flights {
	for (const timeline of [...SCENARIO_IDS.map(timelineOf), ...readersRuns()])
		for (const playMs of timeline.playMs) {
			const flights = flightsAt(timeline, layout, playMs + LATER_MS);
			if (holds(flights)) return flights;
		}
	throw new Error(`No run of the story shows ${what}.`);
}

/** How long after a step flights are looked at, in ms of play time: what it caused is on its way. */
const LATER_MS = 210;
