/**
 * What the machines did, they still do. A transition that was changed or taken away is named here; one that is new is
 * not. When the change is meant, write the list anew, and let the reviewer see the difference:
 * `npx tsx tests/unit/machines/writeTransitionList.ts`.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIST_FILE, transitionLines } from './transitionList.ts';

test('no transition has another event, guard, target, reason or effect than when somebody last looked', () => {
	const now = new Set(transitionLines());
	const before = readFileSync(LIST_FILE, 'utf8').trimEnd().split('\n');
	expect(before.length).toBeGreaterThan(400);
	expect(before.filter((line) => !now.has(line))).toEqual([]);
});

test('no two transitions read alike, so that none can hide behind another', () => {
	const lines = transitionLines();
	expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
});
