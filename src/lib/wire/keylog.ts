/** The keys of handshakes as the text that Wireshark decrypts with, written and read. https://wiki.wireshark.org/WireGuard (“Key Log Format”) */
import { exactly, KEY_BYTES } from './primitives';

/** The keys of one handshake as one of its two sides has them, 32 bytes each. */
export interface KeyLogEntry {
	readonly localStaticPrivateKey: Uint8Array;
	readonly remoteStaticPublicKey: Uint8Array;
	readonly localEphemeralPrivateKey: Uint8Array;
	readonly presharedKey?: Uint8Array | undefined;
}

/** RFC 4648 §4. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BITS_OF_DIGIT = 6;
const BYTES_OF_GROUP = 3;
const DIGITS_OF_GROUP = 4;

/**
 * These bytes in base64 with padding. RFC 4648 §4.
 * @internal for its tests
 */
export function toBase64(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += BYTES_OF_GROUP) {
		const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + BYTES_OF_GROUP);
		const group = (first << 16) | (second << 8) | third;
		const digits = Array.from(
			{ length: DIGITS_OF_GROUP },
			(_, i) => ALPHABET[(group >> (BITS_OF_DIGIT * (DIGITS_OF_GROUP - 1 - i))) % ALPHABET.length]
		);
		text += digits.slice(0, Math.min(BYTES_OF_GROUP, bytes.length - at) + 1).join('');
	}
	return text.padEnd(Math.ceil(text.length / DIGITS_OF_GROUP) * DIGITS_OF_GROUP, '=');
}

/**
 * Writes a key log: for each handshake three lines, and a fourth for a preshared key. It goes into a file for
 * Wireshark’s preference wg.keylog_file, or into a decryption secrets block (“WGKL”) before the packets of a pcapng
 * file.
 * @param entries the keys of each handshake
 * @returns its text
 * @throws {@link WireError} when a key has not 32 bytes
 */
export const keyLog = (entries: readonly KeyLogEntry[]): string =>
	entries
		.flatMap(linesOf)
		.map((line) => `${line}\n`)
		.join('');

function linesOf({
	localStaticPrivateKey,
	remoteStaticPublicKey,
	localEphemeralPrivateKey,
	presharedKey
}: KeyLogEntry): string[] {
	const lines = [
		line('LOCAL_STATIC_PRIVATE_KEY', localStaticPrivateKey),
		line('REMOTE_STATIC_PUBLIC_KEY', remoteStaticPublicKey),
		line('LOCAL_EPHEMERAL_PRIVATE_KEY', localEphemeralPrivateKey)
	];
	// Wireshark gives a preshared key to the handshake of the ephemeral key in the line before it, and to no other.
	return presharedKey ? [...lines, line('PRESHARED_KEY', presharedKey)] : lines;
}

const line = (name: string, key: Uint8Array) => `${name} = ${toBase64(exactly(key, KEY_BYTES, name))}`;

/** The keys of a key log, for whoever tries which of them fit. */
export interface LoggedKeys {
	readonly staticPrivateKeys: readonly Uint8Array[];
	readonly remoteStaticPublicKeys: readonly Uint8Array[];
	readonly ephemerals: readonly { readonly privateKey: Uint8Array; readonly presharedKey: Uint8Array | undefined }[];
}

const LINE =
	/^\s*(LOCAL_STATIC_PRIVATE_KEY|REMOTE_STATIC_PUBLIC_KEY|LOCAL_EPHEMERAL_PRIVATE_KEY|PRESHARED_KEY)\s*=\s*([A-Za-z0-9+/]{43}=)\s*$/;

/**
 * Reads a key log. Lines that are none are left out, as Wireshark does.
 * @param text the log
 * @returns the keys by kind, each once
 */
export function parseKeyLog(text: string): LoggedKeys {
	const statics = new Map<string, Uint8Array>();
	const remotes = new Map<string, Uint8Array>();
	const ephemerals = new Map<string, { privateKey: Uint8Array; presharedKey: Uint8Array | undefined }>();
	let last: { privateKey: Uint8Array; presharedKey: Uint8Array | undefined } | null = null;
	for (const [, name, key] of text.split(/\r?\n/).flatMap((each) => [LINE.exec(each) ?? []])) {
		if (name === undefined || key === undefined) continue;
		const bytes = fromBase64(key);
		if (name === 'LOCAL_STATIC_PRIVATE_KEY') statics.set(key, bytes);
		else if (name === 'REMOTE_STATIC_PUBLIC_KEY') remotes.set(key, bytes);
		else if (name === 'LOCAL_EPHEMERAL_PRIVATE_KEY')
			ephemerals.set(key, (last = { privateKey: bytes, presharedKey: undefined }));
		else if (last) last.presharedKey = bytes;
	}
	return {
		staticPrivateKeys: [...statics.values()],
		remoteStaticPublicKeys: [...remotes.values()],
		ephemerals: [...ephemerals.values()]
	};
}

/** The 32 bytes of 43 digits of base64 and a “=”. RFC 4648 §4. */
function fromBase64(text: string): Uint8Array {
	const bits = [...text.replace(/=+$/, '')]
		.map((digit) => ALPHABET.indexOf(digit).toString(2).padStart(BITS_OF_DIGIT, '0'))
		.join('');
	return Uint8Array.from({ length: KEY_BYTES }, (_, i) => parseInt(bits.slice(8 * i, 8 * i + 8), 2));
}
