import { act, advance, settle, start, type History } from '../sim/history';
import { MODEL_VERSION } from '../sim/world';
import { readLinkParts, UnreadableLink, type LinkParts } from './linkParts';
import { followSchedule } from './parseScheduleOverrides';
import { LONGEST_LINK, type Permalink } from './permalink';
import { changedSince, isKnownVersion } from './versions';
import { replayLink, type ReplayedRun } from './versions/replayLink';

/** What a link holds, and what the reader has to be told of it. */
export interface ParsedPermalink extends Permalink {
	/** Said to the reader when the link is from another version of the model, or when some of it is unknown here. */
	readonly notice: string | null;
}

/**
 * Opens a link’s query. A link of another version, or with something that is unknown here, opens as far as it can be
 * read, and says so. Never throws because of what is in it.
 * @param search the query, with or without its question mark
 * @param count how many runs the figure shows side by side
 * @returns the runs, played again, and where they stand; null when the query holds no moment; `{ error }` with one
 * sentence when it cannot be read
 */
export function parsePermalink(search: string, count: number): ParsedPermalink | { readonly error: string } | null {
	const query = new URLSearchParams(search);
	if (!query.has('v') && !query.has('acts')) return null;
	try {
		if (search.length > LONGEST_LINK)
			throw new UnreadableLink(`This link is longer than ${LONGEST_LINK} characters, which no moment here needs.`);
		const version = Number(query.get('v'));
		const parts = Array.from({ length: count }, (_, i) => readLinkParts(query, i === 0 ? '' : String(i + 1)));
		const opened = parts.map((run) => openRun(run, version));
		const leftOut = [...new Set(parts.flatMap((run) => run.leftOut))];
		const sentences = [versionNotice(version, opened), leftOutNotice(leftOut)].filter((each) => each !== null);
		return {
			runs: opened.map(({ run }) => run),
			positions: opened.map(({ position }) => position),
			notice: sentences.length > 0 ? sentences.join(' ') : null
		};
	} catch (error) {
		if (error instanceof UnreadableLink) return { error: error.message };
		throw error;
	}
}

function openRun(parts: LinkParts, version: number): ReplayedRun {
	const first = start(parts.knobs, parts.outcomes);
	if (version !== MODEL_VERSION || parts.leftOut.length > 0) return replayLink(version, first, parts);
	const { acts, picks, at } = parts;
	const acted = acts.reduce(
		(history, { act: id, step, atMs }) => (id === null ? history : act(reach(history, step, picks), id, atMs)),
		first
	);
	const settled = settle(reach(acted, (picks.at(-1)?.step ?? -1) + 1, picks));
	const run = advance(settled, (_, steps) => steps >= at);
	return { run, position: Math.min(at, run.entries.length), isAnchored: null };
}

/** On to this step: by the player’s schedule, and by the link’s own choices where it has any. */
function reach(history: History, step: number, picks: LinkParts['picks']): History {
	const reached = followSchedule(history, step, picks);
	if (typeof reached === 'string') throw new UnreadableLink(reached);
	return reached;
}

/** What it means for a moment that its link comes from another version; null where it does not. */
function versionNotice(version: number, opened: readonly ReplayedRun[]): string | null {
	if (version === MODEL_VERSION) return null;
	const made = `This link was made with version ${Number.isInteger(version) ? version : '?'} of the model`;
	const anchored = opened.map(({ isAnchored }) => isAnchored);
	const changes = changedSince(version);
	const since = changes.length > 0 ? ` What has changed since: ${changes.join('; ')}.` : '';
	if (anchored.every((is) => is === true))
		return `${made} and this page has version ${MODEL_VERSION}, which shows the same moment; what led to it may differ in details.${since}`;
	if (isKnownVersion(version) && !anchored.includes(false))
		return `${made}, and its steps are translated into those of version ${MODEL_VERSION}; details may differ.${since}`;
	return `${made} and this page has version ${MODEL_VERSION}, so it may show another moment than was meant.`;
}

/** What of a link is unknown here. */
const leftOutNotice = (leftOut: readonly string[]): string | null =>
	leftOut.length === 0 ? null : `Left out of it, since it is unknown here: ${leftOut.join(', ')}.`;
