/** A cache that forgets nearly everything at once changes nothing but speed. */
import { afterEach, expect, test, vi } from 'vitest';
import type * as Check from '../../../src/lib/check/check.ts';
import { check } from '../../../src/lib/check/check.ts';
import { RELEASED_APP } from '../../../src/lib/machines/knobs.ts';
import type * as MachineAdapter from '../../../src/lib/sim/machineAdapter.ts';
import { intern } from '../../../src/lib/sim/machineAdapter.ts';
import type * as Runs from './runs.ts';
import { RUNS, digestOf } from './runs.ts';

const SMALL = { ...RELEASED_APP, safariTraffic: 'quiet', ephemeralPeer: 'none' } as const;

afterEach(() => {
	vi.doUnmock('../../../src/lib/sim/cacheLimit.ts');
	vi.resetModules();
});

/** The same modules, loaded afresh, with room for so many entries. */
async function withRoomFor<T>(entries: number, path: string): Promise<T> {
	vi.resetModules();
	vi.doMock('../../../src/lib/sim/cacheLimit.ts', () => ({ MAX_CACHE_ENTRIES: entries }));
	return (await import(path)) as T;
}

test('every run gives the same history, to the byte, when the cache has room for three entries', async () => {
	const tiny = await withRoomFor<typeof Runs>(3, './runs.ts');
	expect(Object.fromEntries(tiny.RUNS.map(({ name, run }) => [name, tiny.digestOf(run())]))).toEqual(
		Object.fromEntries(RUNS.map(({ name, run }) => [name, digestOf(run())]))
	);
});

test('the checker finds the same worlds and the same verdicts when the cache has room for three entries', async () => {
	const tiny = await withRoomFor<typeof Check>(3, '../../../src/lib/check/check.ts');
	expect(tiny.check(SMALL)).toEqual(check(SMALL));
});

test('the cache is bounded: what it has forgotten is made again, equal and not the same', async () => {
	const tiny = await withRoomFor<typeof MachineAdapter>(3, '../../../src/lib/sim/machineAdapter.ts');
	const first = tiny.intern('relay', 'up', { number: 0 });
	for (let number = 1; number <= 3; number++) tiny.intern('relay', 'up', { number });
	expect(tiny.intern('relay', 'up', { number: 0 })).toEqual(first);
	expect(tiny.intern('relay', 'up', { number: 0 })).not.toBe(first);
	expect(intern('relay', 'up', { number: 0 })).toBe(intern('relay', 'up', { number: 0 }));
});
