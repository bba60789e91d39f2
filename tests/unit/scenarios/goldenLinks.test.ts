/** Links made by anyone, ever, go on opening at their moment. */
import { describe, expect, test } from 'vitest';
import { parsePermalink } from '../../../src/lib/scenarios/parsePermalink.ts';
import { MODEL_VERSIONS, renamedSince } from '../../../src/lib/scenarios/versions/index.ts';
import { MODEL_VERSION } from '../../../src/lib/sim/world.ts';
import { cameBefore, goldenLinksOf, standsAt, type GoldenLink } from './goldenLinks.ts';

const versions = Array.from({ length: MODEL_VERSION }, (_, i) => i + 1);

/** What is wrong with how a link opens, or nothing. */
function faultOf({ at, link, component, reason, moment }: GoldenLink, version: number): string | null {
	const opened = parsePermalink(`?${link}`, new URLSearchParams(link).has('acts2') ? 2 : 1);
	if (!opened || 'error' in opened) return opened?.error ?? 'is no link';
	const [run, position] = [opened.runs[0], opened.positions[0]];
	if (!run || position === undefined) return 'holds no run';
	const meant = { component, reason: reason === null ? null : renamedSince(version, reason), moment };
	const stands = standsAt(run, position).map((record) => JSON.stringify(record));
	if (!stands.includes(JSON.stringify(meant))) return `stands at ${stands.join(', ')}, not at ${JSON.stringify(meant)}`;
	if (at.endsWith(`, ${moment}`) && cameBefore(run, position, moment ?? '')) return `is late: “${moment}” came before`;
	if (version === MODEL_VERSION) return opened.notice;
	return opened.notice?.includes('may show another moment') ? `alarms: ${opened.notice}` : null;
}

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
