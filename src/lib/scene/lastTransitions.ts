import { bisectLeft } from 'd3-array';
import type { ComponentId } from '../machines/components';
import type { History } from '../sim/history';
import type { TraceRecord } from '../sim/traceRecord';

/** The records of transitions, each component’s in order, and at which steps they were taken. */
type Transitions = ReadonlyMap<ComponentId, { readonly steps: number[]; readonly records: TraceRecord[] }>;

const known = new WeakMap<History, Transitions>();

/** Read once per history, then looked up. */
function transitionsIn(history: History): Transitions {
	const remembered = known.get(history);
	if (remembered) return remembered;
	const made = new Map<ComponentId, { readonly steps: number[]; readonly records: TraceRecord[] }>();
	history.entries.forEach(({ records }, step) => {
		for (const record of records) {
			if (record.transition === null) continue;
			const ofComponent = made.get(record.component) ?? { steps: [], records: [] };
			made.set(record.component, ofComponent);
			ofComponent.steps.push(step);
			ofComponent.records.push(record);
		}
	});
	known.set(history, made);
	return made;
}

/** The record of a component’s last transition within so many steps, or null when it has taken none yet. */
export function lastTransition(history: History, component: ComponentId, steps: number): TraceRecord | null {
	const ofComponent = transitionsIn(history).get(component);
	return ofComponent?.records[bisectLeft(ofComponent.steps, steps) - 1] ?? null;
}
