import type { AnyStateMachine } from 'xstate';
import { MACHINES } from '../machines/machines';
import type { ComponentId } from '../machines/components';
import type { Evidence } from '../machines/evidence';
import { REASONS, type ReasonId } from '../machines/reasons';
import { RULES, type RuleId } from '../machines/rules';
import { stateLabel } from './stateLabels';

/** A state, and how deep it is nested. */
export interface ChartState {
	/** The path inside the machine, such as `process.running.probing`. */
	readonly path: string;
	readonly name: string;
	readonly depth: number;
	readonly compound: boolean;
}

/** A transition: from where, to where, and in whose words. */
export interface ChartTransition {
	/** Paths; a transition without a target stays where it is. */
	readonly from: string;
	readonly to: string;
	readonly event: string;
	readonly guard: string | null;
	readonly reason: ReasonId;
	readonly evidence: Evidence;
}

/** A region of a statechart: states of which exactly one is active. */
export interface ChartRegion {
	readonly name: string;
	readonly states: readonly ChartState[];
	readonly transitions: readonly ChartTransition[];
}

const isRepair = (reason: ReasonId): boolean => reason.startsWith('repair.') || reason === 'rule.downloaderExempt';

type Node = AnyStateMachine['root'];

const nameOfEvent = (event: string): string =>
	event.startsWith('xstate.after.') ? `after ${event.split('.')[2]}` : event;

/** The rule’s name is the guard of the kernel’s transitions; everything else is a sentence already. */
function guardName(guard: unknown): string | null {
	if (typeof guard === 'string') return guard;
	const { type, params } = (guard ?? {}) as { type?: string; params?: { id?: string; act?: string } };
	if (type === 'rule' && params?.id) return RULES[params.id as RuleId].name;
	return params?.act ?? type ?? null;
}

/**
 * A machine’s statechart, read off the definition that runs.
 * @param component whose machine
 * @returns its regions, each with its states and transitions
 */
export function chartOf(component: ComponentId): readonly ChartRegion[] {
	const { root } = MACHINES[component];
	const regions = root.type === 'parallel' ? Object.values(root.states) : [root];
	return regions.map((region) => ({
		name: region === root ? '' : stateLabel(region.key),
		states: statesOf(region, 0),
		transitions: [region, ...descendants(region)].flatMap(transitionsOf)
	}));
}

/** The phone as it ships: what only a repair adds is not drawn. */
const children = (node: Node): Node[] => Object.values(node.states).filter(({ tags }) => !tags.includes('repair'));
const descendants = (node: Node): Node[] => children(node).flatMap((child) => [child, ...descendants(child)]);
const pathOf = (node: Node): string => node.path.join('.');

function statesOf(node: Node, depth: number): ChartState[] {
	return children(node).flatMap((child) => [
		{ path: pathOf(child), name: stateLabel(child.key), depth, compound: children(child).length > 0 },
		...statesOf(child, depth + 1)
	]);
}

function transitionsOf(node: Node): ChartTransition[] {
	return [...node.transitions.values()].flat().flatMap(({ target, eventType, guard, actions }): ChartTransition[] => {
		const reason = (actions as { type?: string; params?: { reason?: ReasonId } }[]).find(({ type }) => type === 'note')
			?.params?.reason;
		if (!reason || isRepair(reason)) return [];
		return [
			{
				from: pathOf(node),
				to: pathOf(target?.[0] ?? node),
				event: nameOfEvent(String(eventType)),
				guard: guardName(guard),
				reason,
				evidence: REASONS[reason].evidence
			}
		];
	});
}
