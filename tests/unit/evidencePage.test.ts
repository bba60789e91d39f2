/** The table of evidence: what is in it, where each row leads, and what an address asks of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CLAIMS, type KnownClaim } from '../../src/lib/machines/claims.ts';
import { EVIDENCE_LEVELS } from '../../src/lib/machines/evidence.ts';
import { isRepairReason, REASONS, type ReasonId } from '../../src/lib/machines/reasons/index.ts';
import { LEVEL_REFUTATIONS, refutationOf } from '../../src/lib/machines/refutations.ts';
import { RULE_IDS } from '../../src/lib/machines/rules.ts';
import { sourceOf, SOURCES } from '../../src/lib/machines/sources.ts';
import { parsePermalink } from '../../src/lib/scenarios/parsePermalink.ts';
import { evidenceDocument } from '../../src/lib/ui/evidence/evidenceDocument.ts';
import {
	askedInWords,
	queryOf,
	shownIn,
	SORTS,
	viewIn,
	WHOLE,
	type View
} from '../../src/lib/ui/evidence/evidenceView.ts';
import { reportLink } from '../../src/lib/ui/evidence/reportLink.ts';
import { GET } from '../../src/routes/evidence.json/+server.ts';

const evidence = evidenceDocument();
const { rows } = evidence;
const rowOf = (id: ReasonId) => rows.find((row) => row.id === id)!;
const REASON_IDS = Object.keys(REASONS) as ReasonId[];

describe('the rows', () => {
	test('are all reasons, each once, and all rules among them', () => {
		expect(rows.map(({ id }) => id).sort()).toEqual([...REASON_IDS].sort());
		expect(rows.filter(({ rule }) => rule !== null)).toHaveLength(RULE_IDS.length);
	});

	test('have the level, the claims and the sources that the model has', () => {
		for (const { id, level, claims, sources } of rows) {
			expect({ level, claims }).toEqual({ level: REASONS[id].evidence, claims: REASONS[id].claims });
			expect(sources.map((source) => source.id)).toEqual(REASONS[id].source ? sourceOf(REASONS[id].source) : []);
		}
	});

	test('put the words of each claim beside whatever names it', () => {
		for (const { claims } of rows)
			for (const id of claims) expect(evidence.claims[id]).toBe(CLAIMS[id as KnownClaim].statement);
		expect(rows.filter(({ level, claims }) => level === 'observed' && claims.length === 0)).toEqual([]);
	});

	test('say where in a source it stands, and nothing twice', () => {
		expect(rowOf('kernel.joinsNetwork').sources).toEqual([{ id: 'rfc2131', place: 'section 3.1' }]);
		expect(rowOf('rule.local').sources.map(({ id, place }) => [SOURCES[id].name, place])).toEqual([
			['TunnelCrack', '(LocalNet), USENIX Security 2023'],
			['Mullvad, on LocalNet', ''],
			['Apple, excludeLocalNetworks', '']
		]);
	});

	test('are each some component’s, those of the VPN app first', () => {
		expect(rows.filter(({ components }) => components.length === 0)).toEqual([]);
		expect(rows[0]?.components).toEqual(['mainApp']);
		expect(rowOf('rule.held').components).toEqual(['kernelRouter']);
	});

	test('say something, and say what would refute it', () => {
		expect(rows.filter(({ words }) => !/[.?]$/.test(words))).toEqual([]);
		expect(rows.filter(({ refutedBy }) => !/[.]$/.test(refutedBy))).toEqual([]);
	});
});

describe('where a row is seen', () => {
	test.each(rows.flatMap(({ id, seen }) => (seen ? [[id, seen.link] as const] : [])))(
		'%s: the link opens at a record with that reason',
		(id, link) => {
			const opened = parsePermalink(`?${link}`, 1);
			if (!opened || 'error' in opened) throw new Error(opened?.error ?? 'is no link');
			const [run] = opened.runs;
			const records = run?.entries[(opened.positions[0] ?? 0) - 1]?.records ?? [];
			expect(records.map(({ reason }) => reason)).toContain(id);
			expect(opened.notice).toBeNull();
		}
	);

	test('is nowhere for housekeeping, which no run tells', () => {
		expect(rows.filter(({ isHousekeeping, seen }) => isHousekeeping && seen).map(({ id }) => id)).toEqual([]);
		expect(rowOf('region.begins')).toMatchObject({ isHousekeeping: true, seen: null });
	});

	test('is known for everything else that is more than assumed', () => {
		const unseen = rows.filter(({ level, isHousekeeping, seen }) => level !== 'assumed' && !isHousekeeping && !seen);
		expect(
			unseen.map(({ id }) => id),
			'none of the runs in src/lib/ui/evidence/runs.ts comes to these'
		).toEqual(['accessPoint.dns']);
	});
});

describe('what would refute a reason', () => {
	test('is a sentence of its own for what most depends on, and that of its level otherwise', () => {
		expect(refutationOf('rule.ownVoiceFlagOn')).toContain('a capture on utun');
		expect(refutationOf('app.editsEarly')).toBe(LEVEL_REFUTATIONS.assumed);
		const own = REASON_IDS.filter(
			(id) => !isRepairReason(id) && refutationOf(id) !== LEVEL_REFUTATIONS[REASONS[id].evidence]
		);
		expect(own.length).toBeGreaterThanOrEqual(25);
	});

	test('is nothing for a repair, which says what could be', () => {
		expect(refutationOf('repair.dropsFlag')).toContain('what if');
		expect(refutationOf('rule.downloaderExempt')).toContain('what if');
	});
});

test('the file has the same rows, and what they refer to', async () => {
	const read = (await GET().json()) as typeof evidence;
	expect(read).toEqual(JSON.parse(JSON.stringify(evidence)));
	expect(Object.keys(read.levels)).toEqual(EVIDENCE_LEVELS);
	for (const { components, claims, sources } of read.rows) {
		for (const id of components) expect(read.components).toHaveProperty(id);
		for (const id of claims) expect(read.claims).toHaveProperty(id);
		for (const { id } of sources) expect(read.sources).toHaveProperty(id);
	}
});

describe('“This is wrong”', () => {
	const href = new URL(reportLink('https://github.com/owner/name', rowOf('rule.held'), evidence));

	test('leads to the form of the repository', () => {
		expect(href.origin + href.pathname).toBe('https://github.com/owner/name/issues/new');
		expect(href.searchParams.get('template')).toBe('evidence.yml');
		expect(href.searchParams.get('title')).toBe('Evidence of the rule “held”');
	});

	test('fills in fields that the form has, with what the row says', () => {
		const form = parse(readFileSync(new URL('../../.github/ISSUE_TEMPLATE/evidence.yml', import.meta.url), 'utf8')) as {
			body: { id?: string }[];
		};
		const filled = [...href.searchParams.keys()].filter((key) => !['template', 'title'].includes(key));
		expect(form.body.flatMap(({ id }) => id ?? [])).toEqual(expect.arrayContaining(filled));
		expect(href.searchParams.get('what')).toContain(`rule.held (model ${evidence.model}): The `);
		expect(href.searchParams.get('correction')).toContain('observed');
	});
});

describe('a view', () => {
	const shown = (view: Partial<View>) => shownIn({ ...WHOLE, ...view }, rows, evidence);

	test('shows everything unless something is asked', () => {
		expect(shown({})).toEqual(rows);
	});

	test('shows what answers every question', () => {
		expect(shown({ levels: ['observed', 'code'] }).every(({ level }) => ['observed', 'code'].includes(level))).toBe(
			true
		);
		expect(shown({ component: 'relay' }).every(({ components }) => components.includes('relay'))).toBe(true);
		expect(shown({ claim: 'C33' }).every(({ claims }) => claims.includes('C33'))).toBe(true);
		expect(shown({ component: 'kernelRouter', claim: 'C26', levels: ['assumed'] }).map(({ id }) => id)).toEqual([
			'rule.heldEcho'
		]);
	});

	test('finds words wherever they stand in a row, in any order', () => {
		expect(shown({ text: 'TIMINGS dead mullvad' }).map(({ id }) => id)).toEqual(['icmp.timeout']);
		expect(shown({ text: 'no such words anywhere' })).toEqual([]);
	});

	test.each(SORTS)('by %s is the other way round when it is descending, but for what is equal', (sort) => {
		const [up, down] = (['ascending', 'descending'] as const).map((order) => shown({ sort, order }));
		expect(up).toHaveLength(rows.length);
		expect(new Set(down)).toEqual(new Set(up));
		if (sort === 'name') expect(down).toEqual([...(up ?? [])].reverse());
	});

	test('by level goes from what is known best to what is assumed', () => {
		const levels = shown({ sort: 'level' }).map(({ level }) => EVIDENCE_LEVELS.indexOf(level));
		expect(levels).toEqual([...levels].sort((a, b) => a - b));
	});

	test('by claim puts what names none last', () => {
		expect(shown({ sort: 'claim' }).at(0)?.claims[0]).toBe('C01');
		expect(shown({ sort: 'claim' }).at(-1)?.claims).toEqual([]);
	});

	test.each<Partial<View>>([
		{},
		{ levels: ['documented', 'assumed'] },
		{ component: 'gateway', claim: 'C05', text: 'TCP', sort: 'source', order: 'descending' }
	])('is in the address, and comes back from it: %o', (parts) => {
		const view = { ...WHOLE, ...parts };
		expect(viewIn(`?${queryOf(view)}`, evidence)).toEqual({ view, fault: null });
	});

	test('of an address with something unknown leaves that out, and says so in one sentence', () => {
		expect(viewIn('?level=certain&claim=C99&component=relay&utm=x', evidence)).toEqual({
			view: { ...WHOLE, component: 'relay' },
			fault: 'This table knows no “level=certain” and no “claim=C99”, so that part of the address is ignored.'
		});
	});

	test('says in words what it asks', () => {
		expect(askedInWords(WHOLE, evidence)).toBe('');
		expect(askedInWords({ ...WHOLE, levels: ['code'], component: 'tunnelProcess', text: ' relay ' }, evidence)).toBe(
			'read in code; Tunnel process; “relay”'
		);
	});
});
