import { bisectLeft } from 'd3-array';
import type { ComponentId } from '../machines/components';
import type { ReasonId } from '../machines/reasons';
import type { History } from '../sim/history';

/** What each component told, in order: at which steps, and by which reasons. */
type Told = ReadonlyMap<ComponentId, { readonly steps: number[]; readonly reasons: ReasonId[] }>;

const known = new WeakMap<History, Told>();

/** Read once per history, then looked up. */
function toldIn(history: History): Told {
	const remembered = known.get(history);
	if (remembered) return remembered;
	const told = new Map<ComponentId, { readonly steps: number[]; readonly reasons: ReasonId[] }>();
	history.entries.forEach(({ records }, step) => {
		for (const { component, reason } of records) {
			if (reason === null) continue;
			const ofComponent = told.get(component) ?? { steps: [], reasons: [] };
			told.set(component, ofComponent);
			ofComponent.steps.push(step);
			ofComponent.reasons.push(reason);
		}
	});
	known.set(history, told);
	return told;
}

/** The reason of a component’s last transition within so many steps, or null when it has not moved yet. */
export function lastReason(history: History, component: ComponentId, steps: number): ReasonId | null {
	const told = toldIn(history).get(component);
	return told?.reasons[bisectLeft(told.steps, steps) - 1] ?? null;
}
