/** A machine’s definition as JSON: what Stately Studio imports is the machine that runs. */
import { describe, expect, test } from 'vitest';
import { createMachine, type AnyStateMachine, type AnyStateNode } from 'xstate';
import { COMPONENTS } from '../../../src/lib/machines/components.ts';
import { guardLabel } from '../../../src/lib/machines/guardLabel.ts';
import { MACHINES } from '../../../src/lib/machines/machines.ts';
import { machineJson } from '../../../src/lib/machines/machineJson.ts';

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];
const typeOf = (action: unknown) => (action as { type: string }).type;
const idOf = ({ id }: { id: string }) => id;

/** A machine’s states and transitions, as XState has built them. */
const shapeOf = ({ root }: AnyStateMachine) =>
	nodesOf(root as AnyStateNode).map((node) => ({
		id: node.id,
		type: node.type,
		initial: node.initial.target.map(idOf),
		tags: node.tags,
		entry: node.entry.map(typeOf),
		exit: node.exit.map(typeOf),
		transitions: [...node.transitions.values()].flat().map(({ eventType, target, reenter, guard, actions }) => ({
			event: String(eventType),
			target: target?.map(idOf),
			reenter,
			guard: guardLabel(guard),
			actions: (actions as readonly unknown[]).map(typeOf)
		}))
	}));

describe.each(COMPONENTS)('%s', (component) => {
	const json = JSON.stringify(machineJson(MACHINES[component]));

	test('loses nothing on its way through JSON', () => {
		expect(JSON.parse(json)).toEqual(machineJson(MACHINES[component]));
	});

	test('has the same states and transitions when a machine is made of it', () => {
		const made = createMachine(JSON.parse(json) as Parameters<typeof createMachine>[0]);
		expect(shapeOf(made)).toEqual(shapeOf(MACHINES[component]));
	});

	test('has no keys but those of Stately’s specification, and of XState where that goes further', () => {
		const states: readonly string[] = ['id', 'type', 'entry', 'initial', 'on', 'after', 'states', 'tags', 'context'];
		const transitions: readonly string[] = ['target', 'actions', 'description', 'guard', 'meta', 'reenter'];
		const keysOf = (value: object, allowed: readonly string[]) =>
			Object.keys(value).filter((key) => !allowed.includes(key));
		type State = Partial<Record<'on' | 'after' | 'states', Record<string, object>>>;
		const wrong = (state: State): string[] => [
			...keysOf(state, states),
			...[state.on, state.after]
				.flatMap((table) => Object.values(table ?? {}).flat())
				.flatMap((transition) => keysOf(transition, transitions)),
			...Object.values(state.states ?? {}).flatMap(wrong)
		];
		expect(wrong(JSON.parse(json) as State)).toEqual([]);
	});
});

test('what a transition tells is its description, and how that is known goes with it', () => {
	expect(machineJson(MACHINES.sessionManager).states?.connecting?.on?.['tunnel.up']).toMatchObject({
		target: 'connected',
		description: expect.stringContaining('The session is connected.') as string,
		meta: { evidence: 'documented', source: 'Apple, NEPacketTunnelProvider', claims: ['C19'] }
	});
});

test('a guard that combines others has them in it, in words', () => {
	expect(machineJson(MACHINES.relay).states?.up?.on?.['packet.arrive']).toMatchObject([
		{ guard: { type: 'it is a handshake, and it came through the tunnel' } },
		{},
		{},
		{}
	]);
});
