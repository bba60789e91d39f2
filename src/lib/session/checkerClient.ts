import type { Verdicts } from '../check/check';
import type { CheckedCell } from '../check/apiGrid';
import type { RepairAnswer, RepairQuestion } from '../check/minimalRepairs';
import type { Knobs } from '../machines/knobs';
import type { Asked, Said } from './checkerMessages';

/** A question that is being worked on. */
export interface CheckerTask<T> {
	/** The answer; null when it was cancelled. Rejects when the worker cannot be started or fails. */
	readonly answer: Promise<T | null>;
	/** Stops at once. Does nothing when the answer is there already. */
	readonly cancel: () => void;
}

/** Says how many worlds have been found so far. */
export type Progress = (worlds: number) => void;

/** Judges every property for these knobs, beside the page. The worker is loaded by this call and ends with the answer. */
export const checkInWorker = (knobs: Knobs, progress: Progress = () => {}): CheckerTask<Verdicts> =>
	explore<Verdicts>({ ask: 'check', knobs }, (said) => (said.say === 'verdicts' ? said.answer : undefined), progress);

/** Looks for the smallest sets of repairs, beside the page. */
export const repairsInWorker = (question: RepairQuestion, progress: Progress = () => {}): CheckerTask<RepairAnswer> =>
	explore<RepairAnswer>(
		{ ask: 'repairs', question },
		(said) => (said.say === 'repairs' ? said.answer : undefined),
		progress
	);

/** Looks into every cell of the grid of APIs, beside the page, and says each as soon as it is known. */
export const gridInWorker = (
	heard: (cell: CheckedCell) => void,
	progress: Progress = () => {}
): CheckerTask<readonly CheckedCell[]> =>
	explore<readonly CheckedCell[]>(
		{ ask: 'grid' },
		(said) => {
			if (said.say === 'cell') heard(said.cell);
			return said.say === 'grid' ? said.answer : undefined;
		},
		progress
	);

function explore<T>(asked: Asked, read: (said: Said) => T | undefined, progress: Progress): CheckerTask<T> {
	const worker = new Worker(new URL('./checker.worker.ts', import.meta.url), { type: 'module' });
	let cancel = () => {};
	const answer = new Promise<T | null>((resolve, reject) => {
		cancel = () => resolve(null);
		worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
			if (data.say === 'worlds') return progress(data.worlds);
			const found = read(data);
			if (found !== undefined) resolve(found);
		});
		worker.addEventListener('error', ({ message }) => reject(new Error(message || 'The checker could not be loaded.')));
		worker.postMessage(asked);
	}).finally(() => worker.terminate());
	return { answer, cancel };
}
