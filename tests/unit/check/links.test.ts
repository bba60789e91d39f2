/** Links hold repairs, and choices that the player would not have made. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsFor } from '../../../src/lib/check/bounds.ts';
import { enabledChoices } from '../../../src/lib/check/enabledChoices.ts';
import { RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import { formatPermalink } from '../../../src/lib/scenarios/permalink.ts';
import { parsePermalink, type ParsedPermalink } from '../../../src/lib/scenarios/parsePermalink.ts';
import { act, append, fork, present, settle, start, type History } from '../../../src/lib/sim/history.ts';

const open = (query: string): ParsedPermalink => {
	const opened = parsePermalink(query, 1);
	if (!opened || 'error' in opened) throw new Error(opened?.error ?? 'The query holds no moment.');
	return opened;
};
const linkOf = (history: History) => formatPermalink({ runs: [history], positions: [history.entries.length] });
const reopened = (history: History): History => {
	const { runs, positions } = open(linkOf(history));
	return fork(runs[0] as History, positions[0] ?? 0);
};
const FLAG_ON: Knobs = { ...RELEASED_APP, includeAllNetworks: true };

test('whatever is chosen, the link opens the same history to the byte', { timeout: 60_000 }, () => {
	fc.assert(
		fc.property(
			fc.constantFrom(RELEASED_APP, FLAG_ON, { ...FLAG_ON, repairs: ['toldBefore'] } as Knobs),
			fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
			(knobs, numbers) => {
				const history = numbers.reduce((before, number) => {
					const choices = enabledChoices(present(before), boundsFor(knobs));
					const choice = choices[number % choices.length];
					return choice ? append(before, choice) : before;
				}, start(knobs));
				expect(JSON.stringify(reopened(history))).toBe(JSON.stringify(history));
			}
		),
		{ seed: 20250218, numRuns: 60 }
	);
});

test('a run that was played has neither picks nor repairs in its link', () => {
	const query = linkOf(settle(act(settle(act(settle(start(FLAG_ON)), 'connect')), 'update')));
	expect([...new URLSearchParams(query).keys()]).toEqual(['v', 'knobs', 'acts', 'at', 'on']);
});

test('repairs are in the link, in the order of the table, and open with it', () => {
	const history = settle(act(settle(start({ ...FLAG_ON, repairs: ['downloadFirst', 'toldBefore'] })), 'connect'));
	const query = new URLSearchParams(linkOf(history));
	expect(query.get('repairs')).toBe('downloadFirst,toldBefore');
	query.set('repairs', 'toldBefore,downloadFirst,toldBefore');
	expect(open(query.toString()).runs[0]?.knobs.repairs).toEqual(['downloadFirst', 'toldBefore']);
});

describe('what is wrong with a link is said in one sentence', () => {
	const query = (more: Record<string, string>) =>
		`${linkOf(settle(start(FLAG_ON)))}&${new URLSearchParams(more).toString()}`;
	test.each([
		[{ picks: '3' }, 'a step and a place in the queue'],
		[{ picks: '99999.0' }, 'a step and a place in the queue'],
		[{ picks: '1.900' }, 'not under way'],
		[{ picks: '1.0y' }, 'not under way']
	] as const)('%j', (more, words) => {
		const opened = parsePermalink(query(more), 1);
		const said = opened && 'error' in opened ? opened.error : 'nothing';
		expect(said).toMatch(/^[A-Z][^\n]*\.$/);
		expect(said).toContain(words);
	});
});
