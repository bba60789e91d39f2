/** Packets inside a session, and the window that keeps old ones out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	acceptCounter,
	FRESH_WINDOW,
	open,
	seal,
	WINDOW_SIZE,
	type ReplayWindow
} from '../../../src/lib/wire/transport.ts';
import { parseWireGuard, REJECT_AFTER_MESSAGES } from '../../../src/lib/wire/wireguard.ts';
import {
	amidst,
	handshake,
	packetOf,
	PHONE_INDEX,
	PRESHARED_KEY,
	range,
	refusal,
	SERVER_INDEX,
	unnoticedBytes
} from './wireguard-cases.ts';

const { phone, server } = handshake(PRESHARED_KEY);
const NOTHING = new Uint8Array(0);
const lengthOfSealed = (length: number, mtu?: number) => seal(phone, 0n, packetOf(length), mtu).length;

describe('a packet', () => {
	test('comes out on the other side as it went in, in both directions, with its counter', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 20, max: 1600 }),
				fc.bigInt({ min: 0n, max: REJECT_AFTER_MESSAGES - 1n }),
				fc.boolean(),
				(length, counter, outwards) => {
					const [from, to] = outwards ? [phone, server] : [server, phone];
					const packet = packetOf(length);
					expect(open(to, amidst(seal(from, counter, amidst(packet))))).toEqual({ counter, packet });
				}
			)
		);
	});

	test('of IPv6 comes out too, by its payload length', () => {
		const packet = new Uint8Array(40 + 9).fill(0x61);
		packet.set([0, 9], 4);
		expect(open(server, seal(phone, 1n, packet)).packet).toEqual(packet);
	});

	test('is addressed to the index of the other side', () => {
		expect(parseWireGuard(seal(phone, 5n, packetOf(28)))).toMatchObject({
			type: 'transportData',
			receiver: SERVER_INDEX,
			counter: 5n
		});
		expect(parseWireGuard(seal(server, 5n, packetOf(28)))).toMatchObject({ receiver: PHONE_INDEX });
	});

	test('is filled up to a multiple of 16 bytes, between 16 of header and 16 of tag', () => {
		expect([20, 31, 32, 33, 1420].map((length) => lengthOfSealed(length))).toEqual([64, 64, 64, 80, 1456]);
	});

	test('is filled up to the MTU of the tunnel at most', () => {
		expect([1408, 1409, 1419, 1420, 1421].map((length) => lengthOfSealed(length, 1420))).toEqual([
			1440, 1452, 1452, 1452, 1453
		]);
	});

	test('that is empty is a keepalive of 32 bytes', () => {
		const keepalive = seal(phone, 9n, NOTHING, 1420);
		expect(keepalive.length).toBe(32);
		expect(open(server, keepalive)).toEqual({ counter: 9n, packet: NOTHING });
	});
});

describe('refused with a sentence and its offset is', () => {
	const sealed = seal(phone, 3n, packetOf(100));

	test('a message with any bit flipped, a keepalive too', () => {
		expect(unnoticedBytes(sealed, (changed) => open(server, changed))).toEqual([]);
		expect(unnoticedBytes(seal(phone, 4n, NOTHING), (changed) => open(server, changed))).toEqual([]);
	});

	test('a message of any other length', () => {
		for (const length of range(0, sealed.length))
			expect(refusal(() => open(server, sealed.subarray(0, length)))).not.toBeNull();
		expect(refusal(() => open(server, Uint8Array.of(...sealed, 0)))).not.toBeNull();
	});

	test('a message for another index', () => {
		expect(refusal(() => open({ ...server, localIndex: 1 }, sealed))).toMatchObject({
			offset: 4,
			message: `The message is for index ${SERVER_INDEX}; only 1 is allowed.`
		});
	});

	test('a message under another key, and one that comes back to who sent it', () => {
		expect(refusal(() => open({ ...server, receivingKey: server.sendingKey }, sealed))?.offset).toBe(16);
		expect(refusal(() => open({ ...phone, localIndex: SERVER_INDEX }, sealed))?.message).toContain(
			'tag of the packet is wrong'
		);
	});

	test('a message that is no transport data', () => {
		expect(refusal(() => open(server, handshake().first))?.message).toBe(
			'This is not a transport data message; only one is allowed here.'
		);
	});

	test('a packet that is neither IPv4 nor IPv6, or is shorter than it says or than its header', () => {
		const inside = (...packet: number[]) => refusal(() => open(server, seal(phone, 0n, Uint8Array.from(packet))));
		expect(inside(0x15)).toMatchObject({
			offset: 16,
			message: 'The packet inside has IP version 1; 4 and 6 are allowed.'
		});
		expect(inside(0x45, 0, 0, 20)).toMatchObject({
			offset: 16,
			message: 'The packet inside has 16 bytes; a header of IPv4 takes 20.'
		});
		expect(inside(0x45, 0, 0, 33, ...range(0, 28))).toMatchObject({ offset: 18 });
		expect(inside(0x45, 0, 0, 19, ...range(0, 28))).toMatchObject({ offset: 18 });
		expect(inside(0x60, 0, 0, 0, 0, 9, ...range(0, 42))).toMatchObject({ offset: 20 });
		expect(inside(0x60, 0, 0, 0, 0, 8, ...range(0, 42))).toBeNull();
	});

	test('any content at all: an IP packet or a WireError', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 100 }),
				(content) => void refusal(() => open(server, seal(phone, 0n, content)))
			)
		);
	});

	test('a counter beyond what a key is for, when sealing and when opening (§6.1)', () => {
		for (const counter of [-1n, REJECT_AFTER_MESSAGES, 2n ** 64n - 1n])
			expect(refusal(() => seal(phone, counter, NOTHING))?.offset).toBe(8);
		const tooFar = seal(phone, 0n, NOTHING).fill(0xff, 8, 16);
		expect(refusal(() => open(server, tooFar))).toMatchObject({
			offset: 8,
			message: expect.stringContaining('The counter is 18446744073709551615') as string
		});
	});
});

describe('the replay window', () => {
	const after = (...counters: readonly bigint[]): ReplayWindow =>
		counters.reduce((window, counter) => {
			const next = acceptCounter(window, counter);
			if (!next) throw new Error(`${counter} was refused`);
			return next;
		}, FRESH_WINDOW);
	const size = BigInt(WINDOW_SIZE);

	test('takes counters in order, out of order and with gaps, each once', () => {
		const window = after(0n, 1n, 5n, 3n, 2n, 1000n, 4n, 999n);
		for (const counter of [0n, 1n, 2n, 3n, 4n, 5n, 999n, 1000n]) expect(acceptCounter(window, counter)).toBeNull();
		for (const counter of [6n, 998n, 1001n]) expect(acceptCounter(window, counter)).not.toBeNull();
	});

	test('takes what is late by less than its size, and nothing older', () => {
		for (const greatest of [size, size + 1n, 100_000n, 2n ** 53n + 17n, REJECT_AFTER_MESSAGES - 1n]) {
			const window = after(greatest);
			expect(acceptCounter(window, greatest - size + 1n)).not.toBeNull();
			expect(acceptCounter(window, greatest - size)).toBeNull();
		}
	});

	test('does not take an old counter for a new one in the same place of the ring', () => {
		const ring = size + 32n;
		for (const by of [ring - 1n, ring, ring + 1n, 2n * ring, 2n ** 40n * ring]) {
			const window = after(0n, 33n, 64n, 64n + by);
			for (const late of [0n, 31n, 32n, 33n, 63n]) expect(acceptCounter(window, late + by)).not.toBeNull();
		}
	});

	test('holds about 8000 messages', () => expect(WINDOW_SIZE).toBe(8160));

	test('refuses counters that a key is not for', () => {
		for (const counter of [-1n, REJECT_AFTER_MESSAGES, 2n ** 64n])
			expect(acceptCounter(FRESH_WINDOW, counter)).toBeNull();
	});

	test('leaves the window that it was given as it was', () => {
		const window = after(7n);
		const copy = structuredClone(window);
		acceptCounter(window, 8n);
		acceptCounter(window, 100_000n);
		expect(window).toEqual(copy);
	});

	test('agrees with a list of everything that has come', () => {
		// Small steps, jumps within the window, and jumps over all of it.
		const step = fc.oneof(
			fc.bigInt({ min: -70n, max: 70n }),
			fc.bigInt({ min: -9000n, max: 9000n }),
			fc.bigInt({ min: 0n, max: 2n ** 40n })
		);
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				let window = FRESH_WINDOW;
				const come = new Set<bigint>();
				let greatest = -1n;
				for (const by of steps) {
					const counter = greatest + by;
					const isNew = counter >= 0n && !come.has(counter) && counter > greatest - size;
					const next = acceptCounter(window, counter);
					expect(next !== null).toBe(isNew);
					if (!next) continue;
					window = next;
					come.add(counter);
					if (counter > greatest) greatest = counter;
					expect(window.greatest).toBe(greatest);
				}
			}),
			{ numRuns: 300 }
		);
	});
});
