import { describe, expect, test } from 'vitest';
import { KNOB_VALUES, refuseKnobs, RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import { knobsOf, SCENARIO_IDS, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';

const refused = (knobs: Partial<Knobs>) => refuseKnobs({ ...RELEASED_APP, ...knobs });

test('the released app is one of the allowed combinations, and every knob of it has an allowed value', () => {
	expect(refuseKnobs(RELEASED_APP)).toBeNull();
	for (const [name, value] of Object.entries(RELEASED_APP))
		expect(KNOB_VALUES[name as keyof typeof KNOB_VALUES], name).toContain(value);
	expect(Object.keys(KNOB_VALUES)).toEqual(Object.keys(RELEASED_APP));
});

describe('a combination that cannot be is refused in a sentence that names what can', () => {
	test.each([15, 16, 17] as const)('nwConnection on iOS %i', (iosVersion) => {
		expect(refused({ transport: 'nwConnection', iosVersion })).toBe(
			`The transport nwConnection needs virtualInterface, which iOS ${iosVersion} does not have; choose iOS 18, or one of bsdSocket, userspaceStack, noProbes.`
		);
	});

	test.each(['daita', 'quantum', 'both'] as const)('noProbes with the ephemeral peer %s', (ephemeralPeer) => {
		expect(refused({ transport: 'noProbes', ephemeralPeer })).toMatch(
			/^The transport noProbes .* choose the ephemeral peer none, or one of bsdSocket, nwConnection, userspaceStack\.$/
		);
	});
});

test('every other combination of transport, iOS version and ephemeral peer is allowed', () => {
	const { transport, iosVersion, ephemeralPeer } = KNOB_VALUES;
	const all = transport.flatMap((t) =>
		iosVersion.flatMap((i) => ephemeralPeer.map((e) => ({ transport: t, iosVersion: i, ephemeralPeer: e })))
	);
	const wrong = all.filter(
		(knobs) =>
			(knobs.transport === 'nwConnection' && knobs.iosVersion < 18) ||
			(knobs.transport === 'noProbes' && knobs.ephemeralPeer !== 'none')
	);
	expect(all.filter((knobs) => refused(knobs) !== null)).toEqual(wrong);
});

test.each(SCENARIO_IDS)('scenario %s has knobs that can be', (id) => {
	expect(refuseKnobs(knobsOf(SCENARIOS[id]))).toBeNull();
});
