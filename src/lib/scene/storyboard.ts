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
	/** Which of the figure's runs it is a still of. */
	readonly run: number;
	/** The entry it shows, to jump there. */
	readonly entry: number;
}

/** The id of a still on its page, so that prose can lead there without scripts. */
export const frameId = (title: string): string => `moment-${title.toLowerCase().replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')}`;

/** How long after the event the still is taken, in ms of play time: what it caused is on its way. */
const LATER_MS = 210;

/** The moment with this title in one of the runs, or null. */
const find = (timeline: Timeline, title: string) => timeline.moments.find((moment) => moment.title === title) ?? null;

/** The stills of these moments: for each title the first run, and the first time, in which it comes. */
export function storyboard(timelines: readonly Timeline[], layout: Layout, titles: readonly string[]): Frame[] {
	return titles.flatMap((title): Frame[] => {
		for (const [run, timeline] of timelines.entries()) {
			const moment = find(timeline, title);
			if (!moment) continue;
			const scene = sceneAt(timeline, layout, (timeline.playMs[moment.entry] ?? 0) + LATER_MS);
			return [{ title, text: moment.record.text, atMs: moment.record.atMs, scene, run, entry: moment.entry }];
		}
		return [];
	});
}

/** The titles of a run's own moments, each once, for a storyboard of a run that a reader made. */
export const titlesOf = (timelines: readonly Timeline[]): string[] => [...new Set(timelines.flatMap(({ moments }) => moments).map(({ title }) => title))];
