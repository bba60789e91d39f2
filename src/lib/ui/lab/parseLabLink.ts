import * as v from 'valibot';
import { PROPERTIES, PROPERTY_IDS, type PropertyId } from '../../check/properties';
import { SCENARIOS, type ScenarioId } from '../../scenarios/scenarios';
import { parsePermalink } from '../../scenarios/parsePermalink';
import { keyOf, type Future } from './future';
import { MOST_FUTURES } from './futureStore.svelte';
import { presetRun } from './presetRun';
import { VIEW_IDS, type ViewId } from './views';

/** With what the lab opens: its futures, which are on the screen, and where those stand. */
export interface Opening {
	/** None when there is nothing to open. */
	readonly futures: readonly Future[];
	readonly shown: number;
	readonly beside: number | null;
	readonly positions: readonly number[];
	readonly notice: string | null;
}

/** And what else its address asks for. */
interface Asked {
	readonly view: ViewId | null;
	/** The property that breaks where the path ends. */
	readonly breaks: PropertyId | null;
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000));
const KeptFuture = v.object({
	number: v.pipe(whole, v.minValue(1)),
	name: v.pipe(v.string(), v.maxLength(1_000)),
	preset: v.nullable(v.string()),
	link: v.string(),
	steps: whole
});
const Kept = v.object({
	address: v.string(),
	shown: whole,
	beside: v.nullable(whole),
	positions: v.pipe(v.array(whole), v.maxLength(2)),
	futures: v.pipe(v.array(v.unknown()), v.maxLength(2 * MOST_FUTURES))
});

const NOTHING: Opening = { futures: [], shown: 0, beside: null, positions: [], notice: null };
const AS_WITHOUT = 'The lab opens as it would without this link.';
const LEFT_OUT = 'Some of what this tab kept of the lab cannot be read, and is left out.';

/** Reads what the tab kept, which is from outside like any link; and at which address it was. */
function readProgress(text: string | null): Opening & { readonly address: string | null } {
	if (text === null) return { ...NOTHING, address: null };
	const read = v.safeParse(Kept, parsed(text));
	if (!read.success) return { ...NOTHING, address: null, notice: LEFT_OUT };
	const { address, shown, beside, positions, futures: kept } = read.output;
	const futures = kept
		.flatMap((future) => opened(future) ?? [])
		.filter(({ number }, i, all) => all.findIndex((other) => other.number === number) === i);
	const there = (number: number | null) => futures.some((future) => future.number === number);
	const notice = futures.length < kept.length ? LEFT_OUT : null;
	const last = futures.at(-1);
	if (!last) return { ...NOTHING, address: null, notice };
	if (!there(shown))
		return { ...NOTHING, futures, shown: last.number, positions: [last.run.entries.length], notice, address: null };
	return { futures, shown, beside: beside !== shown && there(beside) ? beside : null, positions, notice, address };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** A kept future, played again; null where it cannot be. */
function opened(kept: unknown): Future | null {
	const read = v.safeParse(KeptFuture, kept);
	if (!read.success) return null;
	const { number, name, link, steps } = read.output;
	const preset = Object.keys(SCENARIOS).find((id): id is ScenarioId => id === read.output.preset) ?? null;
	if (preset !== null && keyOf(presetRun(preset)) === link) return { number, name, preset, run: presetRun(preset) };
	const query = new URLSearchParams(link);
	query.set('at', String(steps));
	const again = parsePermalink(`?${query}`, 1);
	const run = again && 'runs' in again ? again.runs[0] : undefined;
	return run ? { number, name, preset, run } : null;
}

/** What a link holds, after what is there already: a run that is among that is shown, not made again. */
function withLink(search: string, before: Opening): Opening {
	const link = parsePermalink(search, /[?&]acts2=/.test(search) ? 2 : 1);
	if (!link) return before;
	if ('error' in link) return { ...before, notice: [link.error, AS_WITHOUT, before.notice].filter(Boolean).join(' ') };
	const futures = [...before.futures];
	const numbers = link.runs.map((run, i) => {
		const key = keyOf(run);
		const known = futures.find((future) => keyOf(future.run) === key);
		if (known && known.run.entries.length < (link.positions[i] ?? 0))
			futures[futures.indexOf(known)] = { ...known, run };
		if (known) return known.number;
		const number = 1 + Math.max(0, ...futures.map((future) => future.number));
		futures.push({ number, name: nameOf(search, i), preset: null, run });
		return number;
	});
	const [shown = 1, other = shown] = numbers;
	return {
		futures,
		shown,
		beside: other === shown ? null : other,
		positions: link.positions,
		notice: link.notice ?? before.notice
	};
}

function nameOf(search: string, i: number): string {
	const { breaks } = askedIn(new URLSearchParams(search));
	return i > 0 ? 'From a link, the other one' : breaks ? pathName(breaks) : 'From a link';
}

/** What a path of the checker is called. */
export const pathName = (property: PropertyId): string => `A path on which “${PROPERTIES[property].name}” breaks`;

const askedIn = (query: URLSearchParams): Asked => ({
	view: VIEW_IDS.find((id) => id === query.get('view')) ?? null,
	breaks: PROPERTY_IDS.find((id) => id === query.get('breaks')) ?? null
});

/** What an address asks for that is none, in a sentence each. */
function faultsIn(query: URLSearchParams, { view, breaks }: Asked): string[] {
	const [saidView, saidBreaks] = [query.get('view'), query.get('breaks')];
	return [
		...(saidView !== null && view === null
			? [`The lab has no view “${saidView.slice(0, 40)}”; it should be one of ${VIEW_IDS.join(', ')}.`]
			: []),
		...(saidBreaks !== null && breaks === null
			? [
					`This link says that its path breaks “${saidBreaks.slice(0, 40)}”; it should be one of ${PROPERTY_IDS.join(', ')}.`
				]
			: [])
	];
}

/** What is to be shown at this address, with what the tab has kept. The address wins, and takes nothing away. */
export function parseLabLink(search: string, kept: string | null): Opening & Asked {
	const query = new URLSearchParams(search);
	const asked = askedIn(query);
	const before = readProgress(kept);
	const { notice, ...opening } = before.address === search ? before : withLink(search, before);
	const notices = [notice, ...faultsIn(query, asked)].filter((sentence) => sentence !== null);
	return { ...opening, ...asked, notice: notices.length > 0 ? notices.join(' ') : null };
}
