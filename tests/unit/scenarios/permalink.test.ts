/** What a link holds, and what becomes of one from another version of the model or with something unknown in it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KNOBS_OF_OLDER_LINKS, RELEASED_APP } from '../../../src/lib/machines/knobs.ts';
import { REASONS, type ReasonId } from '../../../src/lib/machines/reasons/index.ts';
import { formatAnchor, parseAnchor } from '../../../src/lib/scenarios/anchors.ts';
import { play, SCENARIO_IDS, SCENARIOS, type Scenario } from '../../../src/lib/scenarios/scenarios.ts';
import { parsePermalink, type ParsedPermalink } from '../../../src/lib/scenarios/parsePermalink.ts';
import { formatPermalink, LONGEST_LINK } from '../../../src/lib/scenarios/permalink.ts';
import { changedSince, wholeSince } from '../../../src/lib/scenarios/versions/index.ts';
import { act, recordsIn, runUntil, seek, settle, start, type History } from '../../../src/lib/sim/history.ts';
import type { ActId } from '../../../src/lib/sim/acts.ts';
import { MODEL_VERSION } from '../../../src/lib/sim/world.ts';
import { standsAt, type Stand } from './goldenLinks.ts';

const LOCKED = play(SCENARIOS['update-flag-on']);
const linkTo = (run: History, at = run.entries.length) =>
	new URLSearchParams(formatPermalink({ runs: [run], positions: [at] }));

/** The link, with some of its parts changed or, where null, left away. */
function changed(link: URLSearchParams, parts: Readonly<Record<string, string | null>>): string {
	const query = new URLSearchParams(link);
	for (const [key, value] of Object.entries(parts))
		if (value === null) query.delete(key);
		else query.set(key, value);
	return `?${query}`;
}

function open(search: string): ParsedPermalink {
	const opened = parsePermalink(search, 1);
	if (!opened || 'error' in opened) throw new Error(opened?.error ?? 'The query holds no moment.');
	return opened;
}
const runOf = ({ runs }: ParsedPermalink) => runs[0] as History;
const standOf = ({ runs, positions }: ParsedPermalink): Stand[] => standsAt(runs[0] as History, positions[0] as number);

describe('a link without a knob', () => {
	const knobs = linkTo(LOCKED).get('knobs') ?? '';
	test.each(knobs.split(','))('without %s means what the knob stood for before it was there', (knob) => {
		const less = knobs
			.split(',')
			.filter((part) => part !== knob)
			.join(',');
		const opened = open(changed(linkTo(LOCKED), { knobs: less }));
		const name = knob.split(':')[0] as keyof typeof KNOBS_OF_OLDER_LINKS;
		expect(runOf(opened).knobs).toEqual({ ...LOCKED.knobs, [name]: KNOBS_OF_OLDER_LINKS[name] });
		expect(opened.notice).toBeNull();
	});
});

describe('what is unknown here is left out, and the rest opens', () => {
	const link = linkTo(LOCKED);
	const with_ = (key: string, more: string) => [link.get(key), more].filter(Boolean).join(',');
	test.each([
		['a knob', { knobs: with_('knobs', 'dns:plain') }, 'the knob “dns”'],
		[
			'a value',
			{ knobs: (link.get('knobs') ?? '').replace('iosVersion:18', 'iosVersion:99') },
			'the value “99” of the knob iosVersion'
		],
		['an outcome', { outcomes: '__proto__:true' }, 'the outcome “__proto__:true”'],
		['an answer', { outcomes: 'toggleRestores:perhaps' }, 'the outcome “toggleRestores:perhaps”'],
		['a repair', { repairs: 'magic' }, 'the repair “magic”'],
		['an act', { acts: `explode@2,${link.get('acts')}` }, 'the act “explode”'],
		['an act of every object', { acts: `constructor@2,${link.get('acts')}` }, 'the act “constructor”']
	])('%s', (_, parts, what) => {
		const opened = open(changed(link, parts));
		expect(opened.notice).toBe(`Left out of it, since it is unknown here: ${what}.`);
		expect(runOf(opened).knobs).toEqual(LOCKED.knobs);
		expect(standOf(opened)).toEqual(standsAt(LOCKED, LOCKED.entries.length));
	});

	test('all of it in one sentence', () => {
		const knobs = with_('knobs', 'dns:plain,colour:red');
		const { notice } = open(changed(link, { knobs, repairs: 'magic', acts: with_('acts', 'explode@49') }));
		expect(notice).toBe(
			'Left out of it, since it is unknown here: the knob “dns”, the knob “colour”, the repair “magic”, the act “explode”.'
		);
	});

	test('an act that another model knew took a step there, which is not counted here', () => {
		const acts = (link.get('acts') ?? '').replace('safari@44', 'explode@44.3000,safari@45');
		const opened = open(changed(link, { v: '99', acts, at: String(LOCKED.entries.length + 1), on: null }));
		expect(runOf(opened).entries).toEqual(LOCKED.entries);
		expect(standOf(opened)).toEqual(standsAt(LOCKED, LOCKED.entries.length));
	});
});

describe('a link of another version', () => {
	test.each(SCENARIO_IDS)('is found by its anchors, however its steps were counted: %s', (id) => {
		const run = play(SCENARIOS[id]);
		const at = Math.ceil(run.entries.length * 0.8);
		const link = linkTo(run, at);
		const shift = (steps: string) => String(Number(steps) + 7);
		const opened = open(
			changed(link, {
				v: String(MODEL_VERSION + 1),
				acts: (link.get('acts') ?? '').replace(/@(\d+)/g, (_, steps: string) => `@${shift(steps)}`),
				at: shift(String(at))
			})
		);
		expect(opened.positions).toEqual([at]);
		expect(runOf(opened).entries.slice(0, at)).toEqual(run.entries.slice(0, at));
		expect(opened.notice).toBe(
			`This link was made with version ${MODEL_VERSION + 1} of the model and this page has version ${MODEL_VERSION}, which shows the same moment; what led to it may differ in details.`
		);
	});

	/** As many steps as version 3 counted where today’s model counts these: it knew neither answer nor symbol. */
	const stepsOfVersion3 = (run: History, steps: number): number =>
		run.entries.slice(0, steps).filter(({ choice }, at) => {
			const { pending } = seek(run, at);
			const delivered = choice.type === 'act' ? undefined : pending.find(({ id }) => id === choice.id);
			return !['tunnel.answered', 'symbol.show'].includes(delivered?.event.type ?? '');
		}).length;
	const quiet = { safariTraffic: 'quiet' } as const;
	const perform = (id: ActId, when: number | 'rest' = 'rest') => ({ act: id, when });
	test.each([
		['rule.ownLookup', 'rule.outerTraffic', SCENARIOS['serverip-flag-off']],
		['rule.localClosed', 'rule.userTraffic', SCENARIOS['localnet-flag-on']],
		['rule.relayAddressClosed', 'rule.userTraffic', SCENARIOS['serverip-flag-on']],
		[
			'rule.heldEcho',
			'rule.held',
			{ title: '', knobs: { ...quiet, includeAllNetworks: true }, cues: [perform('connect'), perform('ping', 100)] }
		],
		[
			'update.beginsFromXcode',
			'update.begins',
			{ title: '', knobs: { ...quiet, updateSource: 'xcode' }, cues: [perform('connect'), perform('update')] }
		]
	] as const satisfies readonly (readonly [ReasonId, ReasonId, Scenario])[])(
		'from when %s was still a part of %s is found by that name',
		(part, whole, scenario) => {
			const run = play(scenario);
			const records = recordsIn(run);
			const found = records.findIndex(({ reason }) => reason === part);
			const at = (records[found]?.step ?? -1) + 1;
			const before = records.slice(0, found).filter(({ reason }) => reason !== null && wholeSince(3, reason) === whole);
			const link = linkTo(run, at);
			const acts = (link.get('acts') ?? '').replace(/(?<=@)\d+/g, (steps) =>
				String(stepsOfVersion3(run, Number(steps)))
			);
			const opened = open(changed(link, { v: '3', acts, at: String(at + 3), on: `${whole}.${before.length}` }));
			expect(found).toBeGreaterThan(0);
			expect(opened.positions).toEqual([at]);
			expect(opened.notice).toContain('which shows the same moment');
		}
	);

	test('goes by its steps where there is no such anchor, and says so', () => {
		const link = linkTo(LOCKED);
		for (const on of [null, 'nothing.happened.4', 'safari.loads.77', '<script>', ',,,,,,'])
			expect(open(changed(link, { v: '99', on }))).toMatchObject({
				positions: [LOCKED.entries.length],
				notice: `This link was made with version 99 of the model and this page has version ${MODEL_VERSION}, so it may show another moment than was meant.`
			});
	});

	test('that is older says that it was translated, without alarm', () => {
		const { notice } = open(changed(linkTo(LOCKED), { v: '2', on: null }));
		expect(notice).toBe(
			`This link was made with version 2 of the model, and its steps are translated into those of version ${MODEL_VERSION}; details may differ. What has changed since: ${changedSince(2).join('; ')}.`
		);
	});

	test('of this version goes by its steps, whatever its anchors say', () => {
		const opened = open(changed(linkTo(LOCKED), { on: 'safari.loads.7' }));
		expect(opened).toMatchObject({ positions: [LOCKED.entries.length], notice: null });
	});
});

describe('anchors', () => {
	test.each(Object.keys(REASONS))('of %s are read as they are written', (reason) => {
		for (const stepsSince of [0, 3]) {
			const anchor = { reason, ordinal: 12, stepsSince };
			expect(parseAnchor(formatAnchor(anchor))).toEqual(anchor);
		}
	});

	test('of acts are left away where they would make a link too long', () => {
		const often = Array.from({ length: 120 }, (_, i) => i).reduce(
			(run, i) => act(runUntil(run, 10_000 + i * 1_000), 'ping', 10_000 + i * 1_000),
			settle(act(settle(start(RELEASED_APP)), 'connect'))
		);
		const link = linkTo(often);
		expect(link.toString().length).toBeLessThan(LONGEST_LINK);
		expect(link.get('on')?.split(',')).toHaveLength(1);
		expect(open(`?${link}`).positions).toEqual([often.entries.length]);
	});
});

test('nothing throws, whatever stands in a link', { timeout: 240_000 }, () => {
	const link = linkTo(LOCKED);
	const keys = [...link.keys(), 'picks', 'outcomes', 'repairs'];
	const words = fc.oneof(
		fc.string({ maxLength: 40 }),
		fc.constantFrom('connect@4', 'explode@3.9', '12.3y', '__proto__:true', 'safari.loads.0', '20000', ...link.values())
	);
	const text = fc.array(words, { maxLength: 5 }).map((parts) => parts.join(','));
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom(...keys), text, { maxKeys: 3 }), (parts) => {
			const opened = parsePermalink(changed(link, parts), 1);
			if (!opened) return;
			const said = 'error' in opened ? opened.error : opened.notice;
			if (said !== null) expect(said).toMatch(/^[A-Z].*\.$/s);
		}),
		{ seed: 11, numRuns: 150 }
	);
});
