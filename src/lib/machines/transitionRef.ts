import { createMachine, type AnyStateMachine, type AnyStateNode, type AnyTransitionDefinition } from 'xstate';
import type { NoteParams } from './actions';
import { listOf, mapped } from './configTables';
import { guardLabel } from './guardLabel';

/**
 * Which transition of a machine was taken, as plain data. Source, event and index identify it among all transitions of
 * its machine; guard and targets say what it is without a look at the definition.
 */
export interface TransitionRef {
	/** The path of the state that has it, such as `process.running`; empty for the machine itself. */
	readonly source: string;
	/** The event’s type; a timer is called by its delay, such as `after launch`. */
	readonly event: string;
	/** Its place among the transitions that this state has for this event: the first whose guard holds is taken. */
	readonly index: number;
	/** The guard in words, or null when it has none. */
	readonly guard: string | null;
	/** The paths of the states it leads to; none when it stays where it is. */
	readonly targets: readonly string[];
}

/** Whether two references mean the same transition of a machine, also after one has been through JSON. */
export const isSameTransition = (one: TransitionRef | null, other: TransitionRef | null): boolean =>
	one === other ||
	(one !== null &&
		other !== null &&
		one.source === other.source &&
		one.event === other.event &&
		one.index === other.index);

/** A transition in the definition’s own words: “tunnel.exited [on-demand is armed]: connected → disconnected”. */
export const transitionLabel = ({ source, event, guard, targets }: TransitionRef): string =>
	`${event}${guard === null ? '' : ` [${guard}]`}: ${[source === '' ? 'any state' : source, ...targets].join(' → ')}`;

const AFTER = 'xstate.after.';

/** An event’s name for people: XState’s own timers are called by the name of their delay. */
export const eventLabel = (type: string): string => (type.startsWith(AFTER) ? `after ${type.split('.')[2]}` : type);

const pathOf = (node: AnyStateNode): string => node.path.join('.');

/** The reference to the transition that stands at this index among its state’s transitions for its event. */
export const transitionRefOf = (
	{ source, eventType, guard, target }: AnyTransitionDefinition,
	index: number
): TransitionRef =>
	Object.freeze({
		source: pathOf(source as AnyStateNode),
		event: eventLabel(String(eventType)),
		index,
		guard: guardLabel(guard),
		targets: Object.freeze((target ?? []).map((node) => pathOf(node as AnyStateNode)))
	});

type TransitionConfig = { readonly actions?: unknown };
type Table = Readonly<Record<string, unknown>>;
interface Note {
	readonly type: 'note';
	readonly params: NoteParams;
}

const isNote = (action: unknown): action is Note =>
	typeof action === 'object' && action !== null && (action as Note).type === 'note';

/** The note of a transition: its reason, and the reference that `withTransitionRefs` put there; undefined without one. */
export const noteOf = ({ actions }: AnyTransitionDefinition): Required<NoteParams> | undefined =>
	(actions as readonly unknown[]).find(isNote)?.params as Required<NoteParams> | undefined;

/**
 * The same machine, in which the note of each transition says which transition it belongs to. XState gives the actions
 * of the transitions it took, so whoever reads a note knows the transition that was taken and need not infer it.
 */
export const withTransitionRefs = (machine: AnyStateMachine): AnyStateMachine =>
	createMachine(
		configWithRefs(machine.root) as Parameters<typeof createMachine>[0],
		machine.implementations as Parameters<typeof createMachine>[1]
	);

function configWithRefs(node: AnyStateNode): Table {
	const config = node.config as Table & { readonly on?: Table; readonly after?: Table };
	return {
		...config,
		...(config.on ? { on: mapped(config.on, (given, event) => withRefs(given, definitions(node, event))) } : {}),
		...(config.after
			? {
					after: mapped(config.after, (given, delay) =>
						withRefs(given, definitions(node, `${AFTER}${delay}.${node.id}`))
					)
				}
			: {}),
		...(config.states ? { states: mapped(node.states, (child) => configWithRefs(child as AnyStateNode)) } : {})
	};
}

const definitions = (node: AnyStateNode, eventType: string): readonly AnyTransitionDefinition[] =>
	node.transitions.get(eventType) ?? [];

const withRefs = (given: unknown, taken: readonly AnyTransitionDefinition[]) =>
	listOf(given as TransitionConfig | readonly TransitionConfig[]).map((config, index) => {
		const transition = taken[index];
		if (!transition) throw new Error(`XState knows no transition for ${JSON.stringify(config)}.`);
		const ref = transitionRefOf(transition, index);
		return {
			...config,
			actions: listOf(config.actions).map((action) =>
				isNote(action) ? { ...action, params: { ...action.params, transition: ref } } : action
			)
		};
	});
