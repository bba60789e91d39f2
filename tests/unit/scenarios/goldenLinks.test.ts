/** Links made by anyone, ever, go on opening at their moment. */
import { describe, expect, test } from 'vitest';
import type { ReasonId } from '../../../src/lib/machines/reasons/index.ts';
import { parsePermalink } from '../../../src/lib/scenarios/parsePermalink.ts';
import { MODEL_VERSIONS, renamedSince, wholeSince } from '../../../src/lib/scenarios/versions/index.ts';
import type { History } from '../../../src/lib/sim/history.ts';
import { MODEL_VERSION } from '../../../src/lib/sim/world.ts';
import { cameBefore, goldenLinksOf, standsAt, type GoldenLink, type Stand } from './goldenLinks.ts';

const versions = Array.from({ length: MODEL_VERSION }, (_, i) => i + 1);

/** What is wrong with how a link opens, or nothing. */
function faultOf({ at, link, moment, other, ...one }: GoldenLink, version: number): string | null {
	const opened = parsePermalink(`?${link}`, other ? 2 : 1);
	if (!opened || 'error' in opened) return opened?.error ?? 'is no link';
	const { runs, positions, notice } = opened;
	for (const [i, meant] of [{ ...one, moment }, ...(other ? [other] : [])].entries()) {
		const [run, position] = [runs[i] as History, positions[i] as number];
		const stands = standsAt(run, position);
		if (!stands.some((stand) => isSame(stand, meant, version)))
			return `stands at ${JSON.stringify(stands)}, not at ${JSON.stringify(meant)}`;
	}
	if (at.endsWith(`, ${moment}`) && cameBefore(runs[0] as History, positions[0] as number, moment ?? ''))
		return `is late: “${moment}” came before`;
	if (version === MODEL_VERSION) return notice;
	return notice?.includes('may show another moment') ? `alarms: ${notice}` : null;
}

const isSame = (stand: Stand, { component, reason, moment }: Stand, version: number): boolean =>
	stand.component === component &&
	stand.moment === moment &&
	(stand.reason === null ? null : wholeSince(version, stand.reason as ReasonId)) ===
		(reason === null ? null : renamedSince(version, reason));

test('every version of the model has an entry in the table, and its golden links', () => {
	expect(Object.keys(MODEL_VERSIONS).map(Number), 'the table in src/lib/scenarios/versions').toEqual(versions);
	const without = versions.filter((version) => goldenLinksOf(version) === null);
	expect(
		without,
		'versions without golden links: write them with npx tsx scripts/goldenLinks.ts, as CONTRIBUTING.md says'
	).toEqual([]);
});

describe.each(versions)('links of version %i', (version) => {
	const links = goldenLinksOf(version) ?? [];

	test('are there for every scenario that it had, and for paths of the checker', () => {
		expect(links.length).toBeGreaterThan(36);
	});

	test('all open at their moment', { timeout: 240_000 }, () => {
		const faults = links.flatMap((golden) => {
			const fault = faultOf(golden, version);
			return fault === null ? [] : [`${golden.at}: ${fault}`];
		});
		expect(faults).toEqual([]);
	});
});
