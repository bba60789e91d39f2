import type { FigureSession } from './figure.svelte';

/** Plays a path that somebody else has found in a figure, from its first act on; what was there stays under “other future”. */
export async function playPath(session: FigureSession, link: string): Promise<void> {
	const { fromQuery } = await import('../scenarios/openAddress');
	const opened = fromQuery(`?${link}`, session.player.runs.length);
	if (!opened || 'error' in opened) {
		session.notice = opened?.error ?? 'This path cannot be read.';
		return;
	}
	session.player.begin(opened.runs);
	session.player.nextMoment();
	session.tell();
}
