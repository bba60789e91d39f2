import { askWorker, type WorkerTask } from '../../session/workerTask';
import type { CapturedItem } from '../../wire/capture';
import type { Reading } from './readMessages';

/** How a file was read: the number of packets after which reading was stopped, or null when the whole file was read. */
export interface FileEnd {
	readonly stoppedAt: number | null;
}

/** Reads a capture file beside the page and tells of what it finds, as soon as it finds it: what, and how far in the file that is, in bytes. */
export const readInWorker = (
	file: Blob,
	found: (items: readonly CapturedItem[], at: number) => void
): WorkerTask<FileEnd> =>
	askWorker<Reading, FileEnd>({
		what: 'the part that reads files',
		start: () => new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' }),
		asked: file,
		hear(said, done) {
			if (said.say === 'items') found(said.items, said.at);
			else done(said);
		}
	});
