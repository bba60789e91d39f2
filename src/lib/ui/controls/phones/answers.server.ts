import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { deserialize } from 'node:v8';

const answered = new Map<string, Promise<unknown>>();

/**
 * The answer to a question that takes the checker long. A build asks such questions in processes of their own, whose
 * answers come as files in $CHECKER_ANSWERS; where nobody does, it is found here, once.
 * @param question as scripts/answer.ts knows it
 */
export function answerTo<T>(question: string, find: () => T): Promise<T> {
	const folder = process.env.CHECKER_ANSWERS;
	const answer = answered.get(question) ?? (folder ? fileIn(folder, question) : Promise.resolve().then(find));
	answered.set(question, answer);
	return answer as Promise<T>;
}

/** Waits for the file, for as long as it takes: a build ends when it does not come. */
async function fileIn(folder: string, name: string): Promise<unknown> {
	const file = join(folder, name);
	while (!existsSync(file)) await setTimeout(50);
	return deserialize(readFileSync(file));
}
