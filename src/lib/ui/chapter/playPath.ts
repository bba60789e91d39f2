import { loadOrTell } from '../../figures/onDemand/loadPart';
import type { History } from '../../sim/history';
import type { FigureSession } from '../../session/figureSession.svelte';

/**
 * Plays a path that somebody else has found in a figure, from its first act on; what was there stays under “other future”.
 * Gives the run that is played, or null where the path cannot be read, and then the figure says why.
 */
export async function playPath(session: FigureSession, link: string): Promise<History | null> {
	const tell = (sentence: string) => session.notices.show(sentence);
	const parser = await loadOrTell('this path', () => import('../../scenarios/parsePermalink'), tell);
	if (!parser) return null;
	const opened = parser.parsePermalink(`?${link}`, session.player.runs.length);
	if (!opened || 'error' in opened) {
		session.notices.show(opened?.error ?? 'This path cannot be read.');
		return null;
	}
	session.notices.closeRefusal();
	session.futures.begin(opened.runs);
	session.player.nextMoment();
	session.playback.announcer.tell();
	return session.player.runs[0] ?? null;
}
