import type { Scene } from './drawables';
import type { Layout } from './layout';
import { sceneAt } from './scene';
import type { Timeline } from './timeline';

/** One captioned still of a run. */
export interface Frame {
	readonly title: string;
	readonly text: string;
	readonly atMs: number;
	readonly scene: Scene;
	/** What the run is called, when there is more than one. */
	readonly run: string | null;
}

/** The id of a still on its page, so that prose can lead there without scripts. */
export const frameId = (title: string): string => `moment-${title.toLowerCase().replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')}`;

/** How long after the event the still is taken, in ms of play time: what it caused is on its way, and nothing else has happened yet. */
const LATER_MS = 210;

/**
 * The still of a moment of a run, the first of that title. Throws when the run has no
 * such moment: a storyboard that promises it would be wrong.
 */
export function stillOf(timeline: Timeline, layout: Layout, moment: string, run: string | null = null, title = moment): Frame {
	const found = timeline.moments.find((each) => each.title === moment);
	if (!found) throw new Error(`The run has no moment “${moment}”; it has ${[...new Set(timeline.moments.map((each) => each.title))].join(', ')}.`);
	const happens = timeline.playMs[found.entry] ?? 0;
	const next = timeline.playMs[found.entry + 1] ?? Infinity;
	const scene = sceneAt(timeline, layout, Math.min(happens + LATER_MS, next - 1));
	return { title, text: found.record.text, atMs: found.record.atMs, scene, run };
}

/** A storyboard of a run that a reader made: each of its moments once. */
export const stillsOf = (timeline: Timeline, layout: Layout, run: string | null): Frame[] =>
	[...new Set(timeline.moments.map(({ title }) => title))].map((title) => stillOf(timeline, layout, title, run));
