import { describe, expect, test } from 'vitest';
import { SCENARIO_IDS, SCENARIOS, play } from '../../../src/lib/scenarios/scenarios.ts';
import { ask } from '../../../src/lib/sim/machineAdapter.ts';
import { unheardOf } from './invariants.ts';
import { deliveriesOf, RUNS } from './runs.ts';

describe('no message is swallowed', () => {
	test.each(RUNS)('$name: each one is answered with a reason, or it is said that nobody took it', ({ run }) => {
		for (const { before, message, records } of deliveriesOf(run())) {
			const { micros } = ask(message.to, before.machines[message.to], message.event);
			const reasons = micros.flatMap(({ effects }) => effects.filter(({ kind }) => kind === 'note'));
			expect(reasons.length + records.length, `${message.to} ${message.event.type}`).toBeGreaterThan(0);
		}
	});

	test.each(SCENARIO_IDS)('scenario %s: none is unheard', (id) => {
		expect(play(SCENARIOS[id]).entries.flatMap(unheardOf)).toEqual([]);
	});
});

test('what is under way is either a message between two parts or a part’s own timer or question', () => {
	for (const { before } of RUNS.flatMap(({ run }) => deliveriesOf(run()))) {
		const own = before.pending.filter(({ timer, asks }) => timer !== undefined || asks !== undefined);
		expect(own.filter(({ from, to }) => from !== to)).toEqual([]);
	}
});

test('every packet that a packet record settles is the one that the message brought, or the one inside it', () => {
	for (const { message, records } of RUNS.flatMap(({ run }) => deliveriesOf(run()))) {
		for (const { packet } of records) {
			if (!packet || !('packet' in message.event)) continue;
			const brought = message.event.packet;
			expect([brought.purpose, brought.inner?.purpose]).toContain(packet.purpose);
		}
	}
});
