/** The design's table (section 2): one packet for each row, and the order of the rows. */
import { describe, expect, test } from 'vitest';
import { decide, ruleHolds } from '../../../src/lib/machines/decision.ts';
import { MACHINES } from '../../../src/lib/machines/machines.ts';
import type { Packet } from '../../../src/lib/machines/packets.ts';
import {
	RULE_IDS,
	RULES,
	type KernelContext,
	type KernelState,
	type Rule,
	type RuleId
} from '../../../src/lib/machines/rules.ts';

const page: Packet = { protocol: 'tcp', purpose: 'page', sender: 'safari', destination: 'website', segment: 'request' };
const piece: Packet = {
	protocol: 'tcp',
	purpose: 'download',
	sender: 'appStoreUpdater',
	destination: 'apple',
	segment: 'request'
};
const lease: Packet = {
	protocol: 'udp',
	purpose: 'lease',
	sender: 'kernelRouter',
	destination: 'accessPoint',
	segment: 'request'
};
const ping: Packet = {
	protocol: 'icmp',
	purpose: 'terminalPing',
	sender: 'terminal',
	destination: 'gateway',
	segment: 'request'
};
const lookup: Packet = {
	protocol: 'udp',
	purpose: 'relayLookup',
	sender: 'tunnelProcess',
	destination: 'accessPoint',
	segment: 'request'
};
const handshake: Packet = {
	protocol: 'wireguard',
	purpose: 'handshake',
	sender: 'tunnelProcess',
	destination: 'relay',
	segment: 'request'
};
const probe: Packet = {
	protocol: 'icmp',
	purpose: 'probe',
	sender: 'tunnelProcess',
	destination: 'gateway',
	segment: 'request',
	api: 'bsdSocket',
	boundTo: 'utun'
};

interface Around {
	flag?: boolean;
	excludeLocal?: boolean;
	utun?: boolean;
	lan?: KernelContext['lan'];
	relayAddress?: KernelContext['relayAddress'];
	repairs?: KernelContext['repairs'];
}

const kernel = ({
	flag = false,
	excludeLocal = false,
	utun = true,
	lan = 'honest',
	relayAddress = 'relay',
	repairs = []
}: Around): KernelContext => ({
	inForce: { includeAllNetworks: flag, excludeLocalNetworks: excludeLocal, onDemand: true },
	utun,
	relayAddress,
	lan,
	held: [],
	repairs
});

/** What the design says, row by row. */
const ROWS: readonly (readonly [RuleId, Packet, KernelState, Around, Rule['then']])[] = [
	['noVpn', page, 'noVpn', {}, 'physicalInterface'],
	['ownLookup', lookup, 'tunnelDown', { flag: false }, 'physicalInterface'],
	['ownLookupFlagOn', lookup, 'tunnelDown', { flag: true }, 'physicalInterface'],
	['outerTraffic', handshake, 'tunnelDown', { flag: true }, 'physicalInterface'],
	['systemExempt', lease, 'tunnelDown', { flag: true }, 'localNetwork'],
	['downloaderExempt', piece, 'tunnelDown', { flag: true, repairs: ['downloaderExempt'] }, 'physicalInterface'],
	['ownVoiceFlagOff', probe, 'tunnelDown', { flag: false }, 'utun'],
	['ownVoiceFlagOn', probe, 'tunnelDown', { flag: true }, 'drop'],
	['heldEcho', ping, 'tunnelDown', { flag: true }, 'hold'],
	['held', page, 'tunnelDown', { flag: true }, 'hold'],
	['local', page, 'tunnelUp', { flag: false, lan: 'coversWebsite' }, 'localNetwork'],
	['localClosed', page, 'tunnelUp', { flag: true, lan: 'coversWebsite' }, 'utun'],
	['relayAddress', page, 'tunnelUp', { flag: false, relayAddress: 'website' }, 'physicalInterface'],
	['relayAddressClosed', page, 'tunnelUp', { flag: true, relayAddress: 'website' }, 'utun'],
	['userTraffic', page, 'tunnelUp', { flag: true }, 'utun'],
	['leak', page, 'tunnelDown', { flag: false }, 'physicalInterface'],
	['noRoute', page, 'tunnelUp', { flag: true, utun: false }, 'refuse']
];

describe('each row decides a packet', () => {
	test.each(ROWS)('%s', (id, packet, state, around, then) => {
		expect(decide(packet, state, kernel(around))).toBe(id);
		expect(RULES[id].then).toBe(then);
	});

	test('and the table has these rows in this order, with ours at the bottom', () => {
		expect(RULE_IDS).toEqual(ROWS.map(([id]) => id));
	});
});

describe('the first row that holds decides', () => {
	test.each([
		['without a profile nothing else matters', probe, 'noVpn', { flag: true }, 'noVpn'],
		['a lease is never held', lease, 'tunnelDown', { flag: true }, 'systemExempt'],
		['the flag drops its own voice with the tunnel up too', probe, 'tunnelUp', { flag: true }, 'ownVoiceFlagOn'],
		[
			'the flag drops its own voice even when the interface is gone',
			probe,
			'tunnelDown',
			{ flag: true, utun: false },
			'ownVoiceFlagOn'
		],
		['flag off, a bound socket without its interface is refused', probe, 'tunnelDown', { utun: false }, 'noRoute'],
		[
			'held comes before the local network',
			page,
			'tunnelDown',
			{ flag: true, excludeLocal: true, lan: 'coversWebsite' },
			'held'
		],
		[
			'the local network leaks with excludeLocalNetworks',
			page,
			'tunnelUp',
			{ flag: true, excludeLocal: true, lan: 'coversWebsite' },
			'local'
		],
		['and does not without it', page, 'tunnelUp', { flag: true, lan: 'coversWebsite' }, 'localClosed'],
		[
			'the flag closes the hole of the relay’s address',
			page,
			'tunnelUp',
			{ flag: true, relayAddress: 'website' },
			'relayAddressClosed'
		],
		['a lookup is none of the traffic to the relay', lookup, 'tunnelUp', { flag: false }, 'ownLookup'],
		['and with the flag on it has a row of its own', lookup, 'tunnelUp', { flag: true }, 'ownLookupFlagOn'],
		['an echo request of another app enters a tunnel that is up', ping, 'tunnelUp', { flag: true }, 'userTraffic'],
		['a download is held like everything else where nothing is repaired', piece, 'tunnelDown', { flag: true }, 'held'],
		['the local network comes before a leak', page, 'tunnelDown', { lan: 'coversWebsite' }, 'local']
	] as const)('%s', (_, packet, state, around, id) => {
		expect(decide(packet, state, kernel(around))).toBe(id);
	});

	test('so a row may hold beside a higher one, and has no say', () => {
		const around = kernel({ lan: 'coversWebsite' });
		expect(ruleHolds('leak', page, 'tunnelDown', around)).toBe(true);
		expect(decide(page, 'tunnelDown', around)).toBe('local');
	});
});

describe('the kernel router', () => {
	const { states } = MACHINES.kernelRouter.root;

	test.each(['noVpn', 'tunnelDown', 'tunnelUp'] as const)(
		'in %s has one transition for each row that can hold there, in the order of the table',
		(state) => {
			const transitions = states[state]?.transitions.get('packet.send') ?? [];
			const guards = transitions.map(
				({ guard }) => (guard as unknown as { params: { id: RuleId; state: KernelState } }).params
			);
			expect(guards).toEqual(
				RULE_IDS.filter((id) => (RULES[id] as Rule).states.includes(state)).map((id) => ({ id, state }))
			);
		}
	);

	test.each(['noVpn', 'tunnelDown', 'tunnelUp'] as const)('in %s leaves no packet without a rule', (state) => {
		expect(states[state]?.transitions.get('packet.send')?.at(-1)?.actions[0]).toMatchObject({
			params: { reason: state === 'noVpn' ? 'rule.noVpn' : 'rule.noRoute' }
		});
	});
});
