import type { History } from '../sim/history';
import { GO_ON, type RunToSave, type Saving } from './saveMessages';
import { askWorker, type WorkerTask } from './workerTask';

/** Registered with IANA as application/vnd.tcpdump.pcap; pcapng has no registration of its own. */
const TYPE = 'application/octet-stream';

/** Writes a run as a pcapng file, beside the page. */
export function saveInWorker(
	{ knobs, outcomes, entries }: History,
	progress: (written: number, of: number) => void = () => {}
): WorkerTask<Blob> {
	// Each piece is given to the browser at once, which may keep it elsewhere than in the page’s memory.
	const pieces: Blob[] = [];
	const asked: RunToSave = { knobs, outcomes, choices: entries.map(({ choice }) => choice) };
	return askWorker<Saving, Blob>({
		what: 'the part that saves captures',
		start: () => new Worker(new URL('./save.worker.ts', import.meta.url), { type: 'module' }),
		asked,
		hear(said, done, reply) {
			if (said.say === 'written') progress(said.packets, said.of);
			else if (said.say === 'done') done(new Blob(pieces, { type: TYPE }));
			else {
				pieces.push(new Blob([said.bytes]));
				reply(GO_ON);
			}
		}
	});
}

/** Hands a file to the reader, under this name. */
export function download(file: Blob, name: string): void {
	const href = URL.createObjectURL(file);
	const link = Object.assign(document.createElement('a'), { href, download: name });
	link.click();
	// The browser has its own hold on the file from then on.
	setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
