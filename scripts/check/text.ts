import {
	PROPERTIES,
	PROPERTY_IDS,
	type Counterexample,
	type EscapePaths,
	type PropertyId,
	type Verdicts
} from '../../src/lib/check/check.ts';
import type { Attempt, RepairAnswer } from '../../src/lib/check/minimalRepairs.ts';
import type { RepairId } from '../../src/lib/machines/repairs.ts';
import { REPAIRS } from '../../src/lib/machines/repairLabels.ts';
import { ACTS, type ActId } from '../../src/lib/sim/acts.ts';
import { fork } from '../../src/lib/sim/history.ts';
import { parsePermalink } from '../../src/lib/scenarios/parsePermalink.ts';
import { textLines } from '../trace/text.ts';

const number = (value: number): string => value.toLocaleString('en-GB');
const actsInWords = (acts: readonly ActId[]): string =>
	acts.length === 0 ? 'nothing is done' : acts.map((id) => ACTS[id].label).join(', ');

/** The verdicts that were asked for, each breach with its path, then what they leave out. */
export function verdictLines(
	{ worlds, transitions, verdicts, bounds, escapePaths, gaveUp }: Verdicts,
	asked: readonly PropertyId[]
): string[] {
	return [
		`${number(worlds)} worlds, ${number(transitions)} transitions.${gaveUp ? ' There are more: what holds, holds only as far as was looked.' : ''}`,
		...PROPERTY_IDS.filter((id) => asked.includes(id)).flatMap((id) => [
			'',
			`${PROPERTIES[id].name}: ${verdicts[id].holds ? 'holds' : 'does not hold'}. ${PROPERTIES[id].says}`,
			...verdicts[id].counterexamples.flatMap(pathLines)
		]),
		...(escapePaths && (asked.includes('noLockout') || asked.includes('wayOut')) ? escapeLines(escapePaths) : []),
		'',
		'Within these bounds:',
		...bounds.map((sentence) => `  ${sentence}`)
	];
}

function pathLines({ acts, steps, link }: Counterexample): string[] {
	const opened = parsePermalink(link, 1);
	if (!opened || 'error' in opened || !opened.runs[0])
		throw new Error('A path of the checker has a link that does not open.');
	return [
		`  ${steps} steps: ${actsInWords(acts)}`,
		...textLines(fork(opened.runs[0], opened.positions[0] ?? 0)).map((line) => `    ${line}`),
		`  ?${link}`
	];
}

const escapeLines = ({ ways, inVain }: EscapePaths): string[] => [
	'',
	ways.length === 0
		? 'No way out of the lockout was found.'
		: 'Ways out of the lockout, those with the fewest acts first:',
	...ways.map(({ acts }) => `  ${actsInWords(acts)}`),
	...(inVain.length > 0 ? [`In vain, each by itself: ${actsInWords(inVain)}.`] : [])
];

const setInWords = (repairs: readonly RepairId[]): string =>
	repairs.length === 0 ? 'nothing repaired' : repairs.map((id) => REPAIRS[id].name).join(' + ');
const attemptLine = ({ repairs, broken }: Attempt): string =>
	`  ${setInWords(repairs)}: ${broken.length === 0 ? 'keeps them all' : broken.map(({ property, counterexample }) => `breaks ${PROPERTIES[property].name.toLowerCase()} (${actsInWords(counterexample.acts)})`).join('; ')}`;

/** The smallest sets, what each repair does alone, and what the answer leaves out. */
export const repairLines = ({
	question,
	unrepaired,
	alone,
	smallest,
	sets,
	worlds,
	bounds
}: RepairAnswer): string[] => [
	`To be kept: ${question.properties.map((id) => PROPERTIES[id].name.toLowerCase()).join(', ')}. May repair: ${question.makers.join(', ')}.`,
	`${number(sets)} sets of repairs, ${number(worlds)} worlds.`,
	'',
	smallest.length === 0 ? 'No set of their repairs keeps them all.' : 'Smallest sets that keep them all:',
	...smallest.flatMap(({ repairs, without }) => [
		`  ${setInWords(repairs)}`,
		...without
			.filter((attempt) => attempt.repairs.length > 0)
			.map((attempt) => `    only${attemptLine(attempt).slice(1)}`)
	]),
	'',
	'Alone:',
	...[unrepaired, ...alone].map(attemptLine),
	'',
	'Within these bounds:',
	...bounds.map((sentence) => `  ${sentence}`)
];
