/** The explorer over integers and the plain one visit the same worlds, take the same transitions and say the same. */
import { describe, expect, test } from 'vitest';
import type { Bounds } from '../../../src/lib/check/bounds.ts';
import { KNOB_VALUES, refuseKnobs, RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import type { ActId } from '../../../src/lib/sim/acts.ts';
import { fastCheck } from './fast.ts';
import { plainCheck } from './referenceExplorer.ts';

const within = (acts: readonly ActId[]): Bounds => ({ acts, maxWorlds: 1_000_000 });

type Pair = string;
const NAMES = Object.keys(KNOB_VALUES) as (keyof typeof KNOB_VALUES)[];
const pairsOf = (knobs: Knobs): Pair[] =>
	NAMES.flatMap((one, at) => NAMES.slice(at + 1).map((other) => `${one}:${knobs[one]} ${other}:${knobs[other]}`));

/** Combinations of knobs that hold every pair of values that can be, the one that adds most first. */
function everyPair(): Knobs[] {
	const all = NAMES.reduce<Partial<Knobs>[]>(
		(some, knob) => some.flatMap((knobs) => KNOB_VALUES[knob].map((value) => ({ ...knobs, [knob]: value }))),
		[{}]
	) as Knobs[];
	// A fixed sample is enough to choose from; every pair is in it many times.
	const possible = all
		.filter((knobs, at) => at % 7 === 0 && refuseKnobs(knobs) === null)
		.map((knobs) => ({ knobs, pairs: pairsOf(knobs) }));
	const missing = new Set(possible.flatMap(({ pairs }) => pairs));
	const chosen: Knobs[] = [];
	while (missing.size > 0) {
		const gain = ({ pairs }: { pairs: Pair[] }) => pairs.filter((pair) => missing.has(pair)).length;
		const best = possible.reduce((one, other) => (gain(other) > gain(one) ? other : one));
		best.pairs.forEach((pair) => missing.delete(pair));
		chosen.push(best.knobs);
	}
	return chosen;
}

const named = (knobs: Knobs) => Object.values(knobs).join(' ');

describe('for knobs that hold every pair of values', () => {
	test.each(everyPair().map((knobs) => ({ name: named(knobs), knobs })))(
		'connected and updated: $name',
		{ timeout: 120_000 },
		({ knobs }) => {
			expect(fastCheck(knobs, within(['connect', 'update']))).toEqual(plainCheck(knobs, within(['connect', 'update'])));
		}
	);
});

describe('for more that people may do', () => {
	const QUIET = { ...RELEASED_APP, safariTraffic: 'quiet' } as const satisfies Knobs;
	test.each([
		['ways out, flag on', { includeAllNetworks: true }, ['connect', 'update', 'cancelDownload', 'toggleVpn']],
		['a reboot, flag off', {}, ['connect', 'update', 'reboot']],
		[
			'removal, with the old tunnel allowed',
			{ includeAllNetworks: true, repairs: ['oldTunnelMayStart'] },
			['connect', 'update', 'removeProfile']
		],
		['the app told before', { includeAllNetworks: true, repairs: ['toldBefore'] }, ['connect', 'update', 'disconnect']],
		['download first', { includeAllNetworks: true, repairs: ['downloadFirst'] }, ['connect', 'update', 'uninstall']]
	] as const satisfies readonly (readonly [string, Partial<Knobs>, readonly ActId[]])[])(
		'%s',
		{ timeout: 240_000 },
		(_, knobs, acts) => {
			expect(fastCheck({ ...QUIET, ...knobs }, within(acts))).toEqual(plainCheck({ ...QUIET, ...knobs }, within(acts)));
		}
	);
});
