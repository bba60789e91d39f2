/** Answers one of the checker’s long questions, for the build: `tsx scripts/answer.ts QUESTION FILE`. */
import { renameSync, writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { checkPhones } from '../src/lib/check/phoneTable';
import { proveCases } from '../src/lib/ui/chapter/proof';

const ANSWERS = { phones: checkPhones, proof: proveCases };

const [question = '', file = ''] = process.argv.slice(2);
if (!Object.hasOwn(ANSWERS, question) || file === '') {
	console.error(`A question is one of ${Object.keys(ANSWERS).join(', ')}, and behind it stands a file for the answer.`);
	process.exit(2);
}
// Whoever waits for the file finds it whole.
writeFileSync(`${file}.part`, serialize(ANSWERS[question as keyof typeof ANSWERS]()));
renameSync(`${file}.part`, file);
