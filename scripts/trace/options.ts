import * as v from 'valibot';
import { COMPONENTS, type ComponentId } from '../../src/lib/machines/components.ts';
import { KNOB_VALUES, refuseKnobs, RELEASED_APP, type Knobs } from '../../src/lib/machines/knobs.ts';
import { inOrder, REPAIR_IDS, type RepairId } from '../../src/lib/machines/repairs.ts';
import { SCENARIO_IDS, SCENARIOS, type Scenario } from '../../src/lib/scenarios/scenarios.ts';
import { ACT_IDS, type ActId } from '../../src/lib/sim/acts.ts';
import { ARTICLE_OUTCOMES, OUTCOME_IDS, type Outcomes } from '../../src/lib/sim/outcomes.ts';
import {
	allowedFor,
	KNOB_OPTION_IDS,
	KNOB_OPTIONS,
	Problem,
	readArguments,
	UNTIL_MAX_MS,
	wordFor,
	stateLabel,
	type Given
} from './arguments.ts';

/** What somebody asked for, complete and valid. */
export interface Request {
	readonly show: 'run' | 'machine' | 'list' | 'help';
	/** The component whose machine is printed instead of a run. */
	readonly machine: ComponentId | null;
	readonly json: boolean;
	readonly scenario: Scenario | null;
	readonly knobs: Knobs;
	readonly outcomes: Outcomes;
	readonly acts: readonly ActId[];
	readonly untilMs: number | null;
	/** The file into which the run goes as a capture, beside what is printed. */
	readonly pcapng: string | null;
}

/** A request, or one sentence that says what is wrong and what is allowed. */
export type Parsed = { readonly request: Request } | { readonly problem: string };

/** Parses the arguments after `npm run -s trace --`. */
export function parseOptions(argv: readonly string[]): Parsed {
	try {
		return { request: readRequest(readArguments(argv)) };
	} catch (error) {
		if (error instanceof Problem) return { problem: error.message };
		throw error;
	}
}

function readRequest(given: Given): Request {
	const name = given.get('scenario')?.[0];
	const scenario: Scenario | null =
		name === undefined ? null : SCENARIOS[oneOf(name, SCENARIO_IDS, 'The option --scenario')];
	const machine = given.get('machine')?.[0];
	const acts = (given.get('acts') ?? []).map((act): ActId => oneOf(act, ACT_IDS, 'An act'));
	return {
		show: given.has('help') ? 'help' : given.has('list') ? 'list' : machine !== undefined ? 'machine' : 'run',
		machine: machine === undefined ? null : oneOf(machine, COMPONENTS, 'The option --machine'),
		json: given.has('json'),
		scenario,
		knobs: readKnobs(given, { ...RELEASED_APP, ...scenario?.knobs }),
		outcomes: readOutcomes(given, { ...ARTICLE_OUTCOMES, ...scenario?.outcomes }),
		// Somebody who asks for nothing in particular sees the app do what it is for.
		acts: acts.length === 0 && scenario === null ? ['connect'] : acts,
		untilMs: readUntil(given.get('until')?.[0]),
		pcapng: given.get('pcapng')?.[0] ?? null
	};
}

/** The word, when it is one of the allowed. */
export function oneOf<const T extends string>(word: string, allowed: readonly T[], what: string): T {
	const parsed = v.safeParse(v.picklist(allowed), word);
	if (!parsed.success) throw new Problem(`${what} cannot be “${word}”; it is one of ${allowed.join(', ')}.`);
	return parsed.output;
}

/** The knobs of `base`, turned as given, with the repairs that are given. */
export function readKnobs(given: Given, base: Knobs): Knobs {
	const turned = KNOB_OPTION_IDS.flatMap((option) => {
		const word = given.get(option)?.[0];
		if (word === undefined) return [];
		const known = oneOf(word, stateLabel(option), `The option --${option}`);
		const knob = KNOB_OPTIONS[option];
		return [[knob, KNOB_VALUES[knob].find((value) => wordFor(value) === known)]];
	});
	const repairs = inOrder((given.get('repairs') ?? []).map((word): RepairId => oneOf(word, REPAIR_IDS, 'A repair')));
	const knobs = { ...base, ...Object.fromEntries(turned), ...(repairs.length > 0 ? { repairs } : {}) } as Knobs;
	const refusal = refuseKnobs(knobs);
	if (refusal !== null) throw new Problem(refusal);
	return knobs;
}

function readOutcomes(given: Given, base: Outcomes): Outcomes {
	const chosen = (given.get('outcomes') ?? []).map((pair) => {
		const [name = '', ...rest] = pair.split('=');
		const outcome = oneOf(name, OUTCOME_IDS, 'An outcome');
		return [outcome, oneOf(rest.join('='), ['true', 'false'], `The outcome ${outcome}`) === 'true'];
	});
	return { ...base, ...Object.fromEntries(chosen) } as Outcomes;
}

const Milliseconds = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.maxValue(UNTIL_MAX_MS));

function readUntil(word: string | undefined): number | null {
	if (word === undefined) return null;
	const parsed = v.safeParse(Milliseconds, word);
	if (!parsed.success) throw new Problem(`The option --until cannot be “${word}”; it is ${allowedFor('until')}.`);
	return parsed.output;
}
