/** `npm run -s repairs -- [options]`: the smallest sets of repairs. `--help` says how. */
import { smallestRepairs } from '../src/lib/check/smallest.ts';
import { HELP, parseOptions } from './check/options.ts';
import { repairLines } from './check/text.ts';

const parsed = parseOptions('repairs', process.argv.slice(2));
if ('problem' in parsed) {
	console.error(parsed.problem);
	process.exitCode = 2;
} else if (parsed.request.help) {
	console.log(HELP.repairs.join('\n'));
} else {
	const answer = smallestRepairs(parsed.request);
	console.log(parsed.request.json ? JSON.stringify(answer) : repairLines(answer).join('\n'));
}
