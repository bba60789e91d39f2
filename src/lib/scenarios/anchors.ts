import type { History } from '../sim/history';

/**
 * A place in a run that does not depend on how many steps a version of the model takes to get there: the last reason that
 * was told, which of its name it was, and how many steps were taken since.
 */
export interface Anchor {
	readonly reason: string;
	/** How many records before it had the same reason. */
	readonly ordinal: number;
	readonly stepsSince: number;
}

/** The anchor of a run after so many steps; null while nothing has been told that has a reason. */
export function anchorAt({ entries }: History, steps: number): Anchor | null {
	const told = entries
		.slice(0, steps)
		.flatMap(({ records }, step) => records.flatMap(({ reason }) => (reason === null ? [] : [{ reason, step }])));
	const last = told.at(-1);
	if (!last) return null;
	const ordinal = told.filter(({ reason }) => reason === last.reason).length - 1;
	return { reason: last.reason, ordinal, stepsSince: Math.min(steps, entries.length) - last.step - 1 };
}

/** An anchor as a link has it: `safari.loads.3`, two steps later `safari.loads.3.2`, and nothing for none. */
export const formatAnchor = (anchor: Anchor | null): string =>
	anchor === null ? '' : `${anchor.reason}.${anchor.ordinal}${anchor.stepsSince === 0 ? '' : `.${anchor.stepsSince}`}`;

/** The anchor that this stands for; null for none, and for what is no anchor. */
export function parseAnchor(part: string): Anchor | null {
	const [, reason, ordinal, stepsSince = '0'] = /^([A-Za-z.]{1,80})\.(\d{1,5})(?:\.(\d{1,5}))?$/.exec(part) ?? [];
	if (reason === undefined || ordinal === undefined) return null;
	return { reason, ordinal: Number(ordinal), stepsSince: Number(stepsSince) };
}
