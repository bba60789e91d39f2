import type { Evidence } from '../machines/evidence';
import type { Scene } from './drawables';
import { sceneAt } from './scene';
import type { Moment, Timeline } from './timeline';

/** What the model tells at a moment: its words, when it was in ms of model time, and how it is known. */
export interface Told {
	readonly text: string;
	readonly atMs: number;
	readonly evidence: Evidence | null;
	readonly source: string | null;
	readonly claims: readonly string[];
}

/** One captioned still of a run. */
export interface Frame {
	readonly title: string;
	readonly text: string;
	readonly atMs: number;
	readonly scene: Scene;
	/** What the run is called, when there is more than one. */
	readonly run: string | null;
}

/** The id of a still, so that prose can lead there without scripts; with its figure's name, since a page may hold several. */
export const frameId = (figure: string, title: string): string =>
	`${figure}-${title
		.toLowerCase()
		.replace(/[^a-z]+/g, '-')
		.replace(/^-|-$/g, '')}`;

/**
 * The first moment of a title.
 * @param timeline a run, laid out for watching
 * @param title the moment’s
 * @returns the moment
 * @throws Error when the run has none: whoever promises it would be wrong
 */
export function momentOf(timeline: Timeline, title: string): Moment {
	const found = timeline.moments.find((each) => each.title === title);
	if (!found)
		throw new Error(
			`The run has no moment “${title}”; it has ${[...new Set(timeline.moments.map((each) => each.title))].join(', ')}.`
		);
	return found;
}

/**
 * What is told at a moment of a run, by the record that makes it one and not by what else happened in that step.
 * @param timeline the run, laid out for watching
 * @param title the moment’s
 * @returns words and evidence
 * @throws Error when the run has no such moment
 */
export function toldAt(timeline: Timeline, title: string): Told {
	const { text, atMs, evidence, source, claims } = momentOf(timeline, title).record;
	return { text, atMs, evidence, source, claims };
}

/**
 * The still of a moment of a run, the first of that title.
 * @param timeline the run, laid out for watching
 * @param moment the moment’s title
 * @param run what the run is called where there are two
 * @param title what the still is called, when the moment’s own title is not enough
 * @returns the picture and its words
 * @throws Error when the run has no such moment: a storyboard that promises it would be wrong
 */
export function stillOf(timeline: Timeline, moment: string, run: string | null = null, title = moment): Frame {
	const { entry, record } = momentOf(timeline, moment);
	return { title, text: record.text, atMs: record.atMs, scene: sceneAt(timeline, entry + 1), run };
}

/**
 * A storyboard of a run that a reader made: each of its moments once.
 * @param timeline the run, laid out for watching
 * @param run what the run is called where there are two
 * @returns stills, in order
 */
export const stillsOf = (timeline: Timeline, run: string | null): Frame[] =>
	[...new Set(timeline.moments.map(({ title }) => title))].map((title) => stillOf(timeline, title, run));
