import { describe, expect, test } from 'vitest';
import { tracePackets, type Sighting } from '../../../src/lib/capture/packetTracer.ts';
import type { TracedPacket } from '../../../src/lib/capture/tracedPacket.ts';
import { lessonRun } from '../../../src/lib/scenarios/lessons.ts';
import { seek, type History } from '../../../src/lib/sim/history.ts';
import { FIRST_SHIPPED, QUIET, run } from '../../claims/helpers.ts';
import { RUNS } from '../sim/runs.ts';

const at = (sightings: readonly Sighting[], point: Sighting['point']) =>
	sightings.filter((each) => each.point === point);
const purposes = (sightings: readonly Sighting[]) =>
	sightings.map(({ traced }) => `${traced.packet.purpose} ${traced.packet.segment}`);

describe('every packet of every run is followed', () => {
	test.each(RUNS)('$name', ({ run }) => {
		const history = run();
		const { traced, sightings, carried } = tracePackets(history);
		for (const [step] of history.entries.entries()) {
			for (const { id, event } of seek(history, step + 1).pending) {
				if (!event.type.startsWith('packet.') || !('packet' in event)) continue;
				const packet = carried.get(id)?.packet;
				expect({ ...packet, layers: 0 }).toEqual({ ...event.packet, layers: 0 });
			}
		}
		// Nobody but these makes packets: the kernel asks for a lease, the relay wraps and shakes hands, servers answer.
		const makers = new Set(
			traced.filter(({ answers, inner }) => !answers && !inner).map(({ by, packet }) => `${by} ${packet.purpose}`)
		);
		const allowed = [
			'kernelRouter lease',
			'tunnelProcess probe',
			'tunnelProcess negotiation',
			'tunnelProcess handshake',
			'tunnelProcess relayLookup',
			'safari page',
			'terminal terminalPing',
			'pushNotifications push',
			'appStoreUpdater download'
		];
		expect([...makers].filter((maker) => !allowed.includes(maker))).toEqual([]);
		for (const { packet, seals, inner } of traced)
			expect(seals, JSON.stringify(packet)).toHaveLength(inner ? (packet.layers ?? 1) : 0);
		for (const { traced: each, atMs } of sightings) expect(atMs).toBeGreaterThanOrEqual(each.atMs);
	});
});

test('flag off, a BSD socket: the echo request is seen inside the tunnel process, then at utun4, and its envelope at en0', () => {
	const { sightings } = tracePackets(run(FIRST_SHIPPED, ['connect']).history);
	expect(purposes(at(sightings, 'tunnelProcess'))).toEqual(['probe request', 'probe reply']);
	expect(purposes(at(sightings, 'utun4'))).toEqual(['probe request', 'probe reply']);
	expect(purposes(at(sightings, 'en0'))).toEqual([
		'lease request',
		'lease reply',
		'handshake request',
		'handshake reply',
		'envelope request',
		'envelope reply'
	]);
});

test('flag on: every echo request is seen inside the tunnel process and nowhere else', () => {
	const { sightings } = tracePackets(run({ ...FIRST_SHIPPED, includeAllNetworks: true }, ['connect']).history);
	expect(at(sightings, 'tunnelProcess').length).toBeGreaterThan(5);
	expect(new Set(purposes(at(sightings, 'tunnelProcess')))).toEqual(new Set(['probe request']));
	expect(at(sightings, 'utun4')).toEqual([]);
	expect(purposes(at(sightings, 'en0'))).toEqual(['lease request', 'lease reply']);
});

test('the userspace stack’s packets are seen inside the tunnel process and never at utun4', () => {
	const { sightings } = tracePackets(
		run({ ...QUIET, includeAllNetworks: true, ephemeralPeer: 'quantum' }, ['connect', 'safari']).history
	);
	expect(purposes(at(sightings, 'tunnelProcess'))).toEqual([
		...[
			'negotiation SYN',
			'negotiation SYN, ACK',
			'negotiation request',
			'negotiation reply',
			'negotiation FIN, ACK',
			'negotiation FIN, ACK',
			'negotiation ACK'
		],
		...['probe request', 'probe reply']
	]);
	expect(purposes(at(sightings, 'utun4'))).toEqual(['page request', 'page reply']);
	expect(purposes(at(sightings, 'safari'))).toEqual(['page request', 'page reply']);
});

test('a held packet is seen where it is made, and once more when it is let go', () => {
	const { sightings, traced } = tracePackets(
		run({ ...QUIET, includeAllNetworks: true }, ['connect', 'crash', 'safari']).history
	);
	const page = sightings.filter(
		(each) => each.traced.packet.purpose === 'page' && each.traced.packet.segment === 'request'
	);
	expect(page.map(({ point }) => point)).toEqual(['safari', 'utun4']);
	expect(new Set(page.map((each) => each.traced)).size).toBe(1);
	expect(page[1]?.atMs).toBeGreaterThan((page[0]?.atMs ?? 0) + 300);
	expect(traced.filter(({ packet }) => packet.purpose === 'page')).toHaveLength(2);
});

test('a segment that is sent again belongs to the same connection; the next connection is another one', () => {
	const { traced } = tracePackets(
		run({ ...FIRST_SHIPPED, includeAllNetworks: true, ephemeralPeer: 'both' }, ['connect']).history
	);
	const syns = traced.filter(({ packet }) => packet.segment === 'SYN');
	const connections = new Set(syns.map(({ conversation }) => conversation));
	expect(connections.size).toBeGreaterThan(1);
	expect(connections.size).toBeLessThan(syns.length);
});

test('multihop: the outer seal is the entry’s, the inner one the exit’s; answers come under the same two handshakes', () => {
	const { traced } = tracePackets(run({ ...QUIET, multihop: true }, ['connect']).history);
	const [request, reply] = traced.filter(({ inner }) => inner?.packet.purpose === 'probe');
	expect(request?.seals.map(({ handshake, by }) => [handshake.hop, by])).toEqual([
		['entry', 'initiator'],
		['exit', 'initiator']
	]);
	expect(reply?.seals.map(({ handshake, by }) => [handshake.hop, by])).toEqual([
		['entry', 'responder'],
		['exit', 'responder']
	]);
	expect(reply?.seals.map(({ handshake }) => handshake)).toEqual(request?.seals.map(({ handshake }) => handshake));
});

test('multihop: between the envelopes the inner one is seen, on its way out before en0 and on its way in after it; with one relay there is nothing between', () => {
	const { sightings } = tracePackets(run({ ...QUIET, multihop: true }, ['connect']).history);
	const probe = sightings.filter(({ traced }) => traced.inner?.packet.purpose === 'probe');
	expect(probe.map(({ point, direction }) => `${point} ${direction}`)).toEqual([
		'betweenEnvelopes outbound',
		'en0 outbound',
		'en0 inbound',
		'betweenEnvelopes inbound'
	]);
	expect(at(sightings, 'betweenEnvelopes').filter(({ traced }) => traced.inner?.handshake)).toHaveLength(2);
	expect(at(tracePackets(run(QUIET, ['connect']).history).sightings, 'betweenEnvelopes')).toEqual([]);
});

test('the echo requests of a socket are counted from one without a gap, lost ones too; a reply has the number of its request', () => {
	const echoes = (traced: readonly TracedPacket[], purpose: string) =>
		traced.filter(({ packet, answers }) => packet.purpose === purpose && !answers).map(({ echo }) => echo);
	const lost = tracePackets(run({ ...FIRST_SHIPPED, includeAllNetworks: true }, ['connect', 'ping']).history).traced;
	expect(echoes(lost, 'probe').slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
	expect(echoes(lost, 'terminalPing')[0]).toBe(1);
	const answered = tracePackets(run(FIRST_SHIPPED, ['connect', 'ping']).history).traced;
	for (const { echo, answers, packet } of answered)
		if (answers && packet.protocol === 'icmp') expect(echo).toBe(answers.echo);
	expect(answered.filter(({ packet }) => packet.protocol !== 'icmp').every(({ echo }) => echo === 0)).toBe(true);
});

test('a tunnel process that is launched anew counts anew', () => {
	const asked = (history: History) =>
		tracePackets(history)
			.traced.filter(({ packet, answers }) => packet.purpose === 'probe' && !answers)
			.map(({ echo }) => echo);
	expect(asked(run(FIRST_SHIPPED, ['connect', 'crash', 'safari']).history).filter((echo) => echo === 1)).toHaveLength(
		2
	);
	// One that goes on counts on, also when its tunnel works.
	expect(asked(lessonRun('missing-ping-flag-off'))).toEqual([1, 2]);
});

test('a negotiated peer counts from the next handshake on, and another relay knows nothing of it', () => {
	const { traced } = tracePackets(
		run({ ...FIRST_SHIPPED, ephemeralPeer: 'quantum' }, ['connect', 'relayDown', 'relayUp']).history
	);
	const peers = traced.flatMap(({ handshake, answers }) => (handshake && !answers ? [handshake.peer] : []));
	expect(peers.slice(0, 2)).toEqual([0, 1]);
});
