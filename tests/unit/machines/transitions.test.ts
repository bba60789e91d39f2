/** Every transition of every machine, taken: record, chart, list and trace name the one that XState took. */
import { describe, expect, test } from 'vitest';
import { createActor, SimulatedClock, type AnyTransitionDefinition } from 'xstate';
import { textLines } from '../../../scripts/trace/text.ts';
import { COMPONENTS, type ComponentId } from '../../../src/lib/machines/components.ts';
import { MACHINES } from '../../../src/lib/machines/machines.ts';
import { RELEASED_APP } from '../../../src/lib/machines/knobs.ts';
import { REASONS } from '../../../src/lib/machines/reasons/index.ts';
import { isSameTransition, noteOf, transitionLabel } from '../../../src/lib/machines/transitionRef.ts';
import { lastTransition } from '../../../src/lib/scene/lastTransitions.ts';
import { chartOf } from '../../../src/lib/scene/statechart.ts';
import type { History } from '../../../src/lib/sim/history.ts';
import { ask } from '../../../src/lib/sim/machineAdapter.ts';
import { ARTICLE_OUTCOMES } from '../../../src/lib/sim/outcomes.ts';
import { firstWorld, step } from '../../../src/lib/sim/step.ts';
import { leavesOf } from '../../../src/lib/sim/world.ts';
import { DEFINED, takenBy, witnesses, type Defined, type Witness } from './witnesses.ts';

const WITNESSES = witnesses();
const casesOf = (component: ComponentId): (readonly [Defined, Witness])[] =>
	[...WITNESSES].flatMap(([defined, witness]) =>
		witness && defined.component === component ? [[defined, witness] as const] : []
	);
const isQuiet = ({ transition }: Defined) => REASONS[noteOf(transition)!.reason].quiet === true;
const addsRepair = ({ transition, component }: Defined) =>
	noteOf(transition)!.reason.startsWith('repair.') ||
	noteOf(transition)!.reason === 'rule.downloaderExempt' ||
	transition.source.tags.includes('repair') ||
	MACHINES[component].root.tags.includes('repair');

/** A history of one step: a phone whose component is in this state is sent this event. */
function historyOf({ component }: Defined, { snapshot, event }: Witness): History {
	const blank = firstWorld(RELEASED_APP);
	const message = { id: 0, dueMs: 0, sentMs: 0, from: component, to: component, event, cause: -1 };
	const first = { ...blank, machines: { ...blank.machines, [component]: snapshot }, pending: [message] };
	const choice = { type: 'deliver', id: 0 } as const;
	return {
		knobs: RELEASED_APP,
		outcomes: ARTICLE_OUTCOMES,
		first,
		entries: [{ choice, ...step(first, choice) }]
	};
}

/** The transitions that XState’s own inspector sees: the reference that shares no code with the notes. */
function takenByXState(component: ComponentId, { snapshot, event }: Witness): AnyTransitionDefinition[] {
	const machine = MACHINES[component];
	const taken: AnyTransitionDefinition[] = [];
	const actor = createActor(machine, {
		snapshot: machine.resolveState({ ...snapshot }),
		clock: new SimulatedClock(),
		inspect: (inspected) => {
			if (inspected.type === '@xstate.microstep') taken.push(...inspected._transitions);
		}
	});
	actor.start();
	taken.length = 0;
	actor.send(event);
	actor.stop();
	return taken;
}

test('every transition can be taken, and in some case is', () => {
	const never = [...WITNESSES].flatMap(([{ component, ref }, witness]) =>
		witness ? [] : [`${component} ${transitionLabel(ref)}`]
	);
	expect(never).toEqual([]);
});

test('no two transitions of a machine have the same source, event and index', () => {
	for (const { component, ref } of DEFINED) {
		const same = DEFINED.filter((other) => other.component === component && isSameTransition(other.ref, ref));
		expect(same, `${component} ${transitionLabel(ref)}`).toHaveLength(1);
	}
});

test('the note of each transition names that transition', () => {
	for (const { transition, ref } of DEFINED) expect(noteOf(transition)?.transition).toEqual(ref);
});

describe.each(COMPONENTS)('%s: for each transition that is taken', (component) => {
	const cases = casesOf(component);

	test('the notes name those that XState’s inspector sees, in the same order', () => {
		for (const [, witness] of cases) {
			const named = takenBy(component, witness);
			const seen = takenByXState(component, witness).map(
				(transition) => DEFINED.find((defined) => defined.transition === transition)?.ref
			);
			expect(named).toEqual(seen);
		}
	});

	test('the machine is then in its target', () => {
		for (const [{ ref }, { snapshot, event }] of cases) {
			const micro = ask(component, snapshot, event).micros.find(({ effects }) =>
				effects.some((effect) => effect.kind === 'note' && isSameTransition(effect.transition, ref))
			);
			const leaves = leavesOf(micro!.after).map((leaf) => `${leaf}.`);
			for (const target of ref.targets)
				expect(
					leaves.some((leaf) => leaf.startsWith(`${target}.`)),
					transitionLabel(ref)
				).toBe(true);
		}
	});

	test('the record names its source, event, guard and target, unless it is housekeeping', () => {
		for (const [defined, witness] of cases) {
			const records = historyOf(defined, witness).entries[0]!.records;
			const named = records.filter(({ transition }) => isSameTransition(transition, defined.ref));
			if (isQuiet(defined)) expect(named).toEqual([]);
			else expect(named.map(({ transition }) => transition)).toContainEqual(defined.ref);
		}
	});

	test('the chart draws and lists the transition that the record names, and no other, unless only a repair adds it', () => {
		const drawn = chartOf(component).flatMap(({ transitions }) => transitions);
		for (const [defined, witness] of cases) {
			const record = lastTransition(historyOf(defined, witness), component, 1);
			if (!record) continue;
			const last = DEFINED.find(
				(each) => each.component === component && isSameTransition(each.ref, record.transition)
			)!;
			const lit = drawn.filter((transition) => isSameTransition(transition, record.transition));
			if (addsRepair(last)) expect(lit, transitionLabel(last.ref)).toEqual([]);
			else expect(lit, transitionLabel(last.ref)).toMatchObject([{ ...record.transition, reason: record.reason }]);
		}
	});

	test('the terminal prints it at the end of the record’s line', () => {
		for (const [defined, witness] of cases.filter(([each]) => !isQuiet(each))) {
			const lines = textLines(historyOf(defined, witness));
			expect(lines.filter((line) => line.endsWith(` (${transitionLabel(defined.ref)})`))).not.toEqual([]);
		}
	});
});

test('a component that has taken no transition yet has no last one', () => {
	const [[defined, witness]] = casesOf('relay') as [readonly [Defined, Witness]];
	expect(lastTransition(historyOf(defined, witness), 'relay', 0)).toBeNull();
	expect(lastTransition(historyOf(defined, witness), 'gateway', 1)).toBeNull();
});

test('seen: the session stops while it connects, and the chart names that and not the stop of a connected one', () => {
	const found = casesOf('sessionManager').find(
		([{ ref }]) => ref.source === 'connecting' && ref.event === 'stopVPNTunnel'
	)!;
	expect(lastTransition(historyOf(...found), 'sessionManager', 1)).toMatchObject({
		from: 'connecting',
		to: 'disconnecting',
		transition: { source: 'connecting', targets: ['disconnecting'] }
	});
});
