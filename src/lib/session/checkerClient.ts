import type { Verdicts } from '../check/check';
import type { CheckedCell } from '../check/apiGrid';
import type { RepairAnswer, RepairQuestion } from '../check/minimalRepairs';
import type { Knobs } from '../machines/knobs';
import type { Asked, Said } from './checkerMessages';
import { askWorker, type WorkerTask } from './workerTask';

/** Says how many worlds have been found so far. */
export type Progress = (worlds: number) => void;

/** Judges every property for these knobs, beside the page. The worker is loaded by this call and ends with the answer. */
export const checkInWorker = (knobs: Knobs, progress: Progress = () => {}): WorkerTask<Verdicts> =>
	explore<Verdicts>({ ask: 'check', knobs }, (said) => (said.say === 'verdicts' ? said.answer : undefined), progress);

/** Looks for the smallest sets of repairs, beside the page. */
export const repairsInWorker = (question: RepairQuestion, progress: Progress = () => {}): WorkerTask<RepairAnswer> =>
	explore<RepairAnswer>(
		{ ask: 'repairs', question },
		(said) => (said.say === 'repairs' ? said.answer : undefined),
		progress
	);

/** Looks into every cell of the grid of APIs, beside the page, and says each as soon as it is known. */
export const gridInWorker = (
	heard: (cell: CheckedCell) => void,
	progress: Progress = () => {}
): WorkerTask<readonly CheckedCell[]> =>
	explore<readonly CheckedCell[]>(
		{ ask: 'grid' },
		(said) => {
			if (said.say === 'cell') heard(said.cell);
			return said.say === 'grid' ? said.answer : undefined;
		},
		progress
	);

const explore = <T>(asked: Asked, read: (said: Said) => T | undefined, progress: Progress): WorkerTask<T> =>
	askWorker<Said, T>({
		what: 'the checker',
		start: () => new Worker(new URL('./checker.worker.ts', import.meta.url), { type: 'module' }),
		asked,
		hear(said, done) {
			if (said.say === 'worlds') return progress(said.worlds);
			const found = read(said);
			if (found !== undefined) done(found);
		}
	});
