/** The words that a picture has for an event: they fit where they are written, and say no more than is known. */
import { describe, expect, test } from 'vitest';
import { EVIDENCE_LEVELS } from '../../../src/lib/machines/evidence.ts';
import { isRepairReason, REASONS, type ReasonId } from '../../../src/lib/machines/reasons/index.ts';
import { RULE_IDS, ruleNamed } from '../../../src/lib/machines/rules.ts';
import { reasonComponents } from '../../../src/lib/ui/evidence/reasonComponents.ts';

const LINES = 2;
const SHORT = { most: 26, line: 13, words: 4 };
const CAUSE = { most: 72, line: 36 };

/** The lines of a text that is broken at spaces, each filled before the next; null where that takes more than two. */
function brokenInto(text: string, most: number): string[] | null {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
		if (word.length > most) return null;
		if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines.length <= LINES ? lines : null;
}

const REASON_IDS = Object.keys(REASONS) as ReasonId[];
/** Those of which something is amiss, with their words. */
const wrong = (isWrong: (id: ReasonId) => boolean) =>
	REASON_IDS.filter((id) => isWrong(id)).map((id) => `${id}: ${REASONS[id].short} | ${REASONS[id].cause}`);
const textsOf = (id: ReasonId) => [REASONS[id].short, REASONS[id].cause];
const rankOf = (id: ReasonId) => EVIDENCE_LEVELS.indexOf(REASONS[id].evidence);

describe('a line', () => {
	test('is filled before the next begins', () => {
		expect(brokenInto('nothing to launch', 13)).toEqual(['nothing to', 'launch']);
		expect(brokenInto('into the tunnel', 13)).toEqual(['into the', 'tunnel']);
	});

	test('that would be a third, or a word that fits into none, is no way to break a text', () => {
		expect(brokenInto('out of the tunnel and away', 10)).toBeNull();
		expect(brokenInto('NWTCPConnection', 13)).toBeNull();
	});
});

describe('short words', () => {
	test('are one to four, and fit into two short lines', () => {
		const tooLong = (short: string) =>
			short.length > SHORT.most || short.split(' ').length > SHORT.words || !brokenInto(short, SHORT.line);
		expect(wrong((id) => REASONS[id].short === '' || tooLong(REASONS[id].short))).toEqual([]);
	});

	test('have a level of their own only where they say more than the sentence does', () => {
		expect(
			wrong((id) => {
				const { shortEvidence } = REASONS[id];
				return shortEvidence !== undefined && EVIDENCE_LEVELS.indexOf(shortEvidence) <= rankOf(id);
			})
		).toEqual([]);
	});

	test('say of the VPN’s own packet that it is thrown away, and that this is assumed: it was not seen again', () => {
		expect(REASONS['rule.ownVoiceFlagOn']).toMatchObject({
			evidence: 'observed',
			short: 'thrown away',
			shortEvidence: 'assumed'
		});
	});
});

describe('a cause', () => {
	test('fits into two lines', () => {
		const tooLong = (cause: string) => cause.length > CAUSE.most || !brokenInto(cause, CAUSE.line);
		expect(wrong((id) => REASONS[id].cause === '' || tooLong(REASONS[id].cause))).toEqual([]);
	});

	test('is not what the short words say', () => {
		expect(wrong((id) => REASONS[id].cause.includes(REASONS[id].short))).toEqual([]);
	});

	test('of what a repair changes says so, where it is told', () => {
		expect(
			wrong((id) => isRepairReason(id) && !REASONS[id].quiet && !REASONS[id].cause.startsWith('repaired: '))
		).toEqual([]);
		expect(wrong((id) => !isRepairReason(id) && REASONS[id].cause.includes('repaired'))).toEqual([]);
	});
});

/** What may begin with a capital letter. */
const NAMES =
	/^(Apple|App Store|Connect|Disconnect|DHCP|DNS|NW\w*Connection|SIGTERM|SYN|Settings|TCP|WireGuard|Wi-Fi|Xcode)\b/;
/**
 * “In the clear” is wrong of what is encrypted by itself; the absolutes are more than anybody has seen; the others are second
 * names of the tunnel process, the envelope, the flag, and what an app asks and is told.
 */
const FORBIDDEN =
	/in the clear|\b(always|never|impossible|everything|provider|extension|capsule|includeAllNetworks|server process)\b/i;

describe('short words and causes', () => {
	test('begin with a small letter, unless with a name', () => {
		expect(wrong((id) => textsOf(id).some((text) => !/^[a-z0-9]/.test(text) && !NAMES.test(text)))).toEqual([]);
	});

	test('are no sentences: no full stop, and no space too many', () => {
		expect(wrong((id) => textsOf(id).some((text) => /[.!]$|\. |^ | $| {2}/.test(text)))).toEqual([]);
	});

	test('avoid what would be wrong, or a second name for one thing', () => {
		expect(wrong((id) => textsOf(id).some((text) => FORBIDDEN.test(text)))).toEqual([]);
	});

	test('are shared only by reasons of one component', () => {
		const users = reasonComponents();
		const first = new Map<string, ReasonId>();
		const shared = REASON_IDS.filter((id) => {
			const words = textsOf(id).join(' | ');
			const other = first.get(words);
			first.set(words, other ?? id);
			return other !== undefined && String(users.get(id)) !== String(users.get(other));
		});
		expect(shared).toEqual([]);
	});

	test.each(RULE_IDS)('of the rule %s are those that its row has', (id) => {
		const { short, cause, shortEvidence } = ruleNamed(id);
		const reason = REASONS[`rule.${id}`];
		expect([reason.short, reason.cause, reason.shortEvidence]).toEqual([short, cause, shortEvidence]);
	});
});
