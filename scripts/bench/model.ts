/**
 * Steps of the model a second, beside what XState alone does with the same machines, snapshots and events in the same
 * process. Run as a process of its own, so that nothing is remembered when it begins. Prints one JSON object.
 */
import { getMicrosteps, transition, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import { MACHINES } from '../../src/lib/machines/machines.ts';
import type { ModelEvent } from '../../src/lib/machines/events.ts';
import { KNOB_VALUES, refuseKnobs, RELEASED_APP, type Knobs } from '../../src/lib/machines/knobs.ts';
import { play, SCENARIO_IDS, SCENARIOS } from '../../src/lib/scenarios/scenarios.ts';
import { act, seek, settle, start, type History } from '../../src/lib/sim/history.ts';
import { perSecond, timed } from './clock.ts';

interface Question {
	readonly machine: AnyStateMachine;
	readonly snapshot: AnyMachineSnapshot;
	readonly event: ModelEvent;
}

const playAll = (): History[] => SCENARIO_IDS.map((id) => play(SCENARIOS[id]));
const stepsOf = (histories: readonly History[]): number =>
	histories.reduce((sum, { entries }) => sum + entries.length, 0);

/** What was asked of which machine in a run: the deliveries of its messages. */
const questionsIn = (history: History): Question[] =>
	history.entries.flatMap(({ choice }, at) => {
		const before = seek(history, at);
		const message = choice.type === 'deliver' ? before.pending.find(({ id }) => id === choice.id) : undefined;
		if (!message) return [];
		const machine = MACHINES[message.to];
		const { value, context } = before.machines[message.to];
		return [
			{
				machine,
				snapshot: machine.resolveState({ value: value as string, context }) as AnyMachineSnapshot,
				event: message.event
			}
		];
	});

/** Every combination of knobs that can be and that no scenario has. */
function* otherKnobs(): Generator<Knobs> {
	const used = new Set(SCENARIO_IDS.map((id) => JSON.stringify({ ...RELEASED_APP, ...SCENARIOS[id].knobs })));
	const combinations = Object.entries(KNOB_VALUES).reduce<Partial<Knobs>[]>(
		(all, [knob, values]) => all.flatMap((knobs) => values.map((value) => ({ ...knobs, [knob]: value }))),
		[{}]
	) as Knobs[];
	for (const knobs of combinations) {
		if (refuseKnobs(knobs) === null && !used.has(JSON.stringify({ ...RELEASED_APP, ...knobs }))) yield knobs;
	}
}

const first = timed(playAll);
const steps = stepsOf(first.value);
const questions = first.value.flatMap(questionsIn);
const fresh = otherKnobs();

/** A phone with knobs that none had before connects and is updated. */
function turned(): number {
	const { value: knobs } = fresh.next() as { value: Knobs };
	return settle(act(settle(act(settle(start(knobs)), 'connect'), 20_000), 'update')).entries.length;
}

const rates = perSecond({
	transition: () => questions.map(({ machine, snapshot, event }) => transition(machine, snapshot, event)).length,
	microsteps: () => questions.map(({ machine, snapshot, event }) => getMicrosteps(machine, snapshot, event)).length,
	turned,
	remembered: () => stepsOf(playAll())
});

console.log(JSON.stringify({ steps, cold: (steps / first.ms) * 1_000, ...rates }));
