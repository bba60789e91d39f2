import {
	KNOB_IDS,
	KNOB_VALUES,
	KNOBS,
	refuseKnobs,
	RELEASED_APP,
	type KnobId,
	type Knobs,
	type Settings
} from '../machines/knobs';
import { boundsFor } from './bounds';
import { Explorer } from './explorer';
import type { PhoneVerdict } from './phoneVerdict';
import { counterexampleOf } from './paths';
import { factsOf, judge, PROPERTY_IDS } from './properties';
import { Tables } from './tables';

type Choices = { readonly [K in KnobId]?: readonly Settings[K][] };

/** A knob that can change a verdict. */
export type Column = { [K in KnobId]: (typeof KNOBS)[K]['inPhoneTable'] extends null ? never : K }[KnobId];
export const COLUMN_IDS = KNOB_IDS.filter((id): id is Column => KNOBS[id].inPhoneTable !== null);

/** The knobs that can change a verdict, each with the values that do: the columns of the table of phones. */
export const COLUMNS = Object.fromEntries(COLUMN_IDS.map((id) => [id, KNOBS[id].inPhoneTable])) as {
	readonly [K in Column]: (typeof KNOBS)[K]['inPhoneTable'];
};

/** Where the other knobs stand, as in chapter 10: the released app, and a page that loads when somebody opens it. */
const OTHERS: Knobs = { ...RELEASED_APP, safariTraffic: 'quiet' };

/** Whether what the tunnel process sends of its own vanishes: then it matters when it says that it is up all the same. */
const isUnheard = ({ includeAllNetworks, transport }: Knobs): boolean =>
	includeAllNetworks && (transport === 'bsdSocket' || transport === 'nwConnection');

/** The columns that make a difference for some phones only, and for which. */
const MATTERS: Readonly<Partial<Record<Column, (knobs: Knobs) => boolean>>> = {
	excludeLocalNetworks: ({ includeAllNetworks }) => includeAllNetworks,
	startTunnelReturns: isUnheard,
	ephemeralPeer: (knobs) => isUnheard(knobs) && knobs.startTunnelReturns !== 'onReply'
};

/** Whether a phone of the table stands for those alone that have its own value in a column, and not for every value. */
export const matters = (knobs: Knobs, column: Column): boolean => MATTERS[column]?.(knobs) ?? true;

/** The values of the table for those of a knob that come to the same. */
const SAME: { readonly [K in Column]?: (value: Knobs[K]) => Knobs[K] } = {
	transport: (transport) => (transport === 'nwConnection' ? 'bsdSocket' : transport),
	ephemeralPeer: (peer) => (peer === 'none' ? 'none' : 'quantum'),
	startTunnelReturns: (way) => (way === 'onReply' ? 'onReply' : 'whileNegotiating')
};

/**
 * The phone of the table that has the verdicts of this one. A test holds all that is left out to it: iOS versions, who
 * begins an update, what a peer is negotiated for, the number of relays, the newer API beside the old ones, the times at
 * which the system is told before any answer, a page that keeps itself fresh, and what makes no difference to some.
 */
export const standsFor = (knobs: Knobs): Knobs =>
	COLUMN_IDS.reduce<Knobs>((phone, column) => {
		const same = SAME[column] as ((value: unknown) => unknown) | undefined;
		const value = matters(knobs, column) ? (same?.(knobs[column]) ?? knobs[column]) : OTHERS[column];
		return { ...phone, [column]: value };
	}, OTHERS);

/** Every combination of these values, the first knob changing last. */
const combined = (choices: Choices): Knobs[] =>
	Object.entries(choices).reduce<Knobs[]>(
		(phones, [knob, values]) => phones.flatMap((phone) => values.map((value): Knobs => ({ ...phone, [knob]: value }))),
		[OTHERS]
	);

/** Every phone of the table, in the order of its columns. */
export const PHONES: readonly Knobs[] = combined(COLUMNS).filter((knobs) =>
	COLUMN_IDS.every((column) => matters(knobs, column) || knobs[column] === OTHERS[column])
);

/** Every phone that the knobs can make; each has its verdicts in the table. */
export const everyPhone = (): Knobs[] => combined(KNOB_VALUES).filter((knobs) => refuseKnobs(knobs) === null);

/** What makes the worlds of another phone again, under other names; a test compares their graphs. */
const isOneOfItsKind = (knobs: Knobs): boolean =>
	knobs.iosVersion === 18 &&
	knobs.transport !== 'nwConnection' &&
	(knobs.ephemeralPeer === 'none' || knobs.ephemeralPeer === 'quantum') &&
	knobs.updateSource !== 'xcode' &&
	(knobs.includeAllNetworks || !knobs.excludeLocalNetworks);

/** Every phone that the knobs can make, but of those which are world for world the same only one. */
export const distinctPhones = (): Knobs[] => everyPhone().filter(isOneOfItsKind);

/** Explores every world of a phone. Ways out are not looked for, and of each property the first breach is told. */
export function checkPhone(knobs: Knobs, tables = new Tables()): PhoneVerdict {
	const explored = new Explorer(knobs, boundsFor(knobs), tables).run();
	if (explored.looked < explored.graph.nodes)
		throw new Error('A phone has more worlds than the bounds allow, so its verdicts cannot be told.');
	const breaches = judge(explored, factsOf(explored));
	const broken = PROPERTY_IDS.flatMap((property) => {
		const [breach] = breaches[property];
		return breach ? [{ property, counterexample: counterexampleOf(explored, property, breach) }] : [];
	});
	return { knobs, worlds: explored.graph.nodes, broken };
}

/** Judges every phone of the table. They ask the machines much the same, so they share what was answered. */
export function checkPhones(): PhoneVerdict[] {
	const tables = new Tables();
	return PHONES.map((knobs) => checkPhone(knobs, tables));
}
