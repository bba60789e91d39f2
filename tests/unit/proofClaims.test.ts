/**
 * What chapter 10 says of the checker, asked of every phone that a sentence speaks of. The sentences are quoted from the
 * chapter, so that none of them can be reworded without somebody looking at what is asked here.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { check, type Verdicts } from '../../src/lib/check/check.ts';
import { PHONES } from '../../src/lib/check/phoneTable.ts';
import { Tables } from '../../src/lib/check/tables.ts';
import type { Knobs } from '../../src/lib/machines/knobs.ts';

const CHAPTER = readFileSync(new URL('../../content/chapters/10-the-proof/index.svx', import.meta.url), 'utf8');
const says = (sentence: string): void => expect(CHAPTER.replace(/<[^>]+>/g, '')).toContain(sentence);

let phones: readonly Verdicts[];
beforeAll(() => {
	const tables = new Tables();
	phones = PHONES.map((knobs) => check(knobs, { tables }));
});

const lockoutOf = ({ verdicts }: Verdicts) => verdicts.noLockout.counterexamples[0];
/** Its own traffic vanishes and it needs an answer, and no lying lease lets a page out beside a tunnel that carries nothing. */
const isStuck = ({ startTunnelReturns, ephemeralPeer, ...knobs }: Knobs): boolean => {
	const isUnheard = knobs.includeAllNetworks && knobs.transport === 'bsdSocket';
	const leaksBeside = knobs.excludeLocalNetworks && knobs.network === 'localNet';
	return isUnheard && (startTunnelReturns === 'onReply' || (ephemeralPeer !== 'none' && !leaksBeside));
};
const actsOf = (paths: readonly { readonly acts: readonly string[] }[] = []) => paths.map(({ acts }) => acts.join(' '));

describe('the way into the lockout', () => {
	test('with the flag off there is none', () => {
		expect(phones.filter((phone) => !phone.knobs.includeAllNetworks && lockoutOf(phone))).toEqual([]);
	});

	test('takes two acts wherever on-demand is on, and none is shorter', () => {
		says('it takes two acts: connect, and let an update come. No shorter path exists.');
		const locked = phones.filter((phone) => phone.knobs.onDemand && !isStuck(phone.knobs) && lockoutOf(phone));
		expect(locked.length).toBeGreaterThan(0);
		for (const phone of locked)
			expect(lockoutOf(phone)?.acts, JSON.stringify(phone.knobs)).toEqual(['connect', 'update']);
	});

	test('takes connecting alone where the app’s own traffic vanishes and it needs an answer', () => {
		says('connecting is enough');
		const stuck = phones.filter((phone) => phone.knobs.onDemand && isStuck(phone.knobs) && lockoutOf(phone));
		expect(stuck.length).toBeGreaterThan(0);
		for (const phone of stuck) expect(lockoutOf(phone)?.acts, JSON.stringify(phone.knobs)).toEqual(['connect']);
	});

	test('of the first phone ends a tunnel process that is still launching, as the chapter says', () => {
		says('ends a tunnel process that is still being launched');
		expect(phones[0] && lockoutOf(phones[0])?.ends).toContain('SIGTERM');
		expect(lockoutOf(phones[0] as Verdicts)?.steps).toBeLessThan(30);
	});
});

describe('the ways out', () => {
	test('are there on every phone', () => {
		says('In this model, yes, for');
		expect(phones.filter(({ verdicts }) => !verdicts.wayOut.holds)).toEqual([]);
	});

	test('of the lockout by an update: a reboot; without one, three acts; and never the profile’s or the app’s removal', () => {
		says('The shortest is a reboot');
		says('without a reboot it takes three acts, cancel and toggle twice');
		says('Removing the profile or the app alone never does it');
		const locked = phones.filter((phone) => phone.knobs.onDemand && !isStuck(phone.knobs) && lockoutOf(phone));
		for (const { escapePaths, knobs } of locked) {
			expect(actsOf(escapePaths?.ways), JSON.stringify(knobs)).toEqual([
				'reboot',
				'cancelDownload toggleVpn toggleVpn'
			]);
			expect(escapePaths?.inVain).toEqual(expect.arrayContaining(['removeProfile', 'uninstall']));
		}
	});

	test('where no answer ever comes, a reboot is not enough: it takes the profile’s removal as well', () => {
		says('a reboot brings back only the wait for an answer, and the profile has to go as well');
		for (const { escapePaths, knobs } of phones.filter(
			(phone) => phone.knobs.onDemand && isStuck(phone.knobs) && lockoutOf(phone)
		))
			expect(actsOf(escapePaths?.ways)[0], JSON.stringify(knobs)).toBe('reboot removeProfile');
	});
});

test('what the first row of the chapter’s table says of leaks takes all three: the flag, on-demand, and the local network inside', () => {
	says('It takes all three.');
	const leaks = ({ verdicts }: Verdicts) => !verdicts.noLeak.holds;
	const { includeAllNetworks, onDemand, excludeLocalNetworks } = phones[0]?.knobs as Knobs;
	expect({ includeAllNetworks, onDemand, excludeLocalNetworks }).toEqual({
		includeAllNetworks: true,
		onDemand: true,
		excludeLocalNetworks: false
	});
	expect(
		phones
			.filter(({ knobs }) => knobs.includeAllNetworks && knobs.onDemand && !knobs.excludeLocalNetworks)
			.filter(leaks)
	).toEqual([]);
	for (const change of [
		{ includeAllNetworks: false },
		{ onDemand: false },
		{ excludeLocalNetworks: true }
	] as Partial<Knobs>[])
		expect(
			phones
				.filter(({ knobs }) =>
					Object.entries({ includeAllNetworks: true, onDemand: true, excludeLocalNetworks: false, ...change }).every(
						([id, value]) => knobs[id as keyof Knobs] === value
					)
				)
				.some(leaks),
			JSON.stringify(change)
		).toBe(true);
});
