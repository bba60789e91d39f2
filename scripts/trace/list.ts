import { RELEASED_APP } from '../../src/lib/machines/knobs.ts';
import { REPAIR_IDS } from '../../src/lib/machines/repairs.ts';
import { REPAIRS } from '../../src/lib/machines/repairLabels.ts';
import { SCENARIO_IDS, SCENARIOS } from '../../src/lib/scenarios/scenarios.ts';
import { ACT_IDS, ACTS } from '../../src/lib/sim/acts.ts';
import { ARTICLE_OUTCOMES, OUTCOME_IDS, OUTCOMES } from '../../src/lib/sim/outcomes.ts';
import { SETTLE_CAP_MS } from '../../src/lib/sim/history.ts';
import { allowedFor, KNOB_OPTION_IDS, KNOB_OPTIONS, wordFor, stateLabel } from './arguments.ts';

/** Names and what they mean, side by side. */
export const columns = (rows: readonly (readonly [string, string])[]): string[] => {
	const width = Math.max(...rows.map(([name]) => name.length));
	return rows.map(([name, means]) => `  ${name.padEnd(width)}  ${means}`);
};

/** Everything that has a name, by kind: `--list`. */
export const listLines = (): string[] => [
	'Scenarios (--scenario NAME)',
	...columns(SCENARIO_IDS.map((id) => [id, SCENARIOS[id].title])),
	'',
	'Acts (--acts one,another)',
	...columns(ACT_IDS.map((id) => [id, ACTS[id].label])),
	'',
	'Outcomes that the evidence leaves open (--outcomes NAME=true|false)',
	...columns(
		OUTCOME_IDS.map((id) => [
			id,
			`true or false, when nobody chooses ${ARTICLE_OUTCOMES[id]}: ${OUTCOMES[id].question}`
		])
	),
	'',
	'Repairs that nobody has made (--repairs one,another)',
	...columns(REPAIR_IDS.map((id) => [id, REPAIRS[id].says])),
	'',
	'Knobs and their values, that of the released app in brackets',
	...columns(KNOB_OPTION_IDS.map((option) => [`--${option}`, `${knobWords(option)}  ${KNOB_OPTIONS[option]}`]))
];

const knobWords = (option: (typeof KNOB_OPTION_IDS)[number]): string => {
	const released = wordFor(RELEASED_APP[KNOB_OPTIONS[option]]);
	return stateLabel(option)
		.map((word) => (word === released ? `[${word}]` : word))
		.join(' ');
};

/** How to use it: `--help`. */
export const helpLines = (): string[] => [
	'npm run -s trace -- [options]',
	'',
	'Runs the model of the phone and prints what happens: one line per record, then a summary.',
	'Without options it is the released app, and somebody taps Connect.',
	'',
	'  --scenario NAME  a run with a name: its knobs and its acts; options beside it turn its knobs',
	`  --acts LIST      what is done, in order, after the scenario's own acts; each once the system has come`,
	`                   to rest or, where it never does, after ${SETTLE_CAP_MS / 1000} s of model time; connect when there is neither`,
	'  --outcomes LIST  the answers to what the evidence leaves open, such as toggleRestores=false',
	`  --until MS       go on to this moment of model time and end there, even if acts were to follow:`,
	'                   later records are not shown, and the summary is that of this moment;',
	'                   without it the run ends when the last act has come to rest',
	'  --repairs LIST   a phone with these repairs made; without it, the phone as it ships',
	'  --pcapng FILE    writes the run as a capture for Wireshark as well: one interface per capture point, a',
	'                   comment on every packet, the keys of the tunnel inside',
	'  --machine NAME   no run, but the statechart of one component as JSON, for Stately Studio or createMachine:',
	`                   ${allowedFor('machine')}`,
	'  --json           one JSON object per line; the last one holds the summary',
	'  --list           names all scenarios, acts, outcomes, repairs, knobs and values',
	'  --help           this',
	'',
	...columns(KNOB_OPTION_IDS.map((option) => [`--${option}`, allowedFor(option)]))
];
