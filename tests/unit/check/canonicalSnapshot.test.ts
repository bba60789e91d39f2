/** What the checker leaves out of a snapshot makes no difference: whoever has it in common answers the same to everything. */
import { expect, test } from 'vitest';
import { canonicalSnapshot } from '../../../src/lib/check/enabledChoices.ts';
import type { ComponentId } from '../../../src/lib/machines/components.ts';
import type { ModelEvent } from '../../../src/lib/machines/events.ts';
import { ask, intern } from '../../../src/lib/sim/machineAdapter.ts';
import type { Snapshot } from '../../../src/lib/sim/world.ts';
import { deliveriesOf, RUNS } from '../sim/runs.ts';

/** All that an answer does to others and to the machine’s own future; words and the length of timers are not among it. */
function effectsOf(component: ComponentId, snapshot: Snapshot, event: ModelEvent) {
	const { next, micros } = ask(component, snapshot, event);
	const does = micros.flatMap(({ effects }) =>
		effects
			.filter(({ kind }) => kind !== 'note')
			.map((effect) => (effect.kind === 'timer' ? { ...effect, delayMs: 0 } : effect))
	);
	return { does, next: canonicalSnapshot(component, next) };
}

const interned = (component: ComponentId, snapshot: Snapshot): Snapshot => {
	const { value, context } = canonicalSnapshot(component, snapshot);
	return intern(component, value, context);
};

test('in every run, a snapshot and what matters of it answer alike', { timeout: 60_000 }, () => {
	for (const { before, message } of RUNS.flatMap(({ run }) => deliveriesOf(run()))) {
		const snapshot = before.machines[message.to];
		const essence = interned(message.to, snapshot);
		expect(effectsOf(message.to, essence, message.event), `${message.to} ${message.event.type}`).toEqual(
			effectsOf(message.to, snapshot, message.event)
		);
	}
});

test(
	'and so do all snapshots of a component that have it in common, asked whatever any of them was asked',
	{ timeout: 60_000 },
	() => {
		const asked = new Map<ComponentId, { snapshots: Set<Snapshot>; events: Map<string, ModelEvent> }>();
		for (const { before, message } of RUNS.flatMap(({ run }) => deliveriesOf(run()))) {
			const known = asked.get(message.to) ?? { snapshots: new Set(), events: new Map() };
			known.snapshots.add(before.machines[message.to]);
			// A timer of a state that is not active has been cancelled: nobody is asked it.
			if (!message.timer) known.events.set(JSON.stringify(message.event), message.event);
			asked.set(message.to, known);
		}
		for (const [component, { snapshots, events }] of asked) {
			for (const snapshot of snapshots) {
				const essence = interned(component, snapshot);
				if (essence === snapshot) continue;
				// Only a question that has just been asked is answered.
				const heard = [...events.values()].filter(({ type }) => type !== 'outcome');
				for (const event of heard)
					expect(effectsOf(component, essence, event), `${component} ${event.type}`).toEqual(
						effectsOf(component, snapshot, event)
					);
			}
		}
	}
);
