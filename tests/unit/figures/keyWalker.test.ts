/** The keys of lists, grids and rows of tabs: where each leads, and whose it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { pressKey, walkedTo, walkKeys } from '../../../src/lib/figures/keyWalker.ts';

const MODIFIERS = ['altKey', 'ctrlKey', 'metaKey'] as const;

/** A key that is pressed, and what has been done with it. */
function press(key: string, change: Partial<KeyboardEvent> = {}) {
	const done: string[] = [];
	const held = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
	const event = {
		...{ key, ...held, ...change },
		preventDefault: () => done.push('prevented'),
		stopPropagation: () => done.push('stopped')
	};
	return { event: event as unknown as KeyboardEvent, done };
}

const keys = ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'Home', 'End', 'a'];
const from = (at: number, walk: Omit<Parameters<typeof walkedTo>[1], 'at'>) =>
	Object.fromEntries(
		keys.flatMap((key) => {
			const to = walkedTo(key, { at, ...walk });
			return to === undefined ? [] : [[key, to]];
		})
	);

describe('a key leads', () => {
	test('in a column up and down, by pages, and to either end', () => {
		expect(from(20, { count: 50, along: 'column', page: 10 })).toEqual({
			ArrowDown: 21,
			ArrowUp: 19,
			PageDown: 30,
			PageUp: 10,
			Home: 0,
			End: 49
		});
	});

	test('never beyond the first and the last, also from before the first', () => {
		expect(from(1, { count: 3, along: 'column', page: 10 })).toMatchObject({ PageDown: 2, PageUp: 0 });
		expect(from(-1, { count: 3, along: 'column' })).toEqual({ ArrowDown: 0, ArrowUp: 0, Home: 0, End: 2 });
	});

	test('in a row of tabs to the side, and around', () => {
		expect(from(0, { count: 4, along: 'row', wraps: true })).toEqual({ ArrowRight: 1, ArrowLeft: 3, Home: 0, End: 3 });
		expect(from(3, { count: 4, along: 'row', wraps: true })).toMatchObject({ ArrowRight: 0 });
	});

	test('in a grid to all sides, and by pages of lines', () => {
		expect(from(40, { count: 100, along: 'grid', across: 16, page: 2 })).toEqual({
			ArrowDown: 56,
			ArrowUp: 24,
			ArrowRight: 41,
			ArrowLeft: 39,
			PageDown: 72,
			PageUp: 8,
			Home: 0,
			End: 99
		});
	});

	test('nowhere where there is nothing', () => {
		expect(from(0, { count: 0, along: 'column', page: 10 })).toEqual({});
	});
});

test('a key that leads somewhere goes there, and is nobody else’s', () => {
	const [{ event, done }, go] = [press('ArrowDown'), vi.fn()];
	walkKeys(event, { at: 0, count: 2, along: 'column' }, go);
	expect(go).toHaveBeenCalledExactlyOnceWith(1);
	expect(done).toEqual(['prevented', 'stopped']);
});

describe('left alone are', () => {
	const others = [
		...MODIFIERS.flatMap((modifier) => keys.map((key) => [`${modifier} and ${key}`, press(key, { [modifier]: true })])),
		['a key that does nothing here', press('a')],
		['a key that does nothing now', press('Enter')]
	] as [string, ReturnType<typeof press>][];

	test.each(others)('%s', (_, { event, done }) => {
		const act = vi.fn();
		walkKeys(event, { at: 1, count: 9, along: 'grid', across: 3, page: 1 }, act);
		pressKey(event, { ArrowDown: act, Home: act, Enter: undefined });
		expect(act).not.toHaveBeenCalled();
		expect(done).toEqual([]);
	});
});

test('keys are read here and nowhere else: whoever acts on one by itself forgets the browser’s', () => {
	const root = new URL('../../../src/', import.meta.url);
	const readers = readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(ts|svelte)$/.test(name) && !name.endsWith('keyWalker.ts'))
		.filter((name) => {
			const text = readFileSync(new URL(name.replaceAll('\\', '/'), root), 'utf8');
			return /\bKeyboardEvent\b/.test(text) && !/\b(pressKey|walkKeys|isBrowsersKey)\b/.test(text);
		});
	// Whoever scrolls with a key reads on: it only listens.
	expect(readers).toEqual(['lib/ui/chapter/scrollSync.ts']);
});
