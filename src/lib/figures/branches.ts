import { path } from 'd3-path';

/** How far the two branches of a forked line lie from its middle, of 40 units; and how much of its length the bend takes. */
export const APART = 14;
const BEND = 0.04;

/** How far aside a branch is at a share of the line. */
const asideAt = (share: number, fork: number, aside: number): number => aside * Math.min(1, (share - fork) / BEND);

/**
 * One branch of a forked line, in a drawing of 100 by 40.
 * @param fork where the line forks, as a share of it
 * @param to how far the branch goes, as a share of the line
 * @param aside how far aside it lies: above when negative
 * @returns an SVG path
 */
export function branchPath(fork: number, to: number, aside: number): string {
	const line = path();
	const end = Math.min(to, fork + BEND);
	const middle = 50 * (fork + end);
	const y = 20 + asideAt(end, fork, aside);
	line.moveTo(fork * 100, 20);
	line.bezierCurveTo(middle, 20, middle, y, end * 100, y);
	line.lineTo(to * 100, y);
	return line.toString();
}

/**
 * The height at which a mark stands on a line that may have forked.
 * @param at where it stands, as a share of the line
 * @param fork where the line forks; null where it does not
 * @param branch the branch that it belongs to; null for the line before the fork
 * @returns a share of the line’s height
 */
export const heightAt = (at: number, fork: number | null, branch: number | null): number =>
	(20 + (fork === null || branch === null ? 0 : asideAt(at, fork, branch === 0 ? -APART : APART))) / 40;
