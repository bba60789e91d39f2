/** Cookies: how a server under load finds out that somebody receives what is sent to the address that it sends from. */
import { describe, expect, test } from 'vitest';
import { toHex } from '../../../src/lib/wire/bytes.ts';
import {
	cookieFor,
	isMac2Right,
	makeCookieReply,
	openCookieReply,
	parseHandshake
} from '../../../src/lib/wire/cookie.ts';
import { WireError } from '../../../src/lib/wire/errors.ts';
import { finish } from '../../../src/lib/wire/noise.ts';
import { bytesFrom, keyFrom } from '../../../src/lib/wire/seed.ts';
import { SecondWireGuard, blake2s } from './second-wireguard.ts';
import {
	amidst,
	answerTo,
	firstMessage,
	flipped,
	PHONE,
	PHONE_EPHEMERAL,
	PHONE_INDEX,
	refusal,
	SERVER,
	unnoticedBytes
} from './wireguard-cases.ts';

const SECRET = keyFrom('tests', 'secret for cookies');
const ADDRESS = Uint8Array.of(192, 0, 2, 1);
const PORT = 51820;
const NONCE = bytesFrom('tests', 'nonce', 24);
const COOKIE = cookieFor(SECRET, ADDRESS, PORT);

const { message: sent } = firstMessage();
const reply = makeCookieReply({ message: sent, ownStaticPublic: SERVER.publicKey, cookie: COOKIE, nonce: NONCE });
const opened = (bytes: Uint8Array) => openCookieReply({ reply: bytes, sent, remoteStaticPublic: SERVER.publicKey });

test('a cookie is a Mac of address and port in network byte order, and another one for each of them and each secret', () => {
	expect(toHex(COOKIE)).toBe(toHex(blake2s(Uint8Array.of(192, 0, 2, 1, 0xca, 0x6c), { key: SECRET, length: 16 })));
	const others = [
		cookieFor(SECRET, ADDRESS, PORT + 1),
		cookieFor(SECRET, Uint8Array.of(192, 0, 2, 2), PORT),
		cookieFor(keyFrom('tests', 'next'), ADDRESS, PORT)
	];
	expect(new Set([COOKIE, ...others].map(toHex)).size).toBe(4);
	expect(refusal(() => cookieFor(SECRET, ADDRESS, 65536))).not.toBeNull();
	expect(refusal(() => cookieFor(ADDRESS, ADDRESS, PORT))).not.toBeNull();
});

describe('a cookie reply', () => {
	test('has 64 bytes and gives whoever sent the handshake message the cookie', () => {
		expect(reply.length).toBe(64);
		expect(opened(reply)).toEqual(COOKIE);
		expect(opened(amidst(reply))).toEqual(COOKIE);
	});

	test('is the same in the second implementation, and each opens the other’s', () => {
		const server = new SecondWireGuard(SERVER.privateKey, PHONE.publicKey);
		const phone = new SecondWireGuard(PHONE.privateKey, SERVER.publicKey);
		expect(toHex(server.cookieReply(sent, COOKIE, NONCE))).toBe(toHex(reply));
		expect(toHex(phone.cookieIn(reply, sent))).toBe(toHex(COOKIE));
	});

	test('with any bit flipped is refused', () => {
		expect(unnoticedBytes(reply, opened)).toEqual([]);
	});

	test('to another message, for another index, or from another server is refused', () => {
		const otherMac1 = flipped(sent, 116 * 8);
		expect(
			refusal(() => openCookieReply({ reply, sent: otherMac1, remoteStaticPublic: SERVER.publicKey }))?.offset
		).toBe(32);
		const { message: response } = answerTo(sent);
		expect(
			refusal(() => openCookieReply({ reply, sent: response, remoteStaticPublic: SERVER.publicKey }))?.offset
		).toBe(4);
		expect(refusal(() => openCookieReply({ reply, sent, remoteStaticPublic: PHONE.publicKey }))?.offset).toBe(32);
		expect(refusal(() => opened(sent))?.message).toBe('This is not a cookie reply; only one is allowed here.');
	});

	test('can be made to a response too: whoever began may be under load', () => {
		const { message } = answerTo(sent);
		const fromPhone = makeCookieReply({ message, ownStaticPublic: PHONE.publicKey, cookie: COOKIE, nonce: NONCE });
		expect(openCookieReply({ reply: fromPhone, sent: message, remoteStaticPublic: PHONE.publicKey })).toEqual(COOKIE);
	});

	test('is not made to a message for somebody else, to one that is no handshake, or with a cookie or nonce of another length', () => {
		const given = { message: sent, ownStaticPublic: SERVER.publicKey, cookie: COOKIE, nonce: NONCE };
		for (const change of [
			{ ownStaticPublic: PHONE.publicKey },
			{ message: reply },
			{ cookie: COOKIE.subarray(1) },
			{ nonce: COOKIE }
		]) {
			expect(refusal(() => makeCookieReply({ ...given, ...change }))).not.toBeNull();
		}
	});
});

describe('mac2', () => {
	test('is zero without a cookie, and right for nobody', () => {
		expect(toHex(sent.subarray(132))).toBe('00'.repeat(16));
		expect(isMac2Right(parseHandshake(sent), COOKIE)).toBe(false);
	});

	test('with a cookie is right for this cookie only, and is what the second implementation makes', () => {
		const { message } = firstMessage({ cookie: opened(reply) });
		expect(isMac2Right(parseHandshake(message), COOKIE)).toBe(true);
		expect(isMac2Right(parseHandshake(message), cookieFor(SECRET, ADDRESS, PORT + 1))).toBe(false);
		const phone = new SecondWireGuard(PHONE.privateKey, SERVER.publicKey);
		expect(toHex(phone.initiation(PHONE_EPHEMERAL.privateKey, PHONE_INDEX, 1_700_000_000n, 123_000_000, COOKIE))).toBe(
			toHex(message)
		);
	});

	test('notices every flipped bit of the whole message, so that a server under load refuses it', () => {
		const { message, state } = firstMessage({ cookie: COOKIE });
		const takenUnderLoad = (changed: Uint8Array) => {
			if (!isMac2Right(parseHandshake(changed), COOKIE)) throw new WireError(132, 'The mac2 is wrong.');
		};
		expect(unnoticedBytes(message, takenUnderLoad)).toEqual([]);
		expect(refusal(() => takenUnderLoad(message))).toBeNull();
		expect(refusal(() => finish(state, answerTo(message, { cookie: COOKIE }).message))).toBeNull();
	});
});
