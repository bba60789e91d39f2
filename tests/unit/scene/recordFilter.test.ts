/** Which records a reader sees who asks for some of them only. */
import { describe, expect, test } from 'vitest';
import {
	filterOptions,
	filterRecords,
	firstRowFrom,
	lastRowAt,
	NO_FILTER,
	protocolOf,
	rowsOf,
	type RecordFilter
} from '../../../src/lib/scene/recordFilter.ts';
import { packetLabel, ruleLabel, spokenRecord } from '../../../src/lib/scene/recordLabels.ts';
import { play, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import { act, recordsIn } from '../../../src/lib/sim/history.ts';
import type { TraceRecord } from '../../../src/lib/sim/traceRecord.ts';

const run = play(SCENARIOS['update-flag-on']);
const probes = play(SCENARIOS['probes-flag-on']);
const filtered = (filter: Partial<RecordFilter>, history = run, knownOnly = false) =>
	filterRecords(history, { ...NO_FILTER, ...filter }, knownOnly).map(({ record }) => record);
/** What the records show, each value once. */
const shown = <T>(records: readonly TraceRecord[], read: (record: TraceRecord) => T) => [...new Set(records.map(read))];

describe('without a filter', () => {
	test('every record is there, in order, each after its own step', () => {
		expect(filtered({})).toEqual(recordsIn(run));
		for (const { steps, record } of rowsOf(run)) expect(steps).toBe(record.step + 1);
	});

	test('no two rows have the same key', () => {
		expect(new Set(rowsOf(run).map(({ key }) => key)).size).toBe(rowsOf(run).length);
	});

	test('the rows of a run are made once', () => {
		expect(filterRecords(run, NO_FILTER)).toBe(filterRecords(run, NO_FILTER));
	});
});

describe('a filter', () => {
	test.each([
		['a component', { components: ['kernelRouter'] }, ({ component }: TraceRecord) => component, ['kernelRouter']],
		[
			'two components',
			{ components: ['kernelRouter', 'safari'] },
			({ component }: TraceRecord) => component,
			['kernelRouter', 'safari']
		],
		['a protocol', { protocols: ['wireguard'] }, protocolOf, ['wireguard']],
		['a fate', { fates: ['held'] }, ({ packet }: TraceRecord) => packet?.fate, ['held']],
		['a kind of evidence', { evidence: ['documented'] }, ({ evidence }: TraceRecord) => evidence, ['documented']]
	] as const)('by %s lets pass what has it, and all of that', (_, filter, read, wanted) => {
		const passed = filtered(filter);
		expect(shown(passed, read).sort()).toEqual([...wanted].sort());
		expect(passed).toEqual(recordsIn(run).filter((record) => (wanted as readonly unknown[]).includes(read(record))));
	});

	test('by several things asks for all of them at once', () => {
		const passed = filtered({ components: ['kernelRouter'], fates: ['held'], evidence: ['observed'] });
		expect(passed.length).toBeGreaterThan(0);
		for (const { component, packet, evidence } of passed)
			expect([component, packet?.fate, evidence]).toEqual(['kernelRouter', 'held', 'observed']);
		expect(filtered({ components: ['safari'], fates: ['held'] })).toEqual([]);
	});

	test('keeps the keys that the rows have anyway', () => {
		const all = new Map(rowsOf(run).map(({ key, record }) => [key, record]));
		for (const { key, record } of filterRecords(run, { ...NO_FILTER, fates: ['held'] }))
			expect(all.get(key)).toBe(record);
	});
});

describe('without what is assumed', () => {
	test('nothing assumed is left, and everything else', () => {
		expect(filtered({}, run, true)).toEqual(recordsIn(run).filter(({ evidence }) => evidence !== 'assumed'));
	});

	test('what somebody was refused is still told', () => {
		const refused = act(run, 'update');
		expect(filtered({}, refused, true).at(-1)?.refused).toBe(true);
	});
});

describe('the options', () => {
	const options = filterOptions(run);

	test('are what occurs in the run, and only that', () => {
		expect(options.components.map(({ value }) => value).sort()).toEqual(
			shown(recordsIn(run), ({ component }) => component).sort()
		);
		expect(options.fates.map(({ value }) => value)).not.toContain('vanished');
		expect(filterOptions(probes).fates.map(({ value }) => value)).toContain('vanished');
	});

	test('say of each how many records it lets pass', () => {
		for (const { value, count } of options.components) expect(filtered({ components: [value] })).toHaveLength(count);
		for (const { value, count } of options.protocols) expect(filtered({ protocols: [value] })).toHaveLength(count);
		for (const { value, count } of options.fates) expect(filtered({ fates: [value] })).toHaveLength(count);
		for (const { value, count } of options.evidence) expect(filtered({ evidence: [value] })).toHaveLength(count);
	});

	test('go by their names for people', () => {
		expect(options.components.find(({ value }) => value === 'kernelRouter')?.name).toBe('kernel router');
		expect(options.protocols.find(({ value }) => value === 'wireguard')?.name).toBe('WireGuard');
	});

	test('keep what is chosen although another run has none of it', () => {
		expect(filterOptions(run, { ...NO_FILTER, fates: ['vanished'] }).fates).toContainEqual({
			value: 'vanished',
			name: 'vanished',
			count: 0
		});
	});
});

describe('a position among the rows', () => {
	const rows = filterRecords(run, { ...NO_FILTER, components: ['appStoreUpdater'] });
	const [before, after] = [rows[0]!.steps, rows[1]!.steps];

	test('is at the last row that has happened by then', () => {
		expect(lastRowAt(rows, before - 1)).toBe(-1);
		expect(lastRowAt(rows, before)).toBe(0);
		expect(lastRowAt(rows, after - 1)).toBe(0);
		expect(lastRowAt(rows, after)).toBe(1);
		expect(lastRowAt(rows, Infinity)).toBe(rows.length - 1);
	});

	test('of an entry is at its first row, or at the first that comes later', () => {
		expect(firstRowFrom(rows, before - 1)).toBe(0);
		expect(firstRowFrom(rows, before)).toBe(1);
		expect(firstRowFrom(rows, Infinity)).toBe(rows.length);
	});
});

describe('a record in words', () => {
	const vanished = recordsIn(probes).find(({ packet }) => packet?.fate === 'vanished')!;

	test('says what became of its packet, and by which rule', () => {
		expect(packetLabel(vanished)).toBe('ICMP vanished');
		expect(ruleLabel(vanished)).toBe('own voice, flag on');
	});

	test('names a packet whose fate is open, and says nothing where there is none', () => {
		const records = recordsIn(run);
		expect(packetLabel(records.find(({ carries, packet }) => carries?.protocol === 'tcp' && !packet)!)).toBe('TCP');
		expect(packetLabel(records.find(({ carries }) => !carries)!)).toBe('');
	});

	test('names the packet that was delivered, and not the envelope that it came in', () => {
		const opened = recordsIn(play(SCENARIOS['userspace-flag-on'])).filter(
			({ packet, carries }) => packet && carries?.inner && packet.protocol !== carries.protocol
		);
		expect(opened.length).toBeGreaterThan(0);
		for (const record of opened) expect(protocolOf(record)).toBe(record.carries?.inner?.protocol);
	});

	test('says that an act was refused', () => {
		expect(packetLabel(recordsIn(act(run, 'update')).at(-1)!)).toBe('not now');
	});

	test('is read out with when, who, what, and how it is known', () => {
		expect(spokenRecord(vanished)).toBe(
			`${(vanished.atMs / 1000).toFixed(3)} s, kernel router: ${vanished.text} ICMP vanished, rule “own voice, flag on”, observed.`
		);
	});
});
