import { describe, expect, test } from 'vitest';
import { RELEASED_APP } from '../../../src/lib/machines/knobs.ts';
import {
	act,
	advance,
	append,
	atRest,
	fork,
	present,
	recordsIn,
	runUntil,
	seek,
	settle,
	SETTLE_CAP_MS,
	start,
	type History
} from '../../../src/lib/sim/history.ts';
import { kernelContext, stateOf } from '../../../src/lib/sim/world.ts';

const connected = settle(act(settle(start(RELEASED_APP)), 'connect'));

describe('append', () => {
	test('gives a longer history and leaves the one it was given as it was', () => {
		const longer = append(connected, { type: 'act', act: 'push' });
		expect(longer.entries).toHaveLength(connected.entries.length + 1);
		expect(longer.entries.slice(0, -1)).toEqual(connected.entries);
		expect(seek(longer, connected.entries.length)).toBe(present(connected));
	});
});

describe('seek', () => {
	test('gives the world after so many steps: the very object, so that nothing is computed again', () => {
		expect(seek(connected, 0)).toBe(connected.first);
		connected.entries.forEach(({ world }, at) => expect(seek(connected, at + 1)).toBe(world));
	});

	test('beyond either end gives that end', () => {
		expect(seek(connected, -3)).toBe(connected.first);
		expect(seek(connected, 1_000_000)).toBe(present(connected));
		const begun = start(RELEASED_APP);
		expect(seek(begun, 7)).toBe(begun.first);
	});

	test('is a look-up after ten thousand events too: same objects, and as many entries touched as after ten', () => {
		const long = advance(connected, (_, steps) => steps >= 10_000);
		expect(long.entries).toHaveLength(10_000);
		for (const steps of [1, 10, 5_000, 9_999, 10_000]) {
			const { watched, touched } = watch(long);
			expect(seek(watched, steps)).toBe(long.entries[steps - 1]?.world);
			expect(touched()).toBe(1);
		}
	});
});

/** The same history, counting which of its entries are read. */
function watch(history: History): { watched: History; touched: () => number } {
	const seen = new Set<string>();
	const entries = new Proxy(history.entries, {
		get(target, key, receiver): unknown {
			if (typeof key === 'string' && /^\d+$/.test(key)) seen.add(key);
			return Reflect.get(target, key, receiver);
		}
	});
	return { watched: { ...history, entries }, touched: () => seen.size };
}

describe('fork', () => {
	const at = 20;
	const past = fork(connected, at);

	test('keeps the past and leaves the future open', () => {
		expect(past.entries).toEqual(connected.entries.slice(0, at));
		expect(present(past)).toBe(seek(connected, at));
		expect(past.first).toBe(connected.first);
	});

	test('acting in the past keeps both futures', () => {
		const other = settle(act(past, 'disconnect'));
		expect(stateOf(present(other), 'mainApp')).toBe('idle');
		expect(stateOf(present(connected), 'mainApp')).toBe('connected');
		expect(seek(other, at)).toBe(seek(connected, at));
		expect(connected.entries.map(({ choice }) => choice)).not.toContainEqual({ type: 'act', act: 'disconnect' });
	});

	test('the same future taken again is the same future', () => {
		const again = connected.entries.slice(at).reduce((history, { choice }) => append(history, choice), past);
		expect(JSON.stringify(again)).toBe(JSON.stringify(connected));
	});

	test('before the beginning it is the beginning', () => {
		expect(fork(connected, -1).entries).toEqual([]);
	});
});

describe('settle', () => {
	test('ends where nothing is due but what keeps itself going', () => {
		expect(atRest(present(connected))).toBe(true);
		expect(present(connected).pending.length).toBeGreaterThan(0);
		expect(settle(connected)).toEqual(connected);
	});

	test('ends after its cap where relay after relay is tried', () => {
		const trying = settle(
			act(settle(start({ ...RELEASED_APP, includeAllNetworks: true, transport: 'bsdSocket' })), 'connect')
		);
		expect(atRest(present(trying))).toBe(false);
		expect(present(trying).nowMs).toBeLessThanOrEqual(SETTLE_CAP_MS + 1_000);
		expect(present(trying).nowMs).toBeGreaterThan(SETTLE_CAP_MS - 10_000);
	});
});

describe('runUntil', () => {
	test('does everything that is due by then, and nothing after', () => {
		const ran = runUntil(connected, 20_000);
		expect(present(ran).nowMs).toBeLessThanOrEqual(20_000);
		expect(present(ran).pending[0]?.dueMs).toBeGreaterThan(20_000);
		expect(recordsIn(ran).filter(({ reason }) => reason === 'tunnel.heartbeat').length).toBeGreaterThan(0);
	});

	test('in parts it is the same run', () => {
		const parts = [3_000, 9_000, 20_000].reduce(runUntil, connected);
		expect(JSON.stringify(parts)).toBe(JSON.stringify(runUntil(connected, 20_000)));
	});
});

test('recordsIn gives what there is to tell, in the order of steps', () => {
	const steps = recordsIn(connected).map(({ step }) => step);
	expect(steps).toEqual([...steps].sort((a, b) => a - b));
	expect(kernelContext(present(connected)).utun).toBe(true);
});
