/** Every transition of every machine says why it is taken, and every reason says how that is known. */
import { describe, expect, test } from 'vitest';
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { CLAIMS } from '../../../src/lib/machines/claims.ts';
import { EVIDENCE, FATES } from '../../../src/lib/machines/evidence.ts';
import { MACHINES } from '../../../src/lib/machines/machines.ts';
import { REASONS, ruleOf, type ReasonId } from '../../../src/lib/machines/reasons/index.ts';
import { RULE_IDS } from '../../../src/lib/machines/rules.ts';
import { SOURCES, sourceOf } from '../../../src/lib/machines/sources.ts';

interface Note {
	readonly type: string;
	readonly params: { readonly reason: ReasonId };
}

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];
const transitionsOf = (node: AnyStateNode): AnyTransitionDefinition[] => [...node.transitions.values()].flat();
const isNote = (action: unknown): action is Note =>
	typeof action === 'object' && action !== null && (action as Note).type === 'note';
const notesOf = ({ actions }: AnyTransitionDefinition): Note[] => (actions as readonly unknown[]).filter(isNote);

/** Every transition there is, by a name that says where to look. */
const ALL = Object.values(MACHINES).flatMap((machine) =>
	nodesOf(machine.root).flatMap((node) =>
		transitionsOf(node).map((transition) => ({ name: `${node.id} on ${transition.eventType}`, transition }))
	)
);

test('the walk finds the transitions of all machines, timers included', () => {
	expect(ALL.length).toBeGreaterThan(250);
	expect(ALL.some(({ name }) => name.includes('xstate.after'))).toBe(true);
});

describe('a transition', () => {
	test('carries exactly one note', () => {
		expect(ALL.filter(({ transition }) => notesOf(transition).length !== 1).map(({ name }) => name)).toEqual([]);
	});

	test('names a reason that is in the table, with its evidence', () => {
		const unknown = ALL.filter(({ transition }) =>
			notesOf(transition).some(({ params }) => !((REASONS[params.reason]?.evidence ?? '') in EVIDENCE))
		);
		expect(unknown.map(({ name }) => name)).toEqual([]);
	});

	test('says its note before anything else it does', () => {
		expect(ALL.filter(({ transition }) => !isNote(transition.actions[0])).map(({ name }) => name)).toEqual([]);
	});
});

test('a start, an entry or an exit has no note of its own: the transition that leads there has said why', () => {
	const silent = Object.values(MACHINES).flatMap((machine) =>
		nodesOf(machine.root).flatMap(({ entry, exit }) => [...entry, ...exit] as unknown[])
	);
	expect(silent.filter(isNote)).toEqual([]);
});

const REASON_IDS = Object.keys(REASONS) as ReasonId[];

describe('a reason', () => {
	test('that is known from elsewhere than the article names its source', () => {
		expect(
			REASON_IDS.filter(
				(id) => ['documented', 'code', 'reported'].includes(REASONS[id].evidence) && !REASONS[id].source
			)
		).toEqual([]);
	});

	test('that is observed or assumed names none but the article’s: the source is elsewhere only when it is elsewhere', () => {
		expect(
			REASON_IDS.filter((id) => ['observed', 'assumed'].includes(REASONS[id].evidence) && REASONS[id].source)
		).toEqual([]);
	});

	test('that is observed, a rule among them, names the claim that says so', () => {
		expect(REASON_IDS.filter((id) => REASONS[id].evidence === 'observed' && REASONS[id].claims.length === 0)).toEqual(
			[]
		);
	});

	test('names claims that there are', () => {
		expect(REASON_IDS.flatMap((id) => REASONS[id].claims).filter((claim) => !(claim in CLAIMS))).toEqual([]);
	});

	test('that cites somebody’s code says that it was read there, and no more', () => {
		const citesCode = (id: ReasonId) =>
			sourceOf(REASONS[id].source ?? '').every((source) => source !== null && SOURCES[source].evidence === 'code');
		expect(REASON_IDS.filter((id) => REASONS[id].source && citesCode(id) && REASONS[id].evidence !== 'code')).toEqual(
			[]
		);
	});

	test('is used by some transition', () => {
		const used = new Set(ALL.flatMap(({ transition }) => notesOf(transition).map(({ params }) => params.reason)));
		expect(REASON_IDS.filter((id) => !used.has(id))).toEqual([]);
	});

	test('has a fate that there is', () => {
		expect(REASON_IDS.filter((id) => REASONS[id].fate !== undefined && !(REASONS[id].fate in FATES))).toEqual([]);
	});

	test('is told in sentences', () => {
		const told = REASON_IDS.filter((id) => typeof REASONS[id].text === 'string').map(
			(id) => REASONS[id].text as string
		);
		expect(told.filter((text) => !/[.?]$/.test(text))).toEqual([]);
	});

	test('stands for a rule exactly when it is named after one', () => {
		expect(REASON_IDS.flatMap((id) => ruleOf(id) ?? [])).toEqual(RULE_IDS);
	});
});
