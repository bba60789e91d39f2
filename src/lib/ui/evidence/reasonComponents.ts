import type { AnyStateNode } from 'xstate';
import { COMPONENTS, type ComponentId } from '../../machines/components';
import { MACHINES } from '../../machines/machines';
import type { ReasonId } from '../../machines/reasons';
import { noteOf } from '../../machines/transitionRef';

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];

/** For each reason, the components whose transitions it explains. */
export function reasonComponents(): ReadonlyMap<ReasonId, readonly ComponentId[]> {
	const users = new Map<ReasonId, ComponentId[]>();
	for (const component of COMPONENTS) {
		const transitions = nodesOf(MACHINES[component].root).flatMap((node) => [...node.transitions.values()].flat());
		for (const reason of new Set(transitions.flatMap((transition) => noteOf(transition)?.reason ?? [])))
			users.set(reason, [...(users.get(reason) ?? []), component]);
	}
	return users;
}
