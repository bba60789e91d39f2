/** Reads somebody's capture file beside the page, piece by piece: it never leaves the device, and memory does not grow with it. */
import { CaptureReader } from '../../wire/captureReader';
import type { Reading } from './messages';

/** As many packets as a person can look through; the rest of a file is not read. */
const MOST_PACKETS = 20_000;

const say = (said: Reading) => postMessage(said);

async function read(file: Blob): Promise<void> {
	const reader = new CaptureReader();
	const pieces = file.stream().getReader();
	let [at, packets] = [0, 0];
	for (;;) {
		const { done, value } = await pieces.read();
		const items = done ? reader.end() : reader.push(value);
		at += value?.length ?? 0;
		const room = MOST_PACKETS - packets;
		const found = items.filter(({ kind }) => kind === 'packet').length;
		packets += found;
		if (found > room) {
			let left = room;
			say({ say: 'items', items: items.filter(({ kind }) => kind !== 'packet' || left-- > 0), at });
			await pieces.cancel();
			return say({ say: 'end', stoppedAt: MOST_PACKETS });
		}
		if (items.length > 0) say({ say: 'items', items, at });
		if (done) return say({ say: 'end', stoppedAt: null });
	}
}

addEventListener('message', ({ data }: MessageEvent<Blob>) => void read(data));
