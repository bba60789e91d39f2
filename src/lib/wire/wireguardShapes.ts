/** The four messages of WireGuard as values, and where their fields lie. WireGuard paper §5.4. */
import { type Span } from './values';

/** Bytes of an authentication tag of ChaCha20-Poly1305 (RFC 8439 §2.8), which ends everything encrypted. */
export const TAG_BYTES = 16;

/** WireGuard paper §5.4.2. */
export interface HandshakeInitiation {
	readonly type: 'handshakeInitiation';
	/** Index that the sender has chosen for itself, 32 bits. */
	readonly sender: number;
	/** Public key, 32 bytes. */
	readonly ephemeral: Uint8Array;
	/** Public key, encrypted, with its tag: 48 bytes. */
	readonly static: Uint8Array;
	/** TAI64N, encrypted, with its tag: 28 bytes. */
	readonly timestamp: Uint8Array;
	/** 16 bytes each. */
	readonly mac1: Uint8Array;
	readonly mac2: Uint8Array;
}

/** WireGuard paper §5.4.3. */
export interface HandshakeResponse {
	readonly type: 'handshakeResponse';
	/** Indices of 32 bits: the responder’s own, and the initiator’s. */
	readonly sender: number;
	readonly receiver: number;
	/** Public key, 32 bytes. */
	readonly ephemeral: Uint8Array;
	/** The tag of an encrypted nothing, 16 bytes. */
	readonly empty: Uint8Array;
	/** 16 bytes each. */
	readonly mac1: Uint8Array;
	readonly mac2: Uint8Array;
}

/** WireGuard paper §5.4.7. */
export interface CookieReply {
	readonly type: 'cookieReply';
	/** Index of whoever is to repeat its handshake message, 32 bits. */
	readonly receiver: number;
	/** 24 bytes. */
	readonly nonce: Uint8Array;
	/** Encrypted, with its tag: 32 bytes. */
	readonly cookie: Uint8Array;
}

/** WireGuard paper §5.4.6. */
export interface TransportData {
	readonly type: 'transportData';
	/** Index of whoever receives it, 32 bits. */
	readonly receiver: number;
	/** A bigint, because it has 64 bits and every one of them counts. */
	readonly counter: bigint;
	/** Encrypted, with its tag: at least 16 bytes, and those for a keepalive. */
	readonly encryptedPacket: Uint8Array;
}

/** A message of WireGuard, of one of the four kinds. */
export type WireGuardMessage = HandshakeInitiation | HandshakeResponse | CookieReply | TransportData;
export type WireGuardType = WireGuardMessage['type'];

/** Where everything is: offset and length in bytes; an encrypted packet has the length of its tag or more. */
export const AT = {
	type: [0, 1],
	reserved: [1, 3],
	handshakeInitiation: {
		sender: [4, 4],
		ephemeral: [8, 32],
		static: [40, 48],
		timestamp: [88, 28],
		mac1: [116, 16],
		mac2: [132, 16]
	},
	handshakeResponse: {
		sender: [4, 4],
		receiver: [8, 4],
		ephemeral: [12, 32],
		empty: [44, 16],
		mac1: [60, 16],
		mac2: [76, 16]
	},
	cookieReply: { receiver: [4, 4], nonce: [8, 24], cookie: [32, 32] },
	transportData: { receiver: [4, 4], counter: [8, 8], encryptedPacket: [16, TAG_BYTES] }
} as const satisfies Record<string, Span | Record<string, Span>>;

interface Kind {
	/** The type byte. */
	readonly code: number;
	/** Of the whole message in bytes; for transport data the least. */
	readonly length: number;
	readonly name: string;
}

export const KINDS: Readonly<Record<WireGuardType, Kind>> = {
	handshakeInitiation: { code: 1, length: 148, name: 'handshake initiation' },
	handshakeResponse: { code: 2, length: 92, name: 'handshake response' },
	cookieReply: { code: 3, length: 64, name: 'cookie reply' },
	transportData: { code: 4, length: 32, name: 'transport data message' }
};
