/**
 * When the system is told that the tunnel is up, when the app shows “connected”, and what becomes of other apps’ traffic
 * in between: three things that are one only where the first reply decides all of them.
 */
import { describe, expect, test } from 'vitest';
import { KNOB_VALUES, RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import { connectivity } from '../../../src/lib/sim/summary.ts';
import { act, present, recordsIn, runUntil, start, type History } from '../../../src/lib/sim/history.ts';
import { ARTICLE_OUTCOMES } from '../../../src/lib/sim/outcomes.ts';
import type { ReasonId } from '../../../src/lib/machines/reasons/index.ts';
import { stateOf } from '../../../src/lib/sim/world.ts';

const WAYS = KNOB_VALUES.startTunnelReturns;
type Way = Knobs['startTunnelReturns'];
/** The article’s phone: the flag is on, and what the tunnel process sends goes through the kernel, where it vanishes. */
const VANISHING = { ...RELEASED_APP, includeAllNetworks: true, transport: 'bsdSocket' } as const;

/** Half a minute, with a page asked for after two seconds. */
const opened = (knobs: Knobs): History =>
	runUntil(act(runUntil(act(start(knobs, ARTICLE_OUTCOMES), 'connect'), 2_000), 'safari', 2_000), 30_000);
const firstMs = (history: History, ...reasons: ReasonId[]): number | undefined =>
	recordsIn(history).find(({ reason }) => reason !== null && reasons.includes(reason))?.atMs;
const toldMs = (history: History) => firstMs(history, 'session.up');
const fates = (history: History) => [
	...new Set(recordsIn(history).flatMap(({ packet }) => (packet?.purpose === 'page' ? [packet.fate] : [])))
];

describe('flag on, through the kernel, nothing to negotiate', () => {
	test.each<[Way, number, number]>([
		['onReply', Infinity, Infinity],
		// By the app’s timings: four seconds for the first attempt, eight for the second, and what lies between.
		['afterTwoAttempts', 12_000, 15_000],
		['whileNegotiating', 12_000, 15_000],
		['beforeHandshake', 0, 1_000]
	])('%s: the system is told after %i to %i ms', (startTunnelReturns, least, most) => {
		const ms = toldMs(opened({ ...VANISHING, startTunnelReturns, safariTraffic: 'quiet' })) ?? Infinity;
		expect(ms).toBeGreaterThanOrEqual(least);
		expect(ms).toBeLessThanOrEqual(most);
	});

	test.each(WAYS)('%s: the app shows “connecting” whatever the system has been told', (startTunnelReturns) => {
		const history = opened({ ...VANISHING, startTunnelReturns });
		expect(history.entries.map(({ world }) => stateOf(world, 'mainApp'))).not.toContain('connected');
		expect(stateOf(present(history), 'mainApp')).toBe('connecting');
	});

	test.each(WAYS)('%s: other apps’ traffic flows from when the system has been told', (startTunnelReturns) => {
		const history = opened({ ...VANISHING, startTunnelReturns, safariTraffic: 'quiet' });
		expect(fates(history)).toEqual(
			startTunnelReturns === 'onReply'
				? ['held']
				: startTunnelReturns === 'beforeHandshake'
					? ['delivered']
					: ['held', 'delivered']
		);
	});
});

describe('flag on, through the kernel, a peer to negotiate', () => {
	test.each<[Way, string[]]>([
		['onReply', ['held']],
		['afterTwoAttempts', ['held', 'refused']],
		['whileNegotiating', ['refused']],
		['beforeHandshake', ['refused']]
	])(
		'%s: other apps’ packets are %j, since WireGuard takes none before the peer is there',
		(startTunnelReturns, expected) => {
			const history = opened({ ...VANISHING, startTunnelReturns, ephemeralPeer: 'both', safariTraffic: 'quiet' });
			expect(fates(history)).toEqual(expected);
			expect(connectivity(present(history))).toBe('none');
			expect(stateOf(present(history), 'mainApp')).toBe('connecting');
		}
	);
});

describe('around the kernel', () => {
	test.each(WAYS)(
		'%s: with a peer to negotiate, the answer comes, and then the app shows “connected”',
		(startTunnelReturns) => {
			const history = opened({ ...RELEASED_APP, includeAllNetworks: true, ephemeralPeer: 'both', startTunnelReturns });
			const answeredMs = firstMs(history, 'tunnel.works') ?? Infinity;
			const shownMs = firstMs(history, 'app.showsConnected', 'app.showsAnswered') ?? Infinity;
			expect((toldMs(history) ?? Infinity) < answeredMs).toBe(
				startTunnelReturns === 'whileNegotiating' || startTunnelReturns === 'beforeHandshake'
			);
			expect(shownMs).toBeGreaterThan(answeredMs);
			expect(fates(history)).toEqual(['delivered']);
		}
	);
});

test.each(WAYS)(
	'%s: a page that is asked for while the gateway’s peer is negotiated is for nobody, but a ping to it is',
	(startTunnelReturns) => {
		const negotiating = runUntil(
			act(
				start({ ...RELEASED_APP, ephemeralPeer: 'both', startTunnelReturns, safariTraffic: 'quiet' }, ARTICLE_OUTCOMES),
				'connect'
			),
			510
		);
		const both = runUntil(act(act(negotiating, 'safari'), 'ping'), 3_000);
		const reasons = recordsIn(both).flatMap(({ reason, packet }) =>
			reason === 'wireguard.noPeer' ? [packet?.purpose] : []
		);
		expect(reasons).toEqual(
			startTunnelReturns === 'onReply' || startTunnelReturns === 'afterTwoAttempts' ? [] : ['page']
		);
	}
);
