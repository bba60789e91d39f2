/** `npm run -s repairs -- [options]`: the smallest sets of repairs. `--help` says how. */
import { GaveUp, minimalRepairs, type RepairQuestion } from '../src/lib/check/minimalRepairs.ts';
import { HELP, parseOptions } from './check/options.ts';
import { repairLines } from './check/text.ts';

const parsed = parseOptions('repairs', process.argv.slice(2));
if ('problem' in parsed) {
	console.error(parsed.problem);
	process.exitCode = 2;
} else if (parsed.request.help) {
	console.log(HELP.repairs.join('\n'));
} else {
	tell(parsed.request, parsed.request.json);
}

function tell(question: RepairQuestion, json: boolean): void {
	try {
		const answer = minimalRepairs(question);
		console.log(json ? JSON.stringify(answer) : repairLines(answer).join('\n'));
	} catch (error) {
		if (!(error instanceof GaveUp)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
