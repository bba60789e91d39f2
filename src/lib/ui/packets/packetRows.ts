import type { ByteBlock, PacketRow, PacketRows, Span } from '../../figures/packets/rows';
import { LINKTYPE } from '../../wire/capture';
import type { Dissection, LinkType } from '../../wire/dissect';
import type { Layer } from '../../wire/fields';

const LINKS: Readonly<Record<(typeof LINKTYPE)[keyof typeof LINKTYPE], LinkType>> = {
	[LINKTYPE.ETHERNET]: 'ethernet',
	[LINKTYPE.LOOP]: 'loop',
	[LINKTYPE.NULL]: 'null',
	[LINKTYPE.IPV4]: 'ipv4',
	[LINKTYPE.IPV6]: 'ipv4',
	[LINKTYPE.LINUX_SLL]: 'sll',
	[LINKTYPE.LINUX_SLL2]: 'sll2',
	[LINKTYPE.RAW]: 'ipv4'
};

/** How to take packets of this link type apart, or null when nobody here knows it. */
export const linkOf = (linkType: number): LinkType | null =>
	(LINKS as Readonly<Partial<Record<number, LinkType>>>)[linkType] ?? null;

/** Seconds with six digits, from microseconds. */
export const secondsOf = (timeUs: number): string => (timeUs / 1_000_000).toFixed(6);

/** What a list calls the protocol of a packet. */
export const protocolWord = (protocol: Dissection['protocol']): string =>
	(({ wireguard: 'WireGuard', icmpv6: 'ICMPv6', other: 'other' }) as Readonly<Partial<Record<string, string>>>)[
		protocol
	] ?? protocol.toUpperCase();

/** Lines that are worked out when they are first looked at. */
export function rowsOf<T>(items: readonly T[], work: (item: T, row: number) => PacketRow): PacketRows {
	const known = new Map<number, PacketRow>();
	const at = (row: number): PacketRow => {
		const item = items[row];
		if (item === undefined) throw new Error(`There is no packet on line ${row}.`);
		const found = known.get(row) ?? work(item, row);
		known.set(row, found);
		return found;
	};
	return { length: items.length, at };
}

/** A list without a packet. */
export const NO_ROWS: PacketRows = rowsOf<never>([], (none) => none);

/** A block of these bytes. */
export function blockOf(
	title: string,
	note: string,
	bytes: Uint8Array,
	{ layers, problem }: Pick<Dissection, 'layers' | 'problem'>
): ByteBlock {
	return { title, note, bytes, layers, problem: problem?.sentence ?? null, sealed: sealedIn(layers) };
}

/** Where an encrypted packet lies: ChaCha20 is a stream cipher, so each byte stands where it stood before (RFC 8439 §2.4). */
function sealedIn(layers: readonly Layer[]): Span | null {
	for (const { offset, fields } of layers) {
		const field = fields.find(({ name }) => name === 'encryptedPacket');
		if (field) return { offset: offset + field.offset, length: field.length };
	}
	return null;
}

const ENVELOPES = ['In the envelope', 'In the inner envelope'] as const;
/** What the block is called that was under so many seals before this one. */
export const envelopeTitle = (seals: number): string => ENVELOPES[seals] ?? ENVELOPES[1];
