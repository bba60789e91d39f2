import type { AnyStateMachine } from 'xstate';
import { MACHINES } from '../machines/machines';
import type { ComponentId } from '../machines/components';
import type { Evidence } from '../machines/evidence';
import { isRepairReason, REASONS, type ReasonId } from '../machines/reasons';
import { noteOf, type TransitionRef } from '../machines/transitionRef';
import { stateLabel } from './stateLabels';

/** A state, and how deep it is nested. */
export interface ChartState {
	/** The path inside the machine, such as `process.running.probing`. */
	readonly path: string;
	readonly name: string;
	readonly depth: number;
	readonly compound: boolean;
}

/** A transition as its machine defines it, with the reason that its note names. */
export interface ChartTransition extends TransitionRef {
	readonly reason: ReasonId;
	readonly evidence: Evidence;
}

/** A region of a statechart: states of which exactly one is active. */
export interface ChartRegion {
	readonly name: string;
	readonly states: readonly ChartState[];
	readonly transitions: readonly ChartTransition[];
}

type Node = AnyStateMachine['root'];

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
	return [...node.transitions.values()].flat().flatMap((transition): ChartTransition[] => {
		const note = noteOf(transition);
		if (!note || isRepairReason(note.reason)) return [];
		return [{ ...note.transition, reason: note.reason, evidence: REASONS[note.reason].evidence }];
	});
}

/** The state in which a transition ends; one without a target stays where it is. */
export const targetOf = ({ source, targets }: TransitionRef): string => targets[0] ?? source;

/** The last part of a path, in words: `process.running.probing` is “probing”. */
export const shortLabel = (path: string): string => stateLabel(path.split('.').at(-1) ?? path);

/** From where to where a transition leads, in words: “connecting → disconnecting”, or just “connected” when it stays. */
export function endsLabel({ source, targets }: TransitionRef): string {
	const from = source === '' ? 'any state' : shortLabel(source);
	const to = targets.filter((target) => target !== source).map(shortLabel);
	return to.length === 0 ? from : `${from} → ${to.join(', ')}`;
}
