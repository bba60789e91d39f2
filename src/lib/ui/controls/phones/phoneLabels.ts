import { PROPERTIES, PROPERTY_IDS, type PropertyId } from '../../../check/check';
import { COLUMN_IDS, COLUMNS, matters, type Column } from '../../../check/phoneTable';
import type { Knobs } from '../../../machines/knobs';
import { transportLabel } from '../../../machines/knobLabels';
import { TRANSPORT_LABELS } from '../../../machines/transportLabels';

/** A column of the table of phones, as its head, a filter and a question call it. */
interface ColumnLabels {
	readonly name: string;
	/** What Apple or the text calls it, where the name is shorter. */
	readonly full?: string;
	readonly values: Readonly<Record<string, string>>;
	/** The values where one of them is chosen, if there is more to say of them there. */
	readonly long?: Readonly<Record<string, string>>;
	/** The values where they stand in a row of words; what is empty goes without saying. */
	readonly brief: Readonly<Record<string, string>>;
}

const SWITCH = { true: 'on', false: 'off' };

export const COLUMN_LABELS: Readonly<Record<Column, ColumnLabels>> = {
	includeAllNetworks: {
		name: 'flag',
		full: 'includeAllNetworks',
		values: SWITCH,
		brief: { true: 'flag on', false: 'flag off' }
	},
	excludeLocalNetworks: {
		name: 'local networks',
		full: 'excludeLocalNetworks',
		values: { true: 'excluded', false: 'included' },
		brief: { true: 'local networks excluded', false: '' }
	},
	onDemand: { name: 'on-demand', values: SWITCH, brief: { true: 'on-demand on', false: 'on-demand off' } },
	transport: {
		name: 'own traffic',
		values: {
			userspaceStack: TRANSPORT_LABELS.userspaceStack.short,
			bsdSocket: TRANSPORT_LABELS.bsdSocket.short,
			noProbes: 'none'
		},
		long: { userspaceStack: transportLabel('userspaceStack'), bsdSocket: transportLabel('bsdSocket') },
		brief: {
			userspaceStack: TRANSPORT_LABELS.userspaceStack.short,
			bsdSocket: TRANSPORT_LABELS.bsdSocket.short,
			noProbes: 'no own traffic'
		}
	},
	ephemeralPeer: {
		name: 'peer',
		full: 'whether an ephemeral peer has to be negotiated first',
		values: { none: 'none', quantum: 'negotiated' },
		brief: { none: '', quantum: 'a peer to negotiate' }
	},
	startTunnelReturns: {
		name: 'told up',
		full: 'when the tunnel process tells the system that it is up',
		values: { whileNegotiating: 'before', onReply: 'on reply' },
		long: { whileNegotiating: 'before any answer', onReply: 'on the first reply' },
		brief: { whileNegotiating: '', onReply: 'told up on reply' }
	},
	network: {
		name: 'Wi-Fi',
		values: { honest: 'honest', localNet: 'LocalNet', serverIp: 'ServerIP' },
		brief: { honest: 'honest Wi-Fi', localNet: 'LocalNet', serverIp: 'ServerIP' }
	}
};

/** A name at the beginning of a line. */
export const headOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The value of a phone in a column, in words; “any” where it stands for phones with every value. */
export const wordOf = (knobs: Knobs, column: Column): string =>
	matters(knobs, column) ? (COLUMN_LABELS[column].values[String(knobs[column])] ?? String(knobs[column])) : 'any';

/** Where all knobs of a phone stand, in as few words as tell it from the others; to be read in one line. */
export const briefOf = (knobs: Knobs): string[] =>
	COLUMN_IDS.flatMap((column) => COLUMN_LABELS[column].brief[String(knobs[column])] || []).map((words, at, all) =>
		at < all.length - 1 ? `${words},` : words
	);

/** Something by which the phones can be told apart, with its possible answers. */
export interface PhoneQuestion {
	readonly id: Column | PropertyId;
	readonly name: string;
	readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One question for each knob. */
export const KNOB_QUESTIONS: readonly (PhoneQuestion & { readonly id: Column })[] = COLUMN_IDS.map((id) => ({
	id,
	name: COLUMN_LABELS[id].name,
	options: COLUMNS[id].map((value) => ({
		value: String(value),
		label: COLUMN_LABELS[id].long?.[String(value)] ?? COLUMN_LABELS[id].values[String(value)] ?? String(value)
	}))
}));

/** One question for each property. */
export const PROPERTY_QUESTIONS: readonly (PhoneQuestion & { readonly id: PropertyId })[] = PROPERTY_IDS.map((id) => ({
	id,
	name: PROPERTIES[id].name,
	options: ['holds', 'fails'].map((value) => ({ value, label: value }))
}));
