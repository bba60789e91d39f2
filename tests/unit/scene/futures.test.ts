/** What is said of two runs beside each other. */
import { expect, test } from 'vitest';
import { play, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import { partingMachine, sharedSteps } from '../../../src/lib/scene/futures.ts';
import { firstDifference } from '../../../src/lib/scene/timeline.ts';
import { act, fork, settle } from '../../../src/lib/sim/history.ts';

const run = play(SCENARIOS['update-flag-on']);

test('where two runs part, the machine is named that differs', () => {
	const other = settle(act(fork(run, 20), 'reboot'));
	const entry = firstDifference(run, other);
	expect(entry).toBe(20);
	expect(partingMachine(other, run, 20)).toBe('person');
	expect(partingMachine(run, other, 20)).toBe(run.entries[20]?.records[0]?.component);
	expect(partingMachine(other, other, 20)).toBeNull();
});

test('a run that was played again shares its past with the first one, step by step', () => {
	const again = play(SCENARIOS['update-flag-on']);
	expect(sharedSteps(run, again)).toBe(run.entries.length);
	expect(sharedSteps(run, settle(act(fork(again, 20), 'reboot')))).toBe(20);
	expect(sharedSteps(run, play(SCENARIOS['update-flag-off']))).toBe(0);
});
