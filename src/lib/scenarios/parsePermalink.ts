import * as v from 'valibot';
import { KNOB_VALUES, refuseKnobs, type Knobs } from '../machines/knobs';
import { inOrder, REPAIR_IDS, type RepairId } from '../machines/repairs';
import { ACT_IDS } from '../sim/acts';
import { act, advance, settle, start, type History } from '../sim/history';
import { ARTICLE_OUTCOMES, OUTCOME_IDS, type Outcomes } from '../sim/outcomes';
import { MODEL_VERSION } from '../sim/world';
import type { Permalink, PerformedAct } from './permalink';
import { followSchedule, parseScheduleOverride } from './parseScheduleOverrides';
import type { ScheduleOverride } from './scheduleOverrides';

/** What a link holds, and what the reader has to be told of it. */
export interface ParsedPermalink extends Permalink {
	/** Said to the reader when the link is from another version of the model, or was shortened. */
	readonly notice: string | null;
}

const LONGEST = 4_000;
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

/** Thrown inside this module only; its sentence is what the reader sees. */
class UnreadableLink extends Error {}

/**
 * Opens a link’s query. Never throws because of what is in it.
 * @param search the query, with or without its question mark
 * @param count how many runs the figure shows side by side
 * @returns the runs, played again, and where they stand; null when the query holds no moment; `{ error }` with one
 * sentence when it cannot be read
 */
export function parsePermalink(search: string, count: number): ParsedPermalink | { readonly error: string } | null {
	const query = new URLSearchParams(search);
	if (!query.has('v') && !query.has('acts')) return null;
	try {
		if (search.length > LONGEST)
			throw new UnreadableLink(`This link is longer than ${LONGEST} characters, which no moment here needs.`);
		const version = Number(query.get('v'));
		const opened = Array.from({ length: count }, (_, i) => openRun(query, i === 0 ? '' : String(i + 1)));
		return {
			runs: opened.map(({ run }) => run),
			positions: opened.map(({ position }) => position),
			notice:
				version === MODEL_VERSION
					? null
					: `This link was made with version ${Number.isInteger(version) ? version : '?'} of the model; this is version ${MODEL_VERSION}, so it may show another moment than was meant.`
		};
	} catch (error) {
		if (error instanceof UnreadableLink) return { error: error.message };
		throw error;
	}
}

function openRun(query: URLSearchParams, suffix: string): { run: History; position: number } {
	const optional = <T>(key: string, readParts: (parts: readonly string[]) => readonly T[]): readonly T[] =>
		query.has(`${key}${suffix}`) ? readParts(read(query, `${key}${suffix}`, list(key))) : [];
	const knobs = readKnobs(read(query, `knobs${suffix}`, list('knobs')), optional('repairs', readRepairs));
	const outcomes = readOutcomes(optional('outcomes', (parts) => parts));
	const picks = optional('picks', (parts) => parts.map(pickOf));
	const acts = read(query, `acts${suffix}`, list('acts')).map(readAct);
	const position = read(query, `at${suffix}`, stepNumber);
	const acted = acts.reduce(
		(history, { act: id, step, atMs }) => act(reach(history, step, picks), id, atMs),
		start(knobs, outcomes)
	);
	const settled = settle(reach(acted, (picks.at(-1)?.step ?? -1) + 1, picks));
	const run = advance(settled, (_, steps) => steps >= position);
	return { run, position: Math.min(position, run.entries.length) };
}

function read<T>(query: URLSearchParams, key: string, schema: v.GenericSchema<string, T>): T {
	const result = v.safeParse(schema, query.get(key) ?? undefined);
	if (result.success) return result.output;
	throw new UnreadableLink(
		`This link’s part “${key}” cannot be read: it should be ${query.has(key) ? (result.issues[0]?.message ?? 'well formed') : 'there'}.`
	);
}

/** On to this step: by the player’s schedule, and by the link’s own choices where it has any. */
function reach(history: History, step: number, picks: readonly ScheduleOverride[]): History {
	const reached = followSchedule(history, step, picks);
	if (typeof reached === 'string') throw new UnreadableLink(reached);
	return reached;
}

function pickOf(part: string): ScheduleOverride {
	const pick = parseScheduleOverride(part);
	if (!pick || pick.step > STEPS_MOST)
		throw new UnreadableLink(
			`This link’s picks cannot be read: “${part.slice(0, 40)}” should be a step and a place in the queue, such as 12.3.`
		);
	return pick;
}

function readRepairs(parts: readonly string[]): RepairId[] {
	const unknown = parts.find((part) => !REPAIR_IDS.some((id) => id === part));
	if (unknown !== undefined) throw new UnreadableLink(`This link’s repairs should be among ${REPAIR_IDS.join(', ')}.`);
	return inOrder(parts as RepairId[]);
}

function readKnobs(parts: readonly string[], repairs: readonly RepairId[]): Knobs {
	const given = Object.fromEntries(
		parts.map((part) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)])
	);
	const turned = Object.fromEntries(
		Object.entries(KNOB_VALUES).map(([knob, values]) => {
			const value = (values as readonly unknown[]).find((allowed) => String(allowed) === given[knob]);
			if (value === undefined)
				throw new UnreadableLink(`This link’s knob “${knob}” should be one of ${values.join(', ')}.`);
			return [knob, value];
		})
	) as unknown as Knobs;
	const knobs = repairs.length > 0 ? { ...turned, repairs } : turned;
	const why = refuseKnobs(knobs);
	if (why) throw new UnreadableLink(why);
	return knobs;
}

function readOutcomes(parts: readonly string[]): Outcomes {
	const chosen = parts.map((part) => {
		const [id, value] = part.split(':');
		const known = OUTCOME_IDS.find((outcome) => outcome === id);
		if (!known || (value !== 'true' && value !== 'false'))
			throw new UnreadableLink(`This link’s outcomes should be among ${OUTCOME_IDS.join(', ')}, each true or false.`);
		return [known, value === 'true'];
	});
	return { ...ARTICLE_OUTCOMES, ...(Object.fromEntries(chosen) as Partial<Outcomes>) };
}

function readAct(part: string): PerformedAct {
	const [, name, step, atMs] = /^([^@]+)@(\d{1,5})(?:\.(\d{1,9}))?$/.exec(part) ?? [];
	const known = ACT_IDS.find((id) => id === name);
	if (!known || step === undefined)
		throw new UnreadableLink(
			`This link’s acts cannot be read: “${part.slice(0, 40)}” should be an act and a step, such as connect@4.`
		);
	if (Number(step) > STEPS_MOST) throw new UnreadableLink(`This link goes beyond ${STEPS_MOST} steps.`);
	return { act: known, step: Number(step), ...(atMs === undefined ? {} : { atMs: Number(atMs) }) };
}
