import {
	and,
	createMachine,
	not,
	or,
	type AnyStateMachine,
	type AnyStateNode,
	type AnyTransitionDefinition
} from 'xstate';
import type { NoteParams } from './actions';
import { RULES, type RuleId } from './rules';

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

/** What XState’s `and`, `or` and `not` give: a function that carries its operands. */
type Combinator = { readonly check: unknown; readonly guards: readonly unknown[] };
const isCombinator = (guard: unknown): guard is Combinator => typeof guard === 'function' && 'guards' in guard;
// By what they do and not by their names, which a bundler may take away.
const checkOf = (guard: unknown): unknown => (guard as Combinator).check;
const [AND, OR, NOT] = [and([]), or([]), not(() => true)].map(checkOf);

/** A guard in words: the rule’s name, the act’s, or the sentence that names it; combined guards with “and”, “or” and “not”. */
export function guardLabel(guard: unknown): string | null {
	if (guard === undefined || guard === null) return null;
	if (typeof guard === 'string') return guard;
	if (isCombinator(guard)) return combinedLabel(guard);
	const { type, params } = guard as { type?: string; params?: { id?: RuleId; act?: string } };
	if (type === 'rule' && params?.id) return RULES[params.id].name;
	return params?.act ?? type ?? null;
}

function combinedLabel({ check, guards }: Combinator): string {
	const labels = guards.map((operand) => {
		const label = guardLabel(operand) ?? '';
		return isCombinator(operand) && operand.check !== NOT ? `(${label})` : label;
	});
	if (check === NOT) return `not: ${labels.join()}`;
	return labels.join(check === AND ? ', and ' : check === OR ? ', or ' : ', ');
}

const pathOf = (node: AnyStateNode): string => node.path.join('.');

/** The reference to the transition that stands at this index among its state’s transitions for its event. */
export const transitionRefOf = (
	{ source, eventType, guard, target }: AnyTransitionDefinition,
	index: number
): TransitionRef =>
	Object.freeze({
		source: pathOf(source as AnyStateNode),
		event: eventLabel(eventType),
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
const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
	value === undefined ? [] : ([value].flat() as readonly T[]);

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
		...(config.on ? { on: mapped(config.on, (event, given) => withRefs(given, definitions(node, event))) } : {}),
		...(config.after
			? {
					after: mapped(config.after, (delay, given) =>
						withRefs(given, definitions(node, `${AFTER}${delay}.${node.id}`))
					)
				}
			: {}),
		...(config.states ? { states: mapped(node.states, (_, child) => configWithRefs(child as AnyStateNode)) } : {})
	};
}

const mapped = (table: Table, change: (key: string, value: unknown) => unknown): Table =>
	Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(key, value)]));

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
