import type { AnyStateMachine } from 'xstate';
import type { NoteParams, PostParams } from './actions';
import { listOf, mapped } from './configTables';
import { guardLabel } from './guardLabel';
import { RELEASED_APP } from './knobs';
import { REASONS } from './reasons';

/** A plain value, as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** An action or a guard by its name: functions have no other form in JSON. */
export interface NamedJson {
	readonly [key: string]: Json | undefined;
	readonly type: string;
	readonly params?: { readonly [key: string]: Json | undefined };
}

/** A transition as a machine’s configuration has it. */
export interface TransitionJson {
	readonly [key: string]: Json | undefined;
	readonly target?: string;
	readonly guard?: NamedJson;
	readonly reenter?: true;
	readonly description?: string;
	readonly actions?: readonly NamedJson[];
	readonly meta?: { readonly [key: string]: Json | undefined };
}

type TransitionsJson = Readonly<Record<string, TransitionJson | readonly TransitionJson[]>>;

/** A state, or the machine itself, as a configuration that `createMachine` takes. */
export interface StateJson {
	readonly [key: string]: Json | undefined;
	readonly id?: string;
	readonly type?: 'parallel';
	readonly initial?: string;
	readonly context?: { readonly [key: string]: Json | undefined };
	readonly tags?: readonly string[];
	readonly entry?: readonly NamedJson[];
	readonly on?: TransitionsJson;
	readonly after?: TransitionsJson;
	readonly states?: { readonly [key: string]: StateJson };
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
 * Stately Studio imports and `createMachine` takes. Actions and guards are names with parameters; what a transition
 * tells is its description, how that is known its metadata. The context is that of the released app.
 */
export const machineJson = (machine: AnyStateMachine): StateJson => {
	const config = machine.config as Config;
	const context = typeof config.context === 'function' ? contextOf(config.context as ContextFactory) : config.context;
	return stateJson({ ...config, context });
};

type ContextFactory = (args: { input: typeof RELEASED_APP }) => unknown;
const contextOf = (factory: ContextFactory): unknown => factory({ input: RELEASED_APP });

function stateJson({ id, type, initial, context, tags, entry, on, after, states }: Config): StateJson {
	return defined({
		id,
		type,
		initial,
		context: context as StateJson['context'],
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
	const { text, evidence, claims, source } = note ? REASONS[note.reason] : {};
	return defined({
		target,
		guard: guardJson(guard),
		reenter: reenter ? (true as const) : undefined,
		description: typeof text === 'string' ? text : undefined,
		actions: named.map(actionJson),
		meta: evidence && defined({ evidence, claims, source })
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
		return { type, params: { messages: listOf(params as PostParams) as unknown as Json } };
	const given = params ?? (event === undefined ? undefined : { event });
	return typeof given === 'object' && typeof event !== 'function'
		? { type, params: given as NamedJson['params'] }
		: { type };
}

/** Without what is undefined, which JSON does not have. */
const defined = <T extends object>(table: T): T =>
	Object.fromEntries(Object.entries(table).filter(([, value]) => value !== undefined)) as T;
