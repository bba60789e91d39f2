/** Keys, packets and handshakes that the tests of WireGuard share. */
import { expect } from 'vitest';
import { WireError } from '../../../src/lib/wire/errors.ts';
import { finish, initiate, respond, type Session } from '../../../src/lib/wire/noise.ts';
import { bytesFrom, keyFrom, keyPairFrom } from '../../../src/lib/wire/seed.ts';

export const PHONE = keyPairFrom('tests', 'phone');
export const SERVER = keyPairFrom('tests', 'server');
export const PHONE_EPHEMERAL = keyPairFrom('tests', 'phone, ephemeral');
export const SERVER_EPHEMERAL = keyPairFrom('tests', 'server, ephemeral');
export const PRESHARED_KEY = keyFrom('tests', 'preshared');
export const PHONE_INDEX = 0x1234_5678;
export const SERVER_INDEX = 0xfedc_ba98;
/** 2023-11-14 22:13:20.123 UTC. */
export const TIMESTAMP_MS = 1_700_000_000_123;

export const firstMessage = (more: { presharedKey?: Uint8Array; cookie?: Uint8Array } = {}) =>
	initiate({
		initiatorStatic: PHONE,
		responderStaticPublic: SERVER.publicKey,
		ephemeral: PHONE_EPHEMERAL,
		senderIndex: PHONE_INDEX,
		timestampMs: TIMESTAMP_MS,
		...more
	});

export const answerTo = (message: Uint8Array, more: { presharedKey?: Uint8Array; cookie?: Uint8Array } = {}) =>
	respond({ message, responderStatic: SERVER, ephemeral: SERVER_EPHEMERAL, senderIndex: SERVER_INDEX, ...more });

/** A whole handshake of ours with ours. */
export function handshake(presharedKey?: Uint8Array): {
	phone: Session;
	server: Session;
	first: Uint8Array;
	second: Uint8Array;
} {
	const more = presharedKey ? { presharedKey } : {};
	const { message: first, state } = firstMessage(more);
	const { message: second, session: server } = answerTo(first, more);
	return { phone: finish(state, second), server, first, second };
}

/** An IP packet as far as WireGuard looks into it: version 4 and its length, the rest arbitrary. */
export function packetOf(length: number): Uint8Array {
	const packet = bytesFrom('tests', 'packet', length);
	packet.set([0x45, 0x00, length >> 8, length & 0xff]);
	return packet;
}

/** The same bytes as a view into the middle of a bigger buffer that is full of 0xff, at an odd offset. */
export function amidst(bytes: Uint8Array): Uint8Array {
	const bigger = new Uint8Array(bytes.length + 14).fill(0xff);
	bigger.set(bytes, 7);
	return bigger.subarray(7, 7 + bytes.length);
}

/** The bytes with one bit the other way; bit 0 is the most significant of byte 0. */
export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
	const copy = bytes.slice();
	copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
	return copy;
}

/** What this throws, which has to be a WireError with a sentence; null when it throws nothing. */
export function refusal(act: () => unknown): WireError | null {
	try {
		act();
		return null;
	} catch (error) {
		expect(error).toBeInstanceOf(WireError);
		expect((error as WireError).message).toMatch(/^[A-Z“].*\.$/s);
		return error as WireError;
	}
}

/** In which bytes a flipped bit is not noticed. */
export function unnoticedBytes(bytes: Uint8Array, act: (changed: Uint8Array) => unknown): number[] {
	const bits = Array.from({ length: bytes.length * 8 }, (_, bit) => bit);
	return [...new Set(bits.filter((bit) => refusal(() => act(flipped(bytes, bit))) === null).map((bit) => bit >> 3))];
}

export const range = (first: number, end: number): number[] => Array.from({ length: end - first }, (_, i) => first + i);
