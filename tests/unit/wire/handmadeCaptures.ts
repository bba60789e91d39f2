/**
 * Capture files put together number by number, from the drafts and without the code under test: in both byte orders, and
 * with blocks that the project reads and never writes. Sources: draft-ietf-opsawg-pcapng, draft-ietf-opsawg-pcap.
 */

/** Numbers in one byte order. */
export function numbers(littleEndian: boolean) {
	const ordered = (length: number, value: number | bigint) => {
		const bytes = Array.from({ length }, (_, i) =>
			Number((BigInt.asUintN(64, BigInt(value)) >> BigInt(8 * i)) & 0xffn)
		);
		return littleEndian ? bytes : bytes.reverse();
	};
	return {
		u16: (value: number) => ordered(2, value),
		u32: (value: number) => ordered(4, value),
		i64: (value: bigint) => ordered(8, value)
	};
}

export const text = (value: string): number[] => [...new TextEncoder().encode(value)];

export const file = (...parts: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(parts.flat());

const aligned = (bytes: readonly number[]): number[] => [...bytes, ...new Array<number>(-bytes.length & 3).fill(0)];

/** Blocks of pcapng in one byte order. */
export function pcapngIn(littleEndian: boolean) {
	const { u16, u32, i64 } = numbers(littleEndian);
	/** `lengthAtEnd` and `lengthAtBeginning` are for blocks that lie. */
	const block = (
		type: number,
		body: readonly number[],
		lie: { lengthAtBeginning?: number; lengthAtEnd?: number } = {}
	) => {
		const length = 12 + body.length;
		return [...u32(type), ...u32(lie.lengthAtBeginning ?? length), ...body, ...u32(lie.lengthAtEnd ?? length)];
	};
	const option = (type: number, value: readonly number[]) => [...u16(type), ...u16(value.length), ...aligned(value)];
	const time = (units: bigint) => [...u32(Number(units >> 32n)), ...u32(Number(units & 0xffff_ffffn))];
	const data = (bytes: readonly number[], originalLength: number) => [
		...u32(bytes.length),
		...u32(originalLength),
		...aligned(bytes)
	];
	return {
		u16,
		u32,
		i64,
		block,
		option,
		section: (options: readonly number[] = [], version: readonly [number, number] = [1, 0]) =>
			block(0x0a0d0d0a, [...u32(0x1a2b3c4d), ...u16(version[0]), ...u16(version[1]), ...i64(-1n), ...options]),
		interface: (linkType: number, options: readonly number[] = [], snapLength = 0) =>
			block(1, [...u16(linkType), ...u16(0), ...u32(snapLength), ...options]),
		packet: (
			id: number,
			units: bigint,
			bytes: readonly number[],
			options: readonly number[] = [],
			originalLength = bytes.length
		) => block(6, [...u32(id), ...time(units), ...data(bytes, originalLength), ...options]),
		obsoletePacket: (id: number, units: bigint, bytes: readonly number[], options: readonly number[] = []) =>
			block(2, [...u16(id), ...u16(0xffff), ...time(units), ...data(bytes, bytes.length), ...options]),
		simplePacket: (bytes: readonly number[], originalLength = bytes.length) =>
			block(3, [...u32(originalLength), ...aligned(bytes)]),
		secrets: (type: number, bytes: readonly number[]) =>
			block(10, [...u32(type), ...u32(bytes.length), ...aligned(bytes)])
	};
}

/** Header and records of pcap in one byte order. */
export function pcapIn(littleEndian: boolean) {
	const { u16, u32 } = numbers(littleEndian);
	return {
		header: (magic: number, linkType: number, version: readonly [number, number] = [2, 4]) => [
			...u32(magic),
			...u16(version[0]),
			...u16(version[1]),
			...u32(0),
			...u32(0),
			...u32(65535),
			...u32(linkType)
		],
		record: (
			seconds: number,
			fraction: number,
			bytes: readonly number[],
			originalLength = bytes.length,
			capturedLength = bytes.length
		) => [...u32(seconds), ...u32(fraction), ...u32(capturedLength), ...u32(originalLength), ...bytes]
	};
}
