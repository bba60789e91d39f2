import { parseArgs } from 'node:util';
import { COMPONENTS } from '../../src/lib/machines/components.ts';
import { KNOB_LABELS, type KnobOption } from '../../src/lib/machines/knobLabels.ts';
import { KNOB_IDS, KNOB_VALUES, type KnobId } from '../../src/lib/machines/knobs.ts';
import { REPAIR_IDS } from '../../src/lib/machines/repairs.ts';
import { SCENARIO_IDS } from '../../src/lib/scenarios/scenarios.ts';
import { ACT_IDS } from '../../src/lib/sim/acts.ts';
import { OUTCOME_IDS } from '../../src/lib/sim/outcomes.ts';

export type { KnobOption };

/** The options that turn a knob, in the order of the knobs, and the knob that each turns. */
export const KNOB_OPTION_IDS = KNOB_IDS.map((id) => KNOB_LABELS[id].option);
export const KNOB_OPTIONS = Object.fromEntries(KNOB_IDS.map((id) => [KNOB_LABELS[id].option, id])) as Readonly<
	Record<KnobOption, KnobId>
>;

/** The options of a command: those with one value, with a list that may be given in parts, and without any. */
export interface Grammar {
	readonly single: readonly string[];
	readonly lists: readonly string[];
	readonly switches: readonly string[];
	/** What may be written after an option, as the end of a sentence. */
	readonly allowedFor: (option: string) => string;
}

/** One hour: a page that keeps itself fresh makes ten thousand steps in it. */
export const UNTIL_MAX_MS = 3_600_000;

/** What is wrong with the arguments, in one sentence that names what is allowed. */
export class Problem extends Error {}

/** A knob's value as it is written on the command line. */
export const wordFor = (value: string | number | boolean): string =>
	typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);

/** The words that an option takes, in the order in which they are listed. */
export const stateLabel = (option: KnobOption): string[] => KNOB_VALUES[KNOB_OPTIONS[option]].map(wordFor);

/** One or more words, as the end of a sentence. */
export const someOf = (words: readonly string[]): string => `one or more, with commas between, of ${words.join(', ')}`;

/** What may be written after an option of the trace. */
export function allowedFor(option: string): string {
	if (option === 'machine') return `one of ${COMPONENTS.join(', ')}`;
	if (option === 'scenario') return `one of ${SCENARIO_IDS.join(', ')}`;
	if (option === 'acts') return someOf(ACT_IDS);
	if (option === 'repairs') return someOf(REPAIR_IDS);
	if (option === 'outcomes') return someOf(OUTCOME_IDS.map((id) => `${id}=true|false`));
	if (option === 'pcapng') return 'the name of a file to write, such as run.pcapng';
	if (option === 'until') return `a whole number of milliseconds, from 0 to ${UNTIL_MAX_MS}`;
	return `one of ${stateLabel(option as KnobOption).join(', ')}`;
}

/** The options of the trace. */
const TRACE: Grammar = {
	single: [...KNOB_OPTION_IDS, 'scenario', 'until', 'pcapng', 'machine'],
	lists: ['acts', 'outcomes', 'repairs'],
	switches: ['json', 'list', 'help'],
	allowedFor
};

/** The options that were given, each with its words. */
export type Given = ReadonlyMap<string, readonly string[]>;

/**
 * The options that were given, each with its words; a switch has none. An option given twice counts
 * as given last, and lists are joined. Throws a `Problem` at the first thing that is no option.
 */
export function readArguments(
	argv: readonly string[],
	{ single, lists, switches, allowedFor: allowed }: Grammar = TRACE
): Given {
	const all = [...single, ...lists, ...switches];
	const listed = all.map((name) => `--${name}`).join(', ');
	const options = Object.fromEntries(
		all.map((name) => [name, { type: switches.includes(name) ? ('boolean' as const) : ('string' as const) }])
	);
	// Not strict, so that what is wrong is said in our words and not in those of Node.
	const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
	const given = new Map<string, string[]>();
	for (const token of tokens) {
		if (token.kind === 'option-terminator') continue;
		if (token.kind === 'positional')
			throw new Problem(`“${token.value}” belongs to no option; the options are ${listed}.`);
		const { name, value } = token;
		if (!all.includes(name)) throw new Problem(`There is no option ${token.rawName}; the options are ${listed}.`);
		if (switches.includes(name)) {
			if (value !== undefined) throw new Problem(`The option --${name} takes no value; write just --${name}.`);
			given.set(name, []);
		} else {
			if (value === undefined) throw new Problem(`The option --${name} needs a value: ${allowed(name)}.`);
			given.set(name, lists.includes(name) ? [...(given.get(name) ?? []), ...value.split(',')] : [value]);
		}
	}
	return given;
}
