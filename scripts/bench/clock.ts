/** Measuring for the parts of the bench that run the model, which itself knows no clock. */

const ROUNDS = 5;
const ROUND_MS = 300;

/**
 * How often a second each of these can be done; one go gives how many it did. They take turns, round after round, and
 * the median round counts: what else the machine is doing then falls on all of them alike.
 */
export function perSecond<K extends string>(contenders: Record<K, () => number>): Record<K, number> {
	const names = Object.keys(contenders) as K[];
	// The first round compiles, and does not count.
	const rounds = Array.from({ length: ROUNDS + 1 }, () => names.map((name) => rate(contenders[name]))).slice(1);
	return Object.fromEntries(
		names.map((name, i) => [
			name,
			quantile(
				rounds.map((rates) => rates[i] ?? 0),
				0.5
			)
		])
	) as Record<K, number>;
}

function rate(go: () => number): number {
	const begun = performance.now();
	let done = 0;
	let passedMs = 0;
	while (passedMs < ROUND_MS) {
		done += go();
		passedMs = performance.now() - begun;
	}
	return (done / passedMs) * 1_000;
}

/** How long one go takes, in ms, and what it gave. */
export function timed<T>(go: () => T): { readonly value: T; readonly ms: number } {
	const begun = performance.now();
	const value = go();
	return { value, ms: performance.now() - begun };
}

/** The value below which this share of them lies. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Places that look random and are the same in every run: a linear congruential generator (Numerical Recipes). */
export function places(count: number, below: number): number[] {
	let seed = 1;
	return Array.from({ length: count }, () => {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((seed / 2 ** 32) * below);
	});
}
