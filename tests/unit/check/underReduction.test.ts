/** What the checker might leave out of a world, it does leave out: every field and every state that it keeps makes a difference. */
import { describe, expect, test } from 'vitest';
import { REDUCTIONS, type Reductions } from '../../../src/lib/check/canonicalSnapshot.ts';
import type { ComponentId } from '../../../src/lib/machines/components.ts';
import { SEARCHED_PHONES } from './searchedPhones.ts';
import { underReductions } from './underReduction.ts';

test('every field and state of every machine that is kept makes a difference', { timeout: 600_000 }, () => {
	expect(underReductions()).toEqual([]);
});

describe('what is kept for nothing is named, with its machine', { timeout: 600_000 }, () => {
	/** The reductions of one machine but for those that say this. */
	const but = (component: ComponentId, says: RegExp): Reductions => ({
		...REDUCTIONS,
		[component]: (REDUCTIONS[component] ?? []).filter(({ why }) => !says.test(why))
	});
	const searched = (component: ComponentId, says: RegExp, phone: RegExp) =>
		underReductions(
			[component],
			but(component, says),
			SEARCHED_PHONES.filter(({ name }) => phone.test(name))
		).join('\n');

	test('a field that counts what only time can tell', () => {
		expect(searched('tunnelProcess', /went unanswered/, /cannot be had/)).toContain('tunnelProcess.retransmissions: ');
	});

	test('a field that means nothing any more in some states', () => {
		expect(searched('kernelRouter', /Without a profile in force/, /./)).toMatch(/^kernelRouter\.utun: .* in noVpn: /m);
	});

	test('a state that is like another', () => {
		expect(searched('accessPoint', /read along/, /./)).toMatch(
			/^accessPoint: (serving|eavesdropping) might stand for/m
		);
	});

	test('a field that nobody reads, though no phone has two values of it', () => {
		const phones = SEARCHED_PHONES.slice(0, 2).map((phone, at) => ({
			...phone,
			knobs: { ...phone.knobs, updateSource: at === 0 ? ('auto' as const) : ('manual' as const) }
		}));
		expect(underReductions(['appStoreUpdater'], but('appStoreUpdater', /Whoever began/), phones)).toEqual([
			'appStoreUpdater.source: nobody can tell its values apart.'
		]);
	});
});
