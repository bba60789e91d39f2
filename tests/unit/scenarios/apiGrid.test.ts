/** Chapter 6: what the grid says of each cell is what the article saw. */
import { describe, expect, test } from 'vitest';
import { cellKnobs, cellRun, GRID_APIS, GRID_VERSIONS, verdictOf } from '../../../src/lib/scenarios/apiGrid.ts';

const verdicts = (name: string, flag: boolean) => {
	const api = GRID_APIS.find((each) => each.name === name);
	if (!api) throw new Error(`There is no API ${name}.`);
	return GRID_VERSIONS.map((version) => verdictOf(cellRun(cellKnobs(api, version, flag)), api));
};

describe('with the flag off', () => {
	test.each(['BSD socket', 'NWTCPConnection'])('%s works on every version', (name) => {
		expect(verdicts(name, false)).toEqual(['works', 'works', 'works', 'works']);
	});

	test('NWConnection with requiredInterface works where it exists (C13, C14)', () => {
		expect(verdicts('NWConnection, requiredInterface', false)).toEqual(['absent', 'absent', 'absent', 'works']);
	});
});

describe('with the flag on', () => {
	test('what a BSD socket sends vanishes on every version (C09)', () => {
		expect(verdicts('BSD socket', true)).toEqual(['vanishes', 'vanishes', 'vanishes', 'vanishes']);
	});

	test('an NWTCPConnection waits on every version (C10)', () => {
		expect(verdicts('NWTCPConnection', true)).toEqual(['waits', 'waits', 'waits', 'waits']);
	});

	test('an NWConnection with requiredInterface waits where it exists (C13)', () => {
		expect(verdicts('NWConnection, requiredInterface', true)).toEqual(['absent', 'absent', 'absent', 'waits']);
	});
});
