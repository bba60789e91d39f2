/** `npm run -s trace -- [options]`: the model without a browser. `--help` says how. */
import { MACHINES } from '../src/lib/machines/machines.ts';
import { machineJson } from '../src/lib/machines/machineJson.ts';
import { jsonLines } from '../src/lib/scene/traceJson.ts';
import { saveCapture } from './trace/capture.ts';
import { Problem } from './trace/arguments.ts';
import { helpLines, listLines } from './trace/list.ts';
import { parseOptions, type Request } from './trace/options.ts';
import { run } from './trace/run.ts';
import { textLines } from './trace/text.ts';

function linesFor(request: Request): string[] {
	if (request.show === 'help') return helpLines();
	if (request.show === 'list') return listLines();
	if (request.machine !== null) return [JSON.stringify(machineJson(MACHINES[request.machine]), null, 2)];
	const history = run(request);
	if (request.pcapng !== null) saveCapture(history, request.pcapng);
	return request.json ? jsonLines(history) : textLines(history);
}

// Whoever reads may have seen enough: `| head` closes the pipe, and that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit(0);
});

const parsed = parseOptions(process.argv.slice(2));
if ('problem' in parsed) {
	console.error(parsed.problem);
	process.exitCode = 2;
} else {
	try {
		process.stdout.write(`${linesFor(parsed.request).join('\n')}\n`);
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		console.error(error.message);
		process.exitCode = 2;
	}
}
