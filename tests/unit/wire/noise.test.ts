/** The handshake: with itself, with a second implementation, and with every bit of it flipped. */
import { describe, expect, test, vi } from 'vitest';
import { toHex } from '../../../src/lib/wire/bytes.ts';
import { checkMac1, parseHandshake, withMacs } from '../../../src/lib/wire/cookie.ts';
import { finish, initiate, respond } from '../../../src/lib/wire/noise.ts';
import { hash } from '../../../src/lib/wire/primitives.ts';
import { keyFrom, keyPairFrom } from '../../../src/lib/wire/seed.ts';
import { emitTai64n, parseTai64n } from '../../../src/lib/wire/tai64n.ts';
import { open, seal } from '../../../src/lib/wire/transport.ts';
import { emitWireGuard, parseWireGuard } from '../../../src/lib/wire/wireguard.ts';
import { SecondWireGuard } from './second-wireguard.ts';
import {
	amidst,
	answerTo,
	firstMessage,
	handshake,
	packetOf,
	PHONE,
	PHONE_EPHEMERAL,
	PHONE_INDEX,
	PRESHARED_KEY,
	range,
	refusal,
	SERVER,
	SERVER_EPHEMERAL,
	SERVER_INDEX,
	TIMESTAMP_MS,
	unnoticedBytes
} from './wireguard-cases.ts';

// Some of these compute thousands of shared secrets.
vi.setConfig({ testTimeout: 60_000 });

const EACH_KEY = [
	['without a preshared key', undefined],
	['with a preshared key', PRESHARED_KEY]
] as const;

describe.each(EACH_KEY)('a handshake %s', (_, presharedKey) => {
	const more = presharedKey ? { presharedKey } : {};

	test('gives both sides the same two keys, crossed, and each other’s index', () => {
		const { phone, server, first, second } = handshake(presharedKey);
		expect([first.length, second.length]).toEqual([148, 92]);
		expect(phone.sendingKey).toEqual(server.receivingKey);
		expect(phone.receivingKey).toEqual(server.sendingKey);
		expect(phone.sendingKey).not.toEqual(phone.receivingKey);
		expect(phone).toMatchObject({ localIndex: PHONE_INDEX, remoteIndex: SERVER_INDEX });
		expect(server).toMatchObject({ localIndex: SERVER_INDEX, remoteIndex: PHONE_INDEX });
	});

	test('tells the responder who asks, and when', () => {
		const { initiatorStaticPublic, timestampMs } = answerTo(firstMessage(more).message, more);
		expect(initiatorStaticPublic).toEqual(PHONE.publicKey);
		expect(timestampMs).toBe(TIMESTAMP_MS);
	});

	test('that we begin is the same in the second implementation, byte for byte, and it understands our packets', () => {
		const phone = new SecondWireGuard(PHONE.privateKey, SERVER.publicKey, presharedKey);
		const expected = phone.initiation(
			PHONE_EPHEMERAL.privateKey,
			PHONE_INDEX,
			BigInt(Math.floor(TIMESTAMP_MS / 1000)),
			123_000_000
		);
		const { message, state } = firstMessage(more);
		expect(toHex(message)).toBe(toHex(expected));

		const server = new SecondWireGuard(SERVER.privateKey, PHONE.publicKey, presharedKey);
		const session = finish(state, server.response(message, SERVER_EPHEMERAL.privateKey, SERVER_INDEX));
		for (const [counter, length] of [28, 48, 1420].entries()) {
			const packet = packetOf(length);
			expect(server.open(seal(session, BigInt(counter), packet)).subarray(0, length)).toEqual(Buffer.from(packet));
			expect(open(session, server.seal(packet))).toEqual({ counter: BigInt(counter), packet });
		}
	});

	test('that the second implementation begins is answered by us, byte for byte as it would, and we understand its packets', () => {
		const phone = new SecondWireGuard(PHONE.privateKey, SERVER.publicKey, presharedKey);
		const first = phone.initiation(PHONE_EPHEMERAL.privateKey, PHONE_INDEX, 1_700_000_000n, 123_456_789);
		const { message, session, timestampMs } = answerTo(first, more);
		expect(timestampMs - 1_700_000_000_123).toBeCloseTo(0.456789, 3);
		const itself = new SecondWireGuard(SERVER.privateKey, PHONE.publicKey, presharedKey);
		expect(toHex(message)).toBe(toHex(itself.response(first, SERVER_EPHEMERAL.privateKey, SERVER_INDEX)));

		phone.finish(message);
		for (const [counter, length] of [28, 48, 1420].entries()) {
			const packet = packetOf(length);
			expect(open(session, phone.seal(packet))).toEqual({ counter: BigInt(counter), packet });
			expect(phone.open(seal(session, BigInt(counter), packet)).subarray(0, length)).toEqual(Buffer.from(packet));
		}
	});

	test('is refused in any of its messages when a bit before mac2 is flipped', () => {
		const { message: first, state } = firstMessage(more);
		const { message: second } = answerTo(first, more);
		expect(unnoticedBytes(first, (changed) => answerTo(changed, more))).toEqual(range(132, 148));
		expect(unnoticedBytes(second, (changed) => finish(state, changed))).toEqual(range(76, 92));
	});
});

// Whoever knows the public keys can make a new mac1. What holds then is the encryption, which covers all keys and the
// time. It does not cover the index of the sender: changed on the way, it only makes the session useless, because what is
// sent to that index reaches nobody. The receiver’s index is compared with the own one. mac2 is asked only under load.
describe('with a mac1 that somebody else has made new', () => {
	const { message: first, state } = firstMessage();
	const { message: second } = answerTo(first);
	const remade = (bytes: Uint8Array, receiver: Uint8Array) => emitWireGuard(withMacs(parseHandshake(bytes), receiver));

	test('an initiation with a flipped bit is refused, but for the index of its sender and its macs', () => {
		expect(unnoticedBytes(first, (changed) => answerTo(remade(changed, SERVER.publicKey)))).toEqual([
			...range(4, 8),
			...range(116, 148)
		]);
	});

	test('a response with a flipped bit is refused, but for the index of its sender and its macs', () => {
		expect(unnoticedBytes(second, (changed) => finish(state, remade(changed, PHONE.publicKey)))).toEqual([
			...range(4, 8),
			...range(60, 92)
		]);
	});
});

describe('refused with a sentence and its offset is', () => {
	const { message: first, state } = firstMessage();
	const { message: second } = answerTo(first);
	const stranger = keyPairFrom('tests', 'stranger');

	test('an initiation for another server: its mac1', () => {
		expect(
			refusal(() => respond({ message: first, responderStatic: stranger, ephemeral: SERVER_EPHEMERAL, senderIndex: 1 }))
		).toMatchObject({
			offset: 116,
			message: expect.stringContaining('mac1 is wrong') as string
		});
	});

	test('a response for another phone: its mac1', () => {
		expect(refusal(() => finish({ ...state, initiatorStatic: stranger }, second))?.offset).toBe(60);
	});

	test('a response to another handshake: its index, or the tag', () => {
		expect(refusal(() => finish({ ...state, senderIndex: 7 }, second))).toMatchObject({
			offset: 8,
			message: `The response is for index ${PHONE_INDEX}; only 7 is allowed.`
		});
		expect(refusal(() => finish({ ...state, ephemeral: stranger }, second))).toMatchObject({
			offset: 44,
			message: expect.stringContaining('tag of the empty is wrong') as string
		});
	});

	test('a handshake in which only one side has the preshared key, or each another one: the tag', () => {
		const other = keyFrom('tests', 'another');
		for (const [ours, theirs] of [
			[PRESHARED_KEY, undefined],
			[undefined, PRESHARED_KEY],
			[PRESHARED_KEY, other]
		] as const) {
			const { message, state } = firstMessage(ours ? { presharedKey: ours } : {});
			expect(
				refusal(() => finish(state, answerTo(message, theirs ? { presharedKey: theirs } : {}).message))?.offset
			).toBe(44);
		}
	});

	test('another message, and every length but the right one', () => {
		expect(refusal(() => answerTo(second))?.message).toBe(
			'This is not a handshake initiation; only one is allowed here.'
		);
		expect(refusal(() => finish(state, first))?.message).toBe(
			'This is not a handshake response; only one is allowed here.'
		);
		for (const length of range(0, 148)) expect(refusal(() => answerTo(first.subarray(0, length)))).not.toBeNull();
		for (const length of range(0, 92)) expect(refusal(() => finish(state, second.subarray(0, length)))).not.toBeNull();
		expect(refusal(() => answerTo(Uint8Array.of(...first, 0)))).not.toBeNull();
		expect(refusal(() => finish(state, Uint8Array.of(...second, 0)))).not.toBeNull();
	});

	test('an ephemeral key that would make the secret zero', () => {
		const zero = emitWireGuard(withMacs({ ...parseHandshake(first), ephemeral: new Uint8Array(32) }, SERVER.publicKey));
		expect(refusal(() => answerTo(zero))?.offset).toBe(8);
		const zeroToo = emitWireGuard(
			withMacs({ ...parseHandshake(second), ephemeral: new Uint8Array(32) }, PHONE.publicKey)
		);
		expect(refusal(() => finish(state, zeroToo))?.offset).toBe(12);
	});

	test('a key, an index, a cookie or a time that is none', () => {
		const given = {
			initiatorStatic: PHONE,
			responderStaticPublic: SERVER.publicKey,
			ephemeral: PHONE_EPHEMERAL,
			senderIndex: 1,
			timestampMs: 0
		};
		for (const change of [
			{ responderStaticPublic: new Uint8Array(31) },
			{ responderStaticPublic: new Uint8Array(32) },
			{ ephemeral: { privateKey: new Uint8Array(5), publicKey: PHONE.publicKey } },
			{ ephemeral: { privateKey: PHONE.privateKey, publicKey: new Uint8Array(5) } },
			{ presharedKey: new Uint8Array(31) },
			{ senderIndex: -1 },
			{ cookie: new Uint8Array(32) },
			{ timestampMs: -1 },
			{ timestampMs: 0.5 },
			{ timestampMs: NaN }
		]) {
			expect(refusal(() => initiate({ ...given, ...change }))).not.toBeNull();
		}
		expect(refusal(() => initiate(given))).toBeNull();
	});
});

test('messages are understood in the middle of a bigger buffer full of 0xff', () => {
	const { message, state } = firstMessage();
	const answer = answerTo(amidst(message));
	expect(answer).toEqual(answerTo(message));
	expect(finish(state, amidst(answer.message))).toEqual(finish(state, answer.message));
});

test('the same keys, index and time give the same messages; another of them another message', () => {
	expect(firstMessage()).toEqual(firstMessage());
	expect(answerTo(firstMessage().message)).toEqual(answerTo(firstMessage().message));
	expect(firstMessage({ presharedKey: PRESHARED_KEY }).message).toEqual(firstMessage().message);
	const { message } = answerTo(firstMessage().message);
	expect(
		answerTo(firstMessage({ presharedKey: PRESHARED_KEY }).message, { presharedKey: PRESHARED_KEY }).message
	).not.toEqual(message);
});

test('nothing secret and nothing of the identity of the phone can be read in the first message', () => {
	const hex = toHex(firstMessage().message);
	for (const hidden of [PHONE.publicKey, PHONE.privateKey, PHONE_EPHEMERAL.privateKey, SERVER.publicKey])
		expect(hex).not.toContain(toHex(hidden));
	expect(hex).toContain(toHex(PHONE_EPHEMERAL.publicKey));
});

test('the chain begins with the two hashes that every WireGuard begins with', () => {
	const text = (words: string) => new TextEncoder().encode(words);
	const chainingKey = hash(text('Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s'));
	expect(toHex(chainingKey)).toBe('60e26daef327efc02ec335e2a025d2d016eb4206f87277f52d38d1988b78cd36');
	expect(toHex(hash(chainingKey, text('WireGuard v1 zx2c4 Jason@zx2c4.com')))).toBe(
		'2211b361081ac566691243db458ad5322d9c6c662293e8b70ee19c65ba079ef3'
	);
});

test('mac1 is right for the receiver and wrong for everybody else', () => {
	const message = parseHandshake(firstMessage().message);
	expect(refusal(() => checkMac1(message, SERVER.publicKey))).toBeNull();
	expect(refusal(() => checkMac1(message, PHONE.publicKey))).not.toBeNull();
	expect(
		refusal(() =>
			parseHandshake(
				emitWireGuard({ type: 'cookieReply', receiver: 1, nonce: new Uint8Array(24), cookie: new Uint8Array(32) })
			)
		)
	).not.toBeNull();
	expect(parseWireGuard(firstMessage().message)).toMatchObject({ mac2: new Uint8Array(16) });
});

describe('a TAI64N timestamp', () => {
	test('is the second since 1970 with 2^62 and 10 s added, and nanoseconds', () => {
		expect(toHex(emitTai64n(0))).toBe('400000000000000a00000000');
		expect(toHex(emitTai64n(TIMESTAMP_MS))).toBe(
			`40000000${(1_700_000_010).toString(16)}${(123_000_000).toString(16).padStart(8, '0')}`
		);
	});

	test('is parsed to the same milliseconds', () => {
		for (const ms of [0, 1, 999, 1000, TIMESTAMP_MS, Number.MAX_SAFE_INTEGER])
			expect(parseTai64n(emitTai64n(ms))).toBe(ms);
	});

	test('sorts as bytes like time does, which is how WireGuard compares it', () => {
		const times = [0, 999, 1000, TIMESTAMP_MS - 1, TIMESTAMP_MS, TIMESTAMP_MS + 1000];
		expect([...times].map((ms) => toHex(emitTai64n(ms))).sort()).toEqual(times.map((ms) => toHex(emitTai64n(ms))));
	});

	test('before 1970, too far in the future, with a whole second of nanoseconds or cut short is refused', () => {
		const from = (text: string) => refusal(() => parseTai64n(Uint8Array.from(Buffer.from(text, 'hex')), 88));
		expect(from('400000000000000900000000')?.offset).toBe(88);
		expect(from('ffffffffffffffff00000000')?.offset).toBe(88);
		expect(from('400000000000000a3b9aca00')?.offset).toBe(96);
		expect(from('400000000000000a3b9ac9')).not.toBeNull();
	});
});
