/** What a capture says in words: of itself, of each of its interfaces, of each packet. */
import { describe, expect, test } from 'vitest';
import { captureOf } from '../../../src/lib/capture/runCapture.ts';
import { tracePackets } from '../../../src/lib/capture/packetTracer.ts';
import { packetComment, NO_RECORD } from '../../../src/lib/capture/packetComments.ts';
import { lessonRun } from '../../../src/lib/scenarios/lessons.ts';
import { knobsOf, play, playWith, SCENARIO_IDS, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import type { History } from '../../../src/lib/sim/history.ts';

const both = SCENARIO_IDS.flatMap((id) =>
	[false, true].map((includeAllNetworks) => playWith(SCENARIOS[id], { ...knobsOf(SCENARIOS[id]), includeAllNetworks }))
);
/** Flag off, flag on while nobody shakes hands yet, and two relays. */
const captures = [
	lessonRun('missing-ping-flag-off'),
	play(SCENARIOS['two-pipes-flag-on']),
	play(SCENARIOS['multihop-flag-on'])
].map(captureOf);
const comments = (history: History, of: Parameters<ReturnType<typeof tracePackets>['sightings']['filter']>[0]) => {
	const { sightings, lines } = tracePackets(history);
	return sightings.filter(of).map(({ traced }) => packetComment(lines, traced));
};

describe('a capture', () => {
	test('says that its keys are in it, when there are any', () => {
		expect(captures.map(({ comment = '' }) => comment.includes('keys'))).toEqual([true, false, true]);
		expect(captures.map(({ secrets }) => secrets !== '')).toEqual([true, false, true]);
	});

	test('of two relays says where the inner envelopes are to be seen, and others do not', () => {
		expect(captures.map(({ comment = '' }) => comment.includes('“between envelopes, inside tunnel process”'))).toEqual([
			false,
			false,
			true
		]);
	});

	test('describes each interface with its name first', () => {
		for (const { name, description } of captures.flatMap(({ interfaces }) => interfaces))
			expect(description.startsWith(`${name}: `)).toBe(true);
	});
});

describe('a packet', () => {
	test('that comes in by the Wi-Fi is delivered, unless the run ends before', () => {
		for (const history of both) {
			const told = comments(history, ({ point, direction }) => point === 'en0' && direction === 'inbound');
			expect(told.filter((comment) => !comment.startsWith('delivered: ') && comment !== NO_RECORD)).toEqual([]);
		}
		expect(comments(lessonRun('missing-ping-flag-off'), () => true)).not.toContain(NO_RECORD);
	});

	test('is called exempt only where the rule is named that exempts it', () => {
		for (const history of both)
			for (const comment of comments(history, () => true))
				expect(comment.replaceAll('exempt, rule “', '')).not.toMatch(/^exempt/m);
	});

	test('says where it stands for more than it is: a lease, and the exchange of an app', () => {
		const simplificationNote = (history: History, purpose: string) =>
			comments(history, ({ traced }) => traced.packet.purpose === purpose).map((comment) =>
				comment.includes('Simplified: ')
			);
		const history = lessonRun('missing-ping-flag-off');
		expect(simplificationNote(history, 'lease')).toEqual([true, true]);
		expect(simplificationNote(history, 'page')).toEqual([true, true, true, true]);
		expect(simplificationNote(history, 'probe')).not.toContain(true);
	});
});
