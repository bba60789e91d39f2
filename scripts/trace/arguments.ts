import { parseArgs } from 'node:util';
import { KNOB_VALUES, type Knobs } from '../../src/lib/machines/knobs.ts';
import { SCENARIO_IDS } from '../../src/lib/scenarios/index.ts';
import { ACT_IDS } from '../../src/lib/sim/acts.ts';
import { OUTCOME_IDS } from '../../src/lib/sim/outcomes.ts';

/** The options that turn a knob, each with the knob it turns: the one table for parsing and for telling. */
export const KNOB_OPTIONS = {
	ian: 'includeAllNetworks',
	'exclude-local': 'excludeLocalNetworks',
	'on-demand': 'onDemand',
	ios: 'iosVersion',
	transport: 'transport',
	peer: 'ephemeralPeer',
	multihop: 'multihop',
	'update-source': 'updateSource',
	network: 'network',
	safari: 'safariTraffic'
} as const satisfies Record<string, keyof Knobs>;

export type KnobOption = keyof typeof KNOB_OPTIONS;
export const KNOB_OPTION_IDS = Object.keys(KNOB_OPTIONS) as KnobOption[];

/** Options with one value, with a list that may be given in parts, and without any. */
const SINGLE: readonly string[] = [...KNOB_OPTION_IDS, 'scenario', 'until'];
const LISTS: readonly string[] = ['acts', 'outcomes'];
const SWITCHES: readonly string[] = ['json', 'list', 'help'];
const ALL = [...SINGLE, ...LISTS, ...SWITCHES];

/** One hour: a page that keeps itself fresh makes ten thousand steps in it. */
export const UNTIL_MAX_MS = 3_600_000;

/** What is wrong with the arguments, in one sentence that names what is allowed. */
export class Problem extends Error {}

/** A knob's value as it is written on the command line. */
export const wordFor = (value: string | number | boolean): string =>
	typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);

/** The words that an option takes, in the order in which they are listed. */
export const wordsOf = (option: KnobOption): string[] => KNOB_VALUES[KNOB_OPTIONS[option]].map(wordFor);

/** What may be written after an option, as the end of a sentence. */
export function allowedFor(option: string): string {
	if (option === 'scenario') return `one of ${SCENARIO_IDS.join(', ')}`;
	if (option === 'acts') return `one or more, with commas between, of ${ACT_IDS.join(', ')}`;
	if (option === 'outcomes') return `one or more, with commas between, of ${OUTCOME_IDS.map((id) => `${id}=true|false`).join(', ')}`;
	if (option === 'until') return `a whole number of milliseconds, from 0 to ${UNTIL_MAX_MS}`;
	return `one of ${wordsOf(option as KnobOption).join(', ')}`;
}

/**
 * The options that were given, each with its words; a switch has none. An option given twice counts
 * as given last, and lists are joined. Throws a `Problem` at the first thing that is no option.
 */
export function readArguments(argv: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const options = Object.fromEntries(
		ALL.map((name) => [name, { type: SWITCHES.includes(name) ? ('boolean' as const) : ('string' as const) }])
	);
	// Not strict, so that what is wrong is said in our words and not in those of Node.
	const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
	const given = new Map<string, string[]>();
	for (const token of tokens) {
		if (token.kind === 'option-terminator') continue;
		if (token.kind === 'positional') throw new Problem(`“${token.value}” belongs to no option; the options are ${listed}.`);
		const { name, value } = token;
		if (!ALL.includes(name)) throw new Problem(`There is no option ${token.rawName}; the options are ${listed}.`);
		if (SWITCHES.includes(name)) {
			if (value !== undefined) throw new Problem(`The option --${name} takes no value; write just --${name}.`);
			given.set(name, []);
		} else {
			if (value === undefined) throw new Problem(`The option --${name} needs a value: ${allowedFor(name)}.`);
			given.set(name, LISTS.includes(name) ? [...(given.get(name) ?? []), ...value.split(',')] : [value]);
		}
	}
	return given;
}

const listed = ALL.map((name) => `--${name}`).join(', ');
