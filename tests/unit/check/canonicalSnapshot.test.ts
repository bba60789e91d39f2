/** What the checker leaves out of a world makes no difference: with it and without it, nobody can tell two phones apart. */
import { describe, expect, test } from 'vitest';
import {
	canonicalMessage,
	canonicalSnapshot,
	canonicalTimer,
	REDUCTIONS,
	type Reductions
} from '../../../src/lib/check/canonicalSnapshot.ts';
import { COMPONENTS, type ComponentId } from '../../../src/lib/machines/components.ts';
import type { ModelEvent } from '../../../src/lib/machines/events.ts';
import { REPAIR_IDS } from '../../../src/lib/machines/repairs.ts';
import { ask, intern, type Effect } from '../../../src/lib/sim/machineAdapter.ts';
import type { Snapshot } from '../../../src/lib/sim/world.ts';
import { deliveriesOf, RUNS } from '../sim/runs.ts';
import { differenceBetween } from './equivalence.ts';
import { plainCheck } from './referenceExplorer.ts';
import { explore, FLAG_OFF, FLAG_ON, phone, SEARCHED_PHONES, type SearchedPhone } from './searchedPhones.ts';

const NOTHING_REDUCED: Reductions = {};

/** Beside the phones of the search: each repair alone, on a phone that lies, and acts that the checker does not try. */
const MORE_PHONES: readonly SearchedPhone[] = [
	...REPAIR_IDS.map((repair) =>
		phone(
			`flag on, ${repair}, a lying resolver`,
			{ ...FLAG_ON, network: 'serverIp', transport: 'bsdSocket', onDemand: false, repairs: [repair] },
			['connect', 'update', 'cancelDownload', 'uninstall']
		)
	),
	phone('flag on, a tunnel that crashes', { ...FLAG_ON, network: 'serverIp' }, ['connect', 'crash', 'safari']),
	phone('flag off, a tunnel that crashes', { ...FLAG_OFF, network: 'serverIp', transport: 'bsdSocket' }, [
		'connect',
		'crash',
		'safari',
		'disconnect'
	]),
	phone('a flag that is switched', { ...FLAG_ON, network: 'serverIp' }, [
		'connect',
		'disconnect',
		'editProfile:includeAllNetworks=off',
		'editProfile:includeAllNetworks=on'
	]),
	phone('pings, and a network that is joined again', { ...FLAG_ON, network: 'localNet', transport: 'bsdSocket' }, [
		'connect',
		'ping',
		'joinWifi'
	])
];

describe('explored with and without it, these phones cannot be told apart', () => {
	test.each([...SEARCHED_PHONES, ...MORE_PHONES].map((each) => [each.name, each] as const))(
		'%s',
		{ timeout: 600_000 },
		(_, each) => {
			const [whole, reduced] = [explore(each, NOTHING_REDUCED), explore(each)];
			expect(differenceBetween(whole, reduced)).toBeNull();
			expect(reduced.graph.nodes).toBeLessThan(whole.graph.nodes);
		}
	);

	test('and the plain explorer, which leaves out nothing, gives the same verdicts', { timeout: 600_000 }, () => {
		for (const { knobs, bounds } of SEARCHED_PHONES.filter(({ name }) =>
			/two peers|lying lease|told before/.test(name)
		)) {
			const whole = plainCheck(knobs, bounds, { reductions: NOTHING_REDUCED });
			expect(plainCheck(knobs, bounds).broken).toEqual(whole.broken);
		}
	});
});

describe('what does make a difference is noticed when it is left out', () => {
	test.each([
		['packets that are held', { kernelRouter: [{ why: 'It does matter.', context: { held: [] } }] }],
		['pieces that have arrived', { appStoreUpdater: [{ why: 'It does matter.', context: { pieces: 0 } }] }],
		['a profile that is saved', { sessionManager: [{ why: 'It does matter.', context: { saved: null } }] }],
		[
			'that the VPN has been toggled once',
			{
				sessionManager: [
					{
						why: 'It does matter.',
						in: [{ suspendedForUpdate: 'toggledOff' }],
						state: { suspendedForUpdate: 'downloadCancelled' }
					}
				]
			}
		]
	] as const satisfies readonly (readonly [string, Reductions])[])('%s', { timeout: 600_000 }, (_, wrong) => {
		const isNoticed = (each: SearchedPhone) =>
			differenceBetween(explore(each, NOTHING_REDUCED), explore(each, wrong)) !== null;
		expect(SEARCHED_PHONES.some(isNoticed)).toBe(true);
	});
});

/**
 * All that an answer does to others and to the machine’s own future, as the checker has it; words and the length of
 * timers are not among it.
 */
function effectsOf(component: ComponentId, snapshot: Snapshot, event: ModelEvent) {
	const { next, micros } = ask(component, snapshot, event);
	const timer = (id: string) => canonicalTimer(component, id);
	const does = micros
		.flatMap(({ effects }) => effects)
		.flatMap((effect): (Effect | string)[] => {
			if (effect.kind === 'note') return [];
			if (effect.kind === 'timer') return [`starts ${timer(effect.id)}`];
			return effect.kind === 'cancel' ? [`cancels ${timer(effect.id)}`] : [effect];
		});
	return { does, next: canonicalSnapshot(component, next) };
}

describe('in every run, a snapshot and what matters of it', () => {
	const deliveries = RUNS.flatMap(({ run }) => deliveriesOf(run()));

	test('answer alike', { timeout: 600_000 }, () => {
		for (const { before, message } of deliveries) {
			const { to, event } = message;
			const { value, context } = canonicalSnapshot(to, before.machines[to]);
			expect(effectsOf(to, intern(to, value, context), canonicalMessage(message).event), `${to} ${event.type}`).toEqual(
				effectsOf(to, before.machines[to], event)
			);
		}
	});

	test('have the same of what matters in them: there is nothing left to leave out', { timeout: 600_000 }, () => {
		for (const component of COMPONENTS) {
			for (const snapshot of new Set(deliveries.map(({ world }) => world.machines[component]))) {
				const canonical = canonicalSnapshot(component, snapshot);
				expect(canonicalSnapshot(component, canonical)).toEqual(canonical);
			}
		}
	});
});

test('a reduction of a field or a state that does not exist does not compile', () => {
	const wrong: Reductions = {
		// @ts-expect-error -- `synRetries` became `retransmissions`.
		tunnelProcess: [{ why: 'A field of another name.', context: { synRetries: 0 } }],
		// @ts-expect-error -- the state is called `beingReplaced`.
		mainApp: [{ why: 'A state of another name.', notIn: ['replaced'], context: { session: 'disconnected' } }],
		// @ts-expect-error -- `absent` is no state of TCP.
		accessPoint: [{ why: 'A state of another machine.', in: ['eavesdropping'], state: 'absent' }]
	};
	expect(Object.keys(wrong)).toHaveLength(3);
});

test('each reduction says in a sentence why it makes no difference', () => {
	for (const { why } of Object.values(REDUCTIONS).flat()) expect(why).toMatch(/^[A-Z].*\.$/);
});
