/** Reads somebody's capture file beside the page, piece by piece: it never leaves the device, and memory does not grow with it. */
import type { CapturedItem } from '../../wire/capture';
import { CaptureReader } from '../../wire/captureReader';
import type { Reading } from './readMessages';

/** As many packets as a person can look through; the rest of a file is not read. */
const MOST_PACKETS = 20_000;
/** A packed file that grows beyond so many bytes is not read on: a small one can hold any amount of nothing. */
const MOST_UNPACKED = 1_000_000_000;
/** RFC 1952 §2.3.1. */
const GZIP = [0x1f, 0x8b] as const;

const say = (said: Reading) => postMessage(said);

/** The file as a stream, unpacked when it is packed with gzip, and how many of its own bytes have been taken so far. */
async function opened(file: Blob): Promise<{
	readonly pieces: ReadableStreamDefaultReader<Uint8Array>;
	readonly taken: () => number;
	readonly isPacked: boolean;
}> {
	let taken = 0;
	const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
		transform(piece, controller) {
			taken += piece.length;
			controller.enqueue(piece);
		}
	});
	const beginning = new Uint8Array(await file.slice(0, GZIP.length).arrayBuffer());
	const isPacked = GZIP.every((byte, i) => beginning[i] === byte);
	const counted = file.stream().pipeThrough(counting);
	return {
		pieces: (isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted).getReader(),
		taken: () => taken,
		isPacked
	};
}

/** Where reading ends before the file does: what is said then. */
const problem = (offset: number, sentence: string): CapturedItem => ({
	kind: 'problem',
	offset,
	sentence,
	goesOn: false
});

async function read(file: Blob): Promise<void> {
	const reader = new CaptureReader();
	const { pieces, taken, isPacked } = await opened(file);
	let [unpacked, packets] = [0, 0];
	for (;;) {
		const piece = await pieces.read().catch((error: unknown) => {
			if (!isPacked) throw error;
			say({
				say: 'items',
				items: [
					problem(unpacked, 'The file is packed with gzip, and cannot be unpacked to its end; a whole one is wanted.')
				],
				at: taken()
			});
			return null;
		});
		if (!piece) return say({ say: 'end', stoppedAt: null });
		const { done, value } = piece;
		const items = done ? reader.end() : reader.push(value);
		unpacked += value?.length ?? 0;
		const room = MOST_PACKETS - packets;
		const found = items.filter(({ kind }) => kind === 'packet').length;
		packets += found;
		if (found > room) {
			let left = room;
			say({ say: 'items', items: items.filter(({ kind }) => kind !== 'packet' || left-- > 0), at: taken() });
			await pieces.cancel();
			return say({ say: 'end', stoppedAt: MOST_PACKETS });
		}
		if (items.length > 0) say({ say: 'items', items, at: taken() });
		if (isPacked && unpacked > MOST_UNPACKED) {
			await pieces.cancel();
			say({
				say: 'items',
				items: [
					problem(
						unpacked,
						`Unpacked, the file has more than ${MOST_UNPACKED.toLocaleString('en')} bytes; as many are read here.`
					)
				],
				at: taken()
			});
			return say({ say: 'end', stoppedAt: null });
		}
		const isGivenUp = items.some((item) => item.kind === 'problem' && !item.goesOn);
		if (isGivenUp && !done) await pieces.cancel();
		if (done || isGivenUp) return say({ say: 'end', stoppedAt: null });
	}
}

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
	// A worker’s page hears of errors that are thrown, and not of promises that are broken.
	read(data).catch((error: unknown) =>
		setTimeout(() => {
			throw error;
		})
	);
});
