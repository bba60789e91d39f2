/** One field of a packet as an inspector shows it. */
export interface Field {
	/** In the words of its RFC. */
	readonly name: string;
	/** In bytes, from the beginning of the layer that it belongs to. */
	readonly offset: number;
	/** In bytes; a field of a few bits takes the bytes that it touches. */
	readonly length: number;
	/** For a field that is smaller than its bytes: first and last bit in them, 0 is the most significant. */
	readonly bits?: readonly [first: number, last: number];
	/** The value for people, such as “64”, “0x8a31, good”, “SYN, ACK”. */
	readonly value: string;
	/** One sentence that explains the field and this value to somebody who sees it for the first time. */
	readonly means: string;
}

// The fields of a protocol read as a table, one `field` a row: tables of two protocols look alike and share nothing.

/** One layer of a packet: a header with its fields, over what it carries. */
export interface Layer {
	/** Its full name, such as “Internet Protocol, version 4”. */
	readonly name: string;
	/** Where it is specified, such as “RFC 791 §3.1”. */
	readonly source: string;
	/** Header bytes in the packet: offset from the packet’s beginning and length, both in bytes. */
	readonly offset: number;
	readonly length: number;
	readonly fields: readonly Field[];
}
