import type { CapturedItem } from '../../wire/capture';
import type { Reading } from './readMessages';

/** A file that is being read. */
export interface Read {
	/** The number of packets after which reading was stopped, or null when the whole file was read; rejects when it cannot be read at all. */
	readonly end: Promise<number | null>;
	readonly cancel: () => void;
}

/** Reads a capture file beside the page and tells of what it finds, as soon as it finds it. */
export function readInWorker(file: Blob, found: (items: readonly CapturedItem[], at: number) => void): Read {
	const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
	let cancel = () => {};
	const end = new Promise<number | null>((resolve, reject) => {
		cancel = () => resolve(null);
		worker.addEventListener('message', ({ data }: MessageEvent<Reading>) => {
			if (data.say === 'items') found(data.items, data.at);
			else resolve(data.stoppedAt);
		});
		worker.addEventListener('error', ({ message }) => reject(new Error(message || 'The file could not be read.')));
		worker.postMessage(file);
	}).finally(() => worker.terminate());
	return { end, cancel };
}
