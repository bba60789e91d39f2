/** Reads pcap, the format before pcapng, in both byte orders, with microseconds or nanoseconds. Source: draft-ietf-opsawg-pcap. */
import { type BlockReader } from './blockReader';
import { viewOf } from './bytes';
import { type CapturedItem, MAX_PACKET_LENGTH, MAX_UINT16 } from './capture';
import { WireError } from './errors';

/** The magic numbers; §4. */
const MICROSECONDS = 0xa1b2_c3d4;
const NANOSECONDS = 0xa1b2_3c4d;
/** §4; the minor version makes no difference. */
const MAJOR_VERSION = 2;

/** What its last field holds: the link type, a length of check sequences that is not needed here, and bits that have to be zero; §4. */
const LINK_TYPE_MASK = MAX_UINT16;
const RESERVED_MASK = 0x0bff_0000;

/** Offsets in the file header; §4. */
const AT_HEADER = { magicNumber: 0, majorVersion: 4, minorVersion: 6, snapLength: 16, linkTypeAndMore: 20 } as const;
const HEADER_LENGTH = 24;
/** Offsets in a packet record; §5. */
const AT_RECORD = { seconds: 0, fraction: 4, capturedLength: 8, originalLength: 12, data: 16 } as const;

const US_PER_SECOND = 1_000_000;
const NS_PER_US = 1_000;

interface Form {
	readonly littleEndian: boolean;
	readonly hasNanoseconds: boolean;
}

/** What the magic number at the beginning says; null if there is none, or fewer than 4 bytes. */
export function formOfPcap(bytes: Uint8Array): Form | null {
	if (bytes.length < Uint32Array.BYTES_PER_ELEMENT) return null;
	for (const littleEndian of [true, false]) {
		const magic = viewOf(bytes).getUint32(AT_HEADER.magicNumber, littleEndian);
		if (magic === MICROSECONDS || magic === NANOSECONDS) return { littleEndian, hasNanoseconds: magic === NANOSECONDS };
	}
	return null;
}

export class PcapReader implements BlockReader {
	#hasHeader = false;
	#packets = 0;

	constructor(readonly form: Form) {}

	get unit(): 'header' | 'record' {
		return this.#hasHeader ? 'record' : 'header';
	}

	take(bytes: Uint8Array, offset: number, _atEnd: boolean, items: CapturedItem[]): number {
		return this.#hasHeader ? this.#takeRecord(bytes, offset, items) : this.#takeHeader(bytes, offset, items);
	}

	/** A pcap file has one section and one interface, and names neither. */
	#takeHeader(bytes: Uint8Array, offset: number, items: CapturedItem[]): number {
		if (bytes.length < HEADER_LENGTH) return 0;
		const view = viewOf(bytes);
		const { littleEndian } = this.form;
		const major = view.getUint16(AT_HEADER.majorVersion, littleEndian);
		if (major !== MAJOR_VERSION) {
			const minor = view.getUint16(AT_HEADER.minorVersion, littleEndian);
			throw new WireError(
				offset + AT_HEADER.majorVersion,
				`This file has version ${major}.${minor} of pcap; 2.4 can be read here.`
			);
		}
		const linkTypeAndMore = view.getUint32(AT_HEADER.linkTypeAndMore, littleEndian);
		if ((linkTypeAndMore & RESERVED_MASK) !== 0) {
			const found = linkTypeAndMore.toString(16).padStart(8, '0');
			throw new WireError(
				offset + AT_HEADER.linkTypeAndMore,
				`The link type of this file is 0x${found}; bits 16 to 25 and 27 have to be zero.`
			);
		}
		const linkType = linkTypeAndMore & LINK_TYPE_MASK;
		const snapLength = view.getUint32(AT_HEADER.snapLength, littleEndian);
		this.#hasHeader = true;
		items.push({ kind: 'section', format: 'pcap', littleEndian, application: '', comment: '', offset });
		items.push({ kind: 'interface', index: 0, name: '', description: '', linkType, snapLength, offset });
		return HEADER_LENGTH;
	}

	#takeRecord(bytes: Uint8Array, offset: number, items: CapturedItem[]): number {
		if (bytes.length < AT_RECORD.data) return 0;
		const view = viewOf(bytes);
		const { littleEndian, hasNanoseconds } = this.form;
		const captured = view.getUint32(AT_RECORD.capturedLength, littleEndian);
		if (captured > MAX_PACKET_LENGTH) {
			throw new WireError(
				offset + AT_RECORD.capturedLength,
				`A packet has ${captured} bytes; at most ${MAX_PACKET_LENGTH} are read here.`
			);
		}
		const length = AT_RECORD.data + captured;
		if (bytes.length < length) return 0;
		const fraction = view.getUint32(AT_RECORD.fraction, littleEndian);
		items.push({
			kind: 'packet',
			index: this.#packets++,
			interface: 0,
			timeUs:
				view.getUint32(AT_RECORD.seconds, littleEndian) * US_PER_SECOND +
				(hasNanoseconds ? Math.floor(fraction / NS_PER_US) : fraction),
			bytes: bytes.slice(AT_RECORD.data, length),
			originalLength: Math.max(captured, view.getUint32(AT_RECORD.originalLength, littleEndian)),
			offset
		});
		return length;
	}
}
