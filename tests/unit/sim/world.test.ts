import { describe, expect, test } from 'vitest';
import { RELEASED_APP } from '../../../src/lib/machines/knobs.ts';
import { advance, append, present, seek, type History } from '../../../src/lib/sim/history.ts';
import { firstWorld, step } from '../../../src/lib/sim/step.ts';
import type { World } from '../../../src/lib/sim/world.ts';
import { RUNS } from './runs.ts';

/** The paths in a value that could still be changed. */
function thawed(value: unknown, path = 'world'): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return [
		...(Object.isFrozen(value) ? [] : [path]),
		...Object.entries(value).flatMap(([key, inner]) => thawed(inner, `${path}.${key}`))
	];
}

const worldsOf = ({ first, entries }: History): World[] => [first, ...entries.map(({ world }) => world)];
const copied = (world: World): World => JSON.parse(JSON.stringify(world)) as World;

describe.each(RUNS)('$name', ({ run }) => {
	const history = run();

	test('every world is frozen through and through', () => {
		expect(worldsOf(history).flatMap((world) => thawed(world))).toEqual([]);
	});

	test('every world is plain data: what JSON gives back is equal to it', () => {
		for (const world of worldsOf(history)) expect(copied(world)).toStrictEqual(world);
	});

	test('a world read from JSON goes on as the original did, from the beginning and from the middle', () => {
		for (const from of [0, Math.floor(history.entries.length / 2)]) {
			const rest = history.entries.slice(from);
			let world = copied(seek(history, from));
			for (const entry of rest) {
				const taken = step(world, entry.choice);
				expect(taken).toEqual({ world: entry.world, records: entry.records });
				// Each further step starts from JSON again, so that nothing but the data is carried over.
				world = copied(taken.world);
			}
		}
	});
});

test('a step leaves the world it was given as it was, and the knobs that it was made of too', () => {
	const knobs = { ...RELEASED_APP };
	const world = firstWorld(knobs);
	const before = JSON.stringify(world);
	step(world, { type: 'act', act: 'connect' });
	expect(JSON.stringify(world)).toBe(before);
	expect(Object.isFrozen(knobs)).toBe(false);
});

test('what did not change is the same object in the next world, so that a long history is small', () => {
	const begun: History = {
		knobs: RELEASED_APP,
		outcomes: { toggleRestores: true, retryAfterReboot: false },
		first: firstWorld(RELEASED_APP),
		entries: []
	};
	const history = advance(append(begun, { type: 'act', act: 'connect' }), (_, steps) => steps >= 10);
	history.entries.forEach(({ world }, at) => {
		const before = seek(history, at);
		const changed = Object.keys(world.machines).filter(
			(id) => world.machines[id as 'relay'] !== before.machines[id as 'relay']
		);
		expect(changed.length).toBeLessThanOrEqual(1);
	});
	expect(present(history).knobs).toBe(history.first.knobs);
});
