/** `npm run -s check -- [options]`: everything that can happen, judged. `--help` says how. */
import { check } from '../src/lib/check/check.ts';
import { HELP, parseOptions } from './check/options.ts';
import { verdictLines } from './check/text.ts';

const parsed = parseOptions('check', process.argv.slice(2));
if ('problem' in parsed) {
	console.error(parsed.problem);
	process.exitCode = 2;
} else if (parsed.request.help) {
	console.log(HELP.check.join('\n'));
} else {
	const { knobs, properties, json } = parsed.request;
	const verdicts = check(knobs);
	const asked = { ...verdicts, verdicts: Object.fromEntries(properties.map((id) => [id, verdicts.verdicts[id]])) };
	console.log(json ? JSON.stringify(asked) : verdictLines(verdicts, properties).join('\n'));
	// What was not looked at to the end does not hold as far as anybody knows.
	if (verdicts.gaveUp || properties.some((id) => !verdicts.verdicts[id].holds)) process.exitCode = 1;
}
