import type { AnyStateMachine } from 'xstate';
import type { NoteParams, PostParams } from './actions';
import { listOf, mapped } from './configTables';
import { guardLabel } from './guardLabel';
import { RELEASED_APP } from './knobs';
import { REASONS } from './reasons';
import type { Reason } from './reasons/reason';

/** An action or a guard by its name: functions have no other form in JSON. */
interface NamedJson {
	readonly type: string;
	readonly params?: object | undefined;
}

/** A transition as a machine’s configuration has it. */
interface TransitionJson {
	readonly target?: string | undefined;
	readonly guard?: NamedJson | undefined;
	readonly reenter?: true | undefined;
	readonly description?: string | undefined;
	readonly actions: readonly NamedJson[];
	readonly meta?: object | undefined;
}

type TransitionsJson = Readonly<Record<string, TransitionJson | readonly TransitionJson[]>>;

/** A state, or the machine itself, as a configuration that `createMachine` takes. */
export interface StateJson {
	readonly id?: string | undefined;
	readonly type?: 'parallel' | undefined;
	readonly initial?: string | undefined;
	readonly context?: object | undefined;
	readonly tags?: readonly string[] | undefined;
	readonly entry?: readonly NamedJson[] | undefined;
	readonly on?: TransitionsJson | undefined;
	readonly after?: TransitionsJson | undefined;
	readonly states?: Readonly<Record<string, StateJson>> | undefined;
}

type Action = Readonly<{ type: string; params?: unknown; assignment?: object; event?: unknown }>;
type Config = Readonly<{
	id?: string;
	type?: 'parallel';
	initial?: string;
	context?: unknown;
	tags?: string | readonly string[];
	entry?: Action | readonly Action[];
	on?: Readonly<Record<string, unknown>>;
	after?: Readonly<Record<string, unknown>>;
	states?: Readonly<Record<string, Config>>;
}>;
type TransitionConfig = Readonly<{ target?: string; guard?: unknown; reenter?: boolean; actions?: unknown }>;

/**
 * The definition of a machine as JSON: the configuration that it runs by, in the form of Stately’s specification, which
 * Stately Studio imports and `createMachine` takes. Actions and guards are names with parameters. A transition’s
 * description is the sentence that its record says, and its metadata how that is known. The context is that of the
 * released app.
 */
export const machineJson = (machine: AnyStateMachine): StateJson => {
	const config = machine.config as Config;
	const context = typeof config.context === 'function' ? contextOf(config.context as ContextFactory) : config.context;
	return stateJson({ ...config, context });
};

type ContextFactory = (args: { input: typeof RELEASED_APP }) => unknown;
const contextOf = (factory: ContextFactory): unknown => factory({ input: RELEASED_APP });

function stateJson({ id, type, initial, context, tags, entry, on, after, states }: Config): StateJson {
	return withoutUndefined({
		id,
		type,
		initial,
		context: context as object | undefined,
		tags: tags === undefined ? undefined : listOf(tags),
		entry: entry === undefined ? undefined : listOf(entry).map(actionJson),
		on: on && mapped(on, transitionsJson),
		after: after && mapped(after, transitionsJson),
		states: states && mapped(states, stateJson)
	});
}

function transitionsJson(given: unknown): TransitionJson | readonly TransitionJson[] {
	const transitions = listOf(given as TransitionConfig | readonly TransitionConfig[]).map(transitionJson);
	return transitions.length === 1 && transitions[0] ? transitions[0] : transitions;
}

function transitionJson({ target, guard, reenter, actions }: TransitionConfig): TransitionJson {
	const named = listOf(actions as Action | readonly Action[]);
	const note = named.find(({ type }) => type === 'note')?.params as NoteParams | undefined;
	const { text, evidence, claims, source }: Partial<Reason> = note ? REASONS[note.reason] : {};
	return withoutUndefined({
		target,
		guard: guardJson(guard),
		reenter: reenter ? true : undefined,
		description: typeof text === 'string' ? text : undefined,
		actions: named.map(actionJson),
		meta: evidence && withoutUndefined({ evidence, claims, source })
	});
}

/** A guard by its name; one that combines others has them in it, in words. */
function guardJson(guard: unknown): NamedJson | undefined {
	if (guard === undefined) return undefined;
	if (typeof guard === 'object' && guard !== null) return guard as NamedJson;
	return { type: guardLabel(guard) ?? '' };
}

/** An action by its name, XState’s own as XState calls them, with whatever of its parameters is no function. */
function actionJson({ type, params, assignment, event }: Action): NamedJson {
	if (assignment) return { type, params: { fields: Object.keys(assignment) } };
	if (type === 'note') return { type, params: { reason: (params as NoteParams).reason } };
	if (type === 'post' && typeof params === 'object')
		return { type, params: { messages: listOf(params as PostParams) } };
	const given = params ?? (event === undefined ? undefined : { event });
	return typeof given === 'object' && given !== null && typeof event !== 'function'
		? { type, params: given }
		: { type };
}

/** Without what is undefined, which JSON does not have. */
const withoutUndefined = <T extends object>(table: T): T =>
	Object.fromEntries(Object.entries(table).filter(([, value]) => value !== undefined)) as T;
