/** “Hide what is assumed”: what a reader then sees is backed by somebody else than us. */
import { describe, expect, test } from 'vitest';
import { placeOf, timelineIn } from '../../../src/lib/scene/figureRuns.ts';
import { flightsAt } from '../../../src/lib/scene/flights.ts';
import { STREET } from '../../../src/lib/scene/plate/layouts.ts';
import { sceneAt } from '../../../src/lib/scene/scene.ts';
import { isAssumed, stopsOf } from '../../../src/lib/scene/timeline.ts';
import { FIGURES } from '../../../src/lib/scenarios/figureSpecs/index.ts';

const run = timelineIn(FIGURES['the-way-out'], 'exit-reboot');
const assumed = run.history.entries.flatMap((entry, i) => (isAssumed(entry) ? [i] : []));

describe('without what is assumed', () => {
	test('this run has steps that are assumed, or nothing would be tested here', () => {
		expect(assumed.length).toBeGreaterThan(5);
	});

	test('no step button stops at an assumed step', () => {
		const known = run.history.entries.flatMap((entry, i) => (isAssumed(entry) ? [] : [run.playMs[i]]));
		expect(stopsOf([run], true)).toEqual([...new Set(known)]);
		expect(stopsOf([run], false).length).toBeGreaterThan(stopsOf([run], true).length);
	});

	test('the caption tells of the last thing that is known', () => {
		for (const i of assumed) {
			expect(sceneAt(run, i + 1, true).caption.evidence).not.toBe('assumed');
		}
	});

	test('a room that got to its state by an assumed transition does not tell it', () => {
		for (const i of assumed) {
			const rooms = sceneAt(run, i + 1, true).rooms;
			for (const room of rooms.filter(({ evidence }) => evidence === 'assumed')) expect(room.state).toBe('not known');
		}
	});

	test('nothing flies that an assumed step has sent', () => {
		for (const i of assumed) {
			const shortlyAfter = (run.playMs[i] ?? 0) + 60;
			const steps = flightsAt(run, STREET, shortlyAfter, true).packets.map(({ step }) => step);
			expect(steps.filter((step) => assumed.includes(step))).toEqual([]);
		}
	});
});

describe('a moment by its name', () => {
	test('is found by the name of a still, in the still’s own scenario', () => {
		expect(placeOf(FIGURES['the-lying-network'], 'Flag on, local networks excluded: the leak is back')).toEqual({
			scenario: 'localnet-excluded',
			title: 'A LocalNet leak'
		});
	});

	test('is found by its title, in the first run that has it or in the one that is asked for', () => {
		expect(placeOf(FIGURES['the-way-out'], 'The circle closes')).toEqual({
			scenario: 'update-flag-on',
			title: 'The circle closes'
		});
		expect(placeOf(FIGURES['the-way-out'], 'The circle closes', 'exit-reboot')).toEqual({
			scenario: 'exit-reboot',
			title: 'The circle closes'
		});
	});

	test('is nowhere when no run has it', () => {
		expect(placeOf(FIGURES['the-way-out'], 'The moon rises')).toBeUndefined();
	});
});
