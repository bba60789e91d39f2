/** The tag of a virtual LAN behind an Ethernet header, read and never written. IEEE 802.1Q §9.6. */
import { needs, viewOf } from './bytes';
import { etherTypeField } from './ethernet';
import { type Field } from './fields';
import { field, flag } from './values';

export interface VlanTag {
	/** Priority, 3 bits. */
	readonly priority: number;
	/** Whether it may be dropped first. */
	readonly isDropEligible: boolean;
	/** The number of the virtual LAN, 12 bits; 0 for none. */
	readonly vlan: number;
	/** What follows. */
	readonly etherType: number;
}

const AT = { control: 0, etherType: 2 } as const;
export const VLAN_TAG_LENGTH = 4;
const VLAN_MASK = 0x0fff;
const DROP_MASK = 0x1000;
const PRIORITY_SHIFT = 13;

/** A tag, without the EtherType 0x8100 or 0x88a8 before it. Throws a WireError for fewer than 4 bytes. */
export function parseVlanTag(bytes: Uint8Array): VlanTag {
	needs(bytes, VLAN_TAG_LENGTH, 'A VLAN tag');
	const control = viewOf(bytes).getUint16(AT.control);
	return {
		priority: control >> PRIORITY_SHIFT,
		isDropEligible: (control & DROP_MASK) !== 0,
		vlan: control & VLAN_MASK,
		etherType: viewOf(bytes).getUint16(AT.etherType)
	};
}

/** The tag’s fields for an inspector. Throws a WireError for fewer than 4 bytes. */
export function fieldsOfVlanTag(bytes: Uint8Array): Field[] {
	const { priority, isDropEligible, vlan, etherType } = parseVlanTag(bytes);
	return [
		field('PCP', [AT.control, 1], String(priority), 'Priority code point: switches send greater ones first.', [0, 2]),
		flag(
			'DEI',
			AT.control,
			3,
			isDropEligible,
			'Drop eligible: may be dropped first when a queue is full.',
			'Not to be dropped before others.'
		),
		field(
			'VID',
			[AT.control, 2],
			String(vlan),
			'Which of the virtual networks on this cable the frame belongs to; 0 means none, with a priority only.',
			[4, 15]
		),
		etherTypeField('Type', [AT.etherType, 2], etherType)
	];
}
