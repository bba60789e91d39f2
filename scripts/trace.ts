/** `npm run -s trace -- [options]`: the model without a browser. `--help` says how. */
import { jsonLines } from './trace/json.ts';
import { helpLines, listLines } from './trace/list.ts';
import { parseOptions, type Request } from './trace/options.ts';
import { run } from './trace/run.ts';
import { textLines } from './trace/text.ts';

function linesFor(request: Request): string[] {
	if (request.show === 'help') return helpLines();
	if (request.show === 'list') return listLines();
	const history = run(request);
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
	process.stdout.write(`${linesFor(parsed.request).join('\n')}\n`);
}
