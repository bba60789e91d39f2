import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { History } from '../../../src/lib/sim/history.ts';

/** A link that was made with an old version of the model, and what stood where it opened. */
export interface GoldenLink extends Stand {
	/** What is meant by it. */
	readonly at: string;
	readonly link: string;
	/** Steps of the model that made it. */
	readonly steps: number;
	/** Where the second run stands, of a link with two. */
	readonly other?: Stand;
}

/** A record, by what tells it from others. */
export interface Stand {
	readonly component: string;
	readonly reason: string | null;
	readonly moment: string | null;
}

const fileOf = (version: number) => fileURLToPath(new URL(`../../vectors/links-v${version}.jsonl`, import.meta.url));

/** The golden links of a version, a line each; null when there are none. */
export const goldenLinksOf = (version: number): GoldenLink[] | null =>
	existsSync(fileOf(version))
		? readFileSync(fileOf(version), 'utf8')
				.trim()
				.split('\n')
				.map((line) => JSON.parse(line) as GoldenLink)
		: null;

/** What stands in a run after so many steps: all that its last step told. */
export const standsAt = (run: History, position: number): Stand[] =>
	(run.entries.slice(0, position).findLast(({ records }) => records.length > 0)?.records ?? []).map(
		({ component, reason, moment }) => ({ component, reason, moment })
	);

/** Whether a moment with this title was there already before the last step. */
export const cameBefore = (run: History, position: number, moment: string): boolean =>
	run.entries.slice(0, position - 1).some(({ records }) => records.some((record) => record.moment === moment));
