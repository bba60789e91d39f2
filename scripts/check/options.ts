import { PROPERTIES, PROPERTY_IDS, type PropertyId } from '../../src/lib/check/check.ts';
import { RELEASED_APP, type Knobs } from '../../src/lib/machines/knobs.ts';
import { REPAIR_IDS, type Maker } from '../../src/lib/machines/repairs.ts';
import {
	KNOB_OPTION_IDS,
	Problem,
	readArguments,
	someOf,
	stateLabel,
	type Grammar,
	type Given,
	type KnobOption
} from '../trace/arguments.ts';
import { columns } from '../trace/list.ts';
import { oneOf, readKnobs } from '../trace/options.ts';

const MAKERS: readonly Maker[] = ['apple', 'app', 'user'];
/** What a repair has to keep unless somebody asks for something else. */
const TOGETHER: readonly PropertyId[] = ['noLeak', 'noLockout', 'updateCompletes'];

/** What somebody asked for, complete and valid. */
interface Request {
	readonly help: boolean;
	readonly json: boolean;
	readonly knobs: Knobs;
	readonly properties: readonly PropertyId[];
	readonly makers: readonly Maker[];
}

/** A request, or one sentence that says what is wrong and what is allowed. */
export type Parsed = { readonly request: Request } | { readonly problem: string };

const allowedFor = (option: string): string => {
	if (option === 'property') return someOf(PROPERTY_IDS);
	if (option === 'repairs') return someOf(REPAIR_IDS);
	if (option === 'by') return someOf(MAKERS);
	return `one of ${stateLabel(option as KnobOption).join(', ')}`;
};
const GRAMMARS: Readonly<Record<'check' | 'repairs', Grammar>> = {
	check: { single: KNOB_OPTION_IDS, lists: ['repairs', 'property'], switches: ['json', 'help'], allowedFor },
	repairs: { single: KNOB_OPTION_IDS, lists: ['property', 'by'], switches: ['json', 'help'], allowedFor }
};

/** Parses the arguments of `check` or of `repairs`. Repairs are looked for with the flag on, where there is something to repair. */
export function parseOptions(command: 'check' | 'repairs', argv: readonly string[]): Parsed {
	try {
		const base = command === 'check' ? RELEASED_APP : { ...RELEASED_APP, includeAllNetworks: true };
		return {
			request: readRequest(readArguments(argv, GRAMMARS[command]), base, command === 'check' ? PROPERTY_IDS : TOGETHER)
		};
	} catch (error) {
		if (error instanceof Problem) return { problem: error.message };
		throw error;
	}
}

function readRequest(given: Given, base: Knobs, usual: readonly PropertyId[]): Request {
	const some = <T extends string>(
		option: string,
		allowed: readonly T[],
		what: string,
		otherwise: readonly T[]
	): readonly T[] => {
		const words = given.get(option);
		return words ? words.map((word): T => oneOf(word, allowed, what)) : otherwise;
	};
	return {
		help: given.has('help'),
		json: given.has('json'),
		knobs: readKnobs(given, base),
		properties: some('property', PROPERTY_IDS, 'A property', usual),
		makers: some('by', MAKERS, 'Whoever repairs', MAKERS)
	};
}

const KNOBS = columns(KNOB_OPTION_IDS.map((option) => [`--${option}`, allowedFor(option)]));
const PROPERTY_LINES = columns(PROPERTY_IDS.map((id) => [id, PROPERTIES[id].says]));

/** How to use it: `--help`. */
export const HELP: Readonly<Record<'check' | 'repairs', readonly string[]>> = {
	check: [
		'npm run -s check -- [options]',
		'',
		'Looks at everything that can happen with these knobs, those of the released app unless turned,',
		'and says which properties hold. What does not hold comes with a shortest path.',
		'Exit code 0 when all properties asked for hold, 1 when one does not, 2 for a wrong option.',
		'',
		`  --property LIST  ask for these only: ${allowedFor('property')}`,
		`  --repairs LIST   a phone with these repairs made: ${allowedFor('repairs')}`,
		'  --json           one JSON object',
		'  --help           this',
		'',
		...PROPERTY_LINES,
		'',
		...KNOBS
	],
	repairs: [
		'npm run -s repairs -- [options]',
		'',
		'Looks for the smallest sets of repairs that keep some properties, with the flag on unless turned.',
		'',
		`  --property LIST  what is to be kept: ${allowedFor('property')}; ${TOGETHER.join(', ')} unless given`,
		`  --by LIST        who may repair: ${allowedFor('by')}; everybody unless given`,
		'  --json           one JSON object',
		'  --help           this',
		'',
		...PROPERTY_LINES,
		'',
		...KNOBS
	]
};
