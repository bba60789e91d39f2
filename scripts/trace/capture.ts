import { closeSync, openSync, writeSync } from 'node:fs';
import { captureOf } from '../../src/lib/capture/runCapture.ts';
import type { History } from '../../src/lib/sim/history.ts';
import { blocksOfCapture } from '../../src/lib/wire/pcapng.ts';
import { Problem } from './arguments.ts';

/** Writes a run as a pcapng file. Throws a `Problem` when the file cannot be written. */
export function saveCapture(history: History, file: string): void {
	try {
		const descriptor = openSync(file, 'w');
		for (const block of blocksOfCapture(captureOf(history))) writeSync(descriptor, block);
		closeSync(descriptor);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === undefined) throw error;
		throw new Problem(
			`The file “${file}” cannot be written (${code}); --pcapng takes the name of a file in a folder that is there.`
		);
	}
}
