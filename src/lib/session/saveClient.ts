import type { History } from '../sim/history';
import { GO_ON, type RunToSave, type Saving } from './saveMessages';

/** A file that is being written. */
export interface Save {
	/** The file; null when it was cancelled. Rejects when the worker cannot be started or fails. */
	readonly file: Promise<Blob | null>;
	readonly cancel: () => void;
}

/** Registered with IANA as application/vnd.tcpdump.pcap; pcapng has no registration of its own. */
const TYPE = 'application/octet-stream';

/** Writes a run as a pcapng file, beside the page. The worker is loaded by this call and ends with the file. */
export function saveInWorker(
	{ knobs, outcomes, entries }: History,
	progress: (written: number, of: number) => void = () => {}
): Save {
	const worker = new Worker(new URL('./save.worker.ts', import.meta.url), { type: 'module' });
	// Each piece is given to the browser at once, which may keep it elsewhere than in the page’s memory.
	const pieces: Blob[] = [];
	let cancel = () => {};
	const file = new Promise<Blob | null>((resolve, reject) => {
		cancel = () => resolve(null);
		worker.addEventListener('message', ({ data }: MessageEvent<Saving>) => {
			if (data.say === 'written') progress(data.packets, data.of);
			else if (data.say === 'done') resolve(new Blob(pieces, { type: TYPE }));
			else {
				pieces.push(new Blob([data.bytes]));
				worker.postMessage(GO_ON);
			}
		});
		worker.addEventListener('error', ({ message }) =>
			reject(new Error(message || 'The capture could not be written.'))
		);
		const run: RunToSave = { knobs, outcomes, choices: entries.map(({ choice }) => choice) };
		worker.postMessage(run);
	}).finally(() => worker.terminate());
	return { file, cancel };
}

/** Hands a file to the reader, under this name. */
export function download(file: Blob, name: string): void {
	const href = URL.createObjectURL(file);
	const link = Object.assign(document.createElement('a'), { href, download: name });
	link.click();
	// The browser has its own hold on the file from then on.
	setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
