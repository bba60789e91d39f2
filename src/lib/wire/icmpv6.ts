/** ICMP for IPv6, read and never written. RFC 4443, and for neighbours RFC 4861. */
import { needs, viewOf } from './bytes';
import { transportChecksum, type Addresses } from './checksum';
import { type Field } from './fields';
import { ICMP_AT as AT, icmpFields, type EchoNumbers } from './icmpFields';
import { ipv6Text } from './ipv6';
import { PROTOCOL } from './ipv4';
import { checksumValue, field } from './values';

export interface Icmpv6Message {
	readonly type: number;
	readonly code: number;
	readonly checksum: number;
	/** Of an echo; null for all others. */
	readonly echo: EchoNumbers | null;
	/** Whose neighbour is asked for or tells of itself; null for all others. */
	readonly target: string | null;
}

const NAMES: Readonly<Record<number, string>> = {
	...{
		1: 'Destination unreachable',
		2: 'Packet too big',
		3: 'Time exceeded',
		4: 'Parameter problem',
		128: 'Echo request',
		129: 'Echo reply',
		130: 'Multicast listener query'
	},
	...{
		131: 'Multicast listener report',
		132: 'Multicast listener done',
		133: 'Router solicitation',
		134: 'Router advertisement',
		135: 'Neighbor solicitation'
	},
	...{ 136: 'Neighbor advertisement', 137: 'Redirect', 143: 'Multicast listener report, version 2' }
};
const ECHOES: readonly number[] = [128, 129];
const NEIGHBOURS: readonly number[] = [135, 136];

/** Where a message about a neighbour names it, in bytes. */
const TARGET = AT.body;
const ADDRESS_LENGTH = 16;

/** How many bytes the fields take: 8, and 24 with a target. */
export const icmpv6HeaderLength = ({ target }: Icmpv6Message): number =>
	target === null ? AT.body : TARGET + ADDRESS_LENGTH;

/** A message. Throws a WireError for fewer than 8 bytes, and for fewer than 24 where there is a target. */
export function parseIcmpv6(bytes: Uint8Array): Icmpv6Message {
	needs(bytes, AT.body, 'An ICMPv6 message');
	const view = viewOf(bytes);
	const type = view.getUint8(AT.type);
	const hasTarget = NEIGHBOURS.includes(type);
	if (hasTarget) needs(bytes, TARGET + ADDRESS_LENGTH, 'A message about a neighbour');
	return {
		type,
		code: view.getUint8(AT.code),
		checksum: view.getUint16(AT.checksum),
		echo: ECHOES.includes(type)
			? { identifier: view.getUint16(AT.identifier), sequenceNumber: view.getUint16(AT.sequenceNumber) }
			: null,
		target: hasTarget ? ipv6Text(bytes.subarray(TARGET)) : null
	};
}

/** “Echo request, id 7, sequence 1”, “Neighbor solicitation for fe80::1”. */
export function summaryOfIcmpv6({ type, code, echo, target }: Icmpv6Message): string {
	const name = NAMES[type] ?? `Type ${type}, code ${code}`;
	if (echo) return `${name}, id ${echo.identifier}, sequence ${echo.sequenceNumber}`;
	return target === null ? name : `${name} for ${target}`;
}

/** The message’s fields for an inspector; its checksum is checked where all of it is there and both addresses are given. Throws as `parseIcmpv6` does. */
export function fieldsOfIcmpv6(bytes: Uint8Array, addresses?: Addresses): Field[] {
	const { type, checksum, echo, target } = parseIcmpv6(bytes);
	const isRight = addresses ? transportChecksum(addresses, PROTOCOL.icmpv6, bytes) === 0 : null;
	const words = {
		name: NAMES[type],
		means: 'What the message is about; errors are below 128.',
		checksum: checksumValue(checksum, isRight),
		covers: 'Over the whole message and the addresses of the IP header.'
	};
	return [
		...icmpFields(bytes, words, echo),
		...(target === null
			? []
			: [field('Target Address', [TARGET, ADDRESS_LENGTH], target, 'Whose address on the link is asked for or told.')])
	];
}
