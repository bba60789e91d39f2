import { machineJson } from '../../src/lib/machines/machineJson.ts';
import { MACHINES } from '../../src/lib/machines/machines.ts';
import { jsonLines } from '../../src/lib/scene/traceJson.ts';
import { Problem } from './arguments.ts';
import { saveCapture } from './capture.ts';
import { helpLines, listLines } from './list.ts';
import { parseOptions, type Request } from './options.ts';
import { run } from './run.ts';
import { textLines } from './text.ts';

/** What a command leaves behind: its exit status, and what it prints where. */
export interface Outcome {
	readonly status: 0 | 2;
	readonly stdout: string;
	readonly stderr: string;
}

const refused = (problem: string): Outcome => ({ status: 2, stdout: '', stderr: `${problem}\n` });

function linesFor(request: Request): string[] {
	if (request.show === 'help') return helpLines();
	if (request.show === 'list') return listLines();
	if (request.machine !== null) return [JSON.stringify(machineJson(MACHINES[request.machine]), null, 2)];
	const history = run(request);
	if (request.pcapng !== null) saveCapture(history, request.pcapng);
	return request.json ? jsonLines(history) : textLines(history);
}

/**
 * Runs the model in the terminal.
 * @param args what follows `npm run -s trace --`
 * @returns what is printed; with status 2, one sentence about what is wrong and what is allowed
 */
export function trace(args: readonly string[]): Outcome {
	const parsed = parseOptions([...args]);
	if ('problem' in parsed) return refused(parsed.problem);
	try {
		return { status: 0, stdout: `${linesFor(parsed.request).join('\n')}\n`, stderr: '' };
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		return refused(error.message);
	}
}
