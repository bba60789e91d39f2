import * as v from 'valibot';
import { KNOB_IDS, KNOB_VALUES, KNOBS_OF_OLDER_LINKS, refuseKnobs, type Knobs } from '../machines/knobs';
import { inOrder, REPAIR_IDS } from '../machines/repairs';
import { ACT_IDS } from '../sim/acts';
import { ARTICLE_OUTCOMES, OUTCOME_IDS, type Outcomes } from '../sim/outcomes';
import { parseAnchor } from './anchors';
import { parseScheduleOverride } from './parseScheduleOverrides';
import type { ScheduleOverride } from './scheduleOverrides';
import type { LinkedAct, LinkedRun } from './versions/replayLink';

/** Thrown while a link is read, and caught where it is opened; its sentence is what the reader sees. */
export class UnreadableLink extends Error {}

/** What a link says of one run. */
export interface LinkParts extends LinkedRun {
	readonly knobs: Knobs;
	readonly outcomes: Outcomes;
	/** What is unknown here and left out, each as a few words, such as “the act “explode””. */
	readonly leftOut: readonly string[];
}

const STEPS_MOST = 20_000;

const list = (what: string) =>
	v.pipe(
		v.string(),
		v.transform((text) => (text === '' ? [] : text.split(','))),
		v.maxLength(200, `at most 200 ${what}`)
	);
const stepNumber = v.pipe(
	v.string(),
	v.regex(/^\d{1,5}$/, 'a whole number of steps'),
	v.transform(Number),
	v.maxValue(STEPS_MOST, `at most ${STEPS_MOST} steps`)
);

/** Reads the parts of one run: those with this suffix. Throws an `UnreadableLink` at what cannot be read at all. */
export function readLinkParts(query: URLSearchParams, suffix: string): LinkParts {
	const words = (key: string): readonly string[] =>
		query.has(`${key}${suffix}`) ? read(query, `${key}${suffix}`, list(key)) : [];
	const leftOut: string[] = [];
	const knobs = readKnobs(read(query, `knobs${suffix}`, list('knobs')), words('repairs'), leftOut);
	const outcomes = readOutcomes(words('outcomes'), leftOut);
	const picks = words('picks').map(readPick);
	// Anchors only help to find a place again: one that cannot be read is as good as none.
	const anchors = (query.get(`on${suffix}`)?.split(',') ?? []).map(parseAnchor);
	const written = read(query, `acts${suffix}`, list('acts'));
	const ofActs = anchors.length > written.length ? anchors : [];
	const acts = written.map((part, i) => ({ ...readAct(part, leftOut), anchor: ofActs[i] ?? null }));
	const at = read(query, `at${suffix}`, stepNumber);
	return { knobs, outcomes, picks, acts, at, anchor: anchors.at(-1) ?? null, leftOut };
}

function read<T>(query: URLSearchParams, key: string, schema: v.GenericSchema<string, T>): T {
	const result = v.safeParse(schema, query.get(key) ?? undefined);
	if (result.success) return result.output;
	throw new UnreadableLink(
		`This link’s part “${key}” cannot be read: it should be ${query.has(key) ? (result.issues[0]?.message ?? 'well formed') : 'there'}.`
	);
}

/** What a link says, as far as a sentence quotes it. */
const quoted = (text: string): string => `“${text.slice(0, 40)}”`;

function readKnobs(parts: readonly string[], repairs: readonly string[], leftOut: string[]): Knobs {
	const given = new Map(parts.map((part) => split(part, ':')));
	const isKnown = (name: string) => KNOB_IDS.some((id) => id === name);
	if (!KNOB_IDS.some((id) => given.has(id)))
		throw new UnreadableLink(`This link’s knobs cannot be read: they should be among ${KNOB_IDS.join(', ')}.`);
	leftOut.push(...[...given.keys()].filter((name) => !isKnown(name)).map((name) => `the knob ${quoted(name)}`));
	const turned = Object.fromEntries(
		KNOB_IDS.map((knob) => {
			const said = given.get(knob);
			const value = KNOB_VALUES[knob].find((allowed) => String(allowed) === said);
			if (value === undefined && said !== undefined) leftOut.push(`the value ${quoted(said)} of the knob ${knob}`);
			return [knob, value ?? KNOBS_OF_OLDER_LINKS[knob]];
		})
	) as unknown as Knobs;
	leftOut.push(
		...repairs.filter((part) => !REPAIR_IDS.some((id) => id === part)).map((part) => `the repair ${quoted(part)}`)
	);
	const known = inOrder(REPAIR_IDS.filter((id) => repairs.includes(id)));
	const knobs = known.length > 0 ? { ...turned, repairs: known } : turned;
	const why = refuseKnobs(knobs);
	if (why) throw new UnreadableLink(why);
	return knobs;
}

/** What stands before and behind the first of these. */
function split(part: string, by: string): readonly [string, string] {
	const at = part.indexOf(by);
	return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + by.length)];
}

function readOutcomes(parts: readonly string[], leftOut: string[]): Outcomes {
	const chosen = parts.flatMap((part) => {
		const [id, value] = split(part, ':');
		const known = OUTCOME_IDS.find((outcome) => outcome === id);
		if (known && (value === 'true' || value === 'false')) return [[known, value === 'true']];
		leftOut.push(`the outcome ${quoted(part)}`);
		return [];
	});
	return { ...ARTICLE_OUTCOMES, ...(Object.fromEntries(chosen) as Partial<Outcomes>) };
}

function readPick(part: string): ScheduleOverride {
	const pick = parseScheduleOverride(part);
	if (!pick || pick.step > STEPS_MOST)
		throw new UnreadableLink(
			`This link’s picks cannot be read: ${quoted(part)} should be a step and a place in the queue, such as 12.3.`
		);
	return pick;
}

function readAct(part: string, leftOut: string[]): Omit<LinkedAct, 'anchor'> {
	const [, name, step, atMs] = /^([^@]+)@(\d{1,5})(?:\.(\d{1,9}))?$/.exec(part) ?? [];
	if (name === undefined || step === undefined)
		throw new UnreadableLink(
			`This link’s acts cannot be read: ${quoted(part)} should be an act and a step, such as connect@4.`
		);
	if (Number(step) > STEPS_MOST) throw new UnreadableLink(`This link goes beyond ${STEPS_MOST} steps.`);
	const act = ACT_IDS.find((id) => id === name) ?? null;
	if (act === null) leftOut.push(`the act ${quoted(name)}`);
	return { act, step: Number(step), ...(atMs === undefined ? {} : { atMs: Number(atMs) }) };
}
