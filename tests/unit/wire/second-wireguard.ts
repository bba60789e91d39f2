/**
 * WireGuard a second time, for comparison: written from the paper and the RFCs over node:crypto, without a line of the
 * first one and in another manner. BLAKE2s with a key is not in node:crypto, so it is here in full (RFC 7693 §3).
 */
import {
	createCipheriv,
	createDecipheriv,
	createHmac,
	createPrivateKey,
	createPublicKey,
	diffieHellman
} from 'node:crypto';

const IV = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const SIGMA = [
	[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
	[14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
	[11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
	[7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
	[9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
	[2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
	[12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
	[13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
	[6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
	[10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0]
];
const COLUMNS_AND_DIAGONALS = [
	[0, 4, 8, 12],
	[1, 5, 9, 13],
	[2, 6, 10, 14],
	[3, 7, 11, 15],
	[0, 5, 10, 15],
	[1, 6, 11, 12],
	[2, 7, 8, 13],
	[3, 4, 9, 14]
] as const;

function compress(state: Uint32Array, block: Buffer, bytesSoFar: number, isLast: boolean): void {
	const v = Uint32Array.from([...state, ...IV]);
	const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));
	const get = (i: number) => v[i] ?? 0;
	v[12] = get(12) ^ bytesSoFar;
	if (isLast) v[14] = ~get(14);
	for (const order of SIGMA) {
		COLUMNS_AND_DIAGONALS.forEach(([a, b, c, d], i) => {
			const [x, y] = [2 * i, 2 * i + 1].map((n) => block.readUInt32LE(4 * (order[n] ?? 0))) as [number, number];
			v[a] = get(a) + get(b) + x;
			v[d] = rotate(get(d) ^ get(a), 16);
			v[c] = get(c) + get(d);
			v[b] = rotate(get(b) ^ get(c), 12);
			v[a] = get(a) + get(b) + y;
			v[d] = rotate(get(d) ^ get(a), 8);
			v[c] = get(c) + get(d);
			v[b] = rotate(get(b) ^ get(c), 7);
		});
	}
	state.forEach((word, i) => (state[i] = word ^ get(i) ^ get(i + 8)));
}

/** RFC 7693 §3.3; for less than 4 GiB. */
export function blake2s(
	input: Uint8Array,
	{ length = 32, key = Buffer.alloc(0) }: { length?: number; key?: Uint8Array } = {}
): Buffer {
	const state = Uint32Array.from(IV);
	state[0] = (state[0] ?? 0) ^ 0x01010000 ^ (key.length << 8) ^ length;
	const keyBlock = key.length > 0 ? Buffer.concat([key, Buffer.alloc(64 - key.length)]) : Buffer.alloc(0);
	const data = Buffer.concat([keyBlock, input]);
	const blocks = Math.max(1, Math.ceil(data.length / 64));
	for (let i = 0; i < blocks; i++) {
		const block = Buffer.alloc(64);
		data.copy(block, 0, 64 * i, 64 * i + 64);
		compress(state, block, Math.min(data.length, 64 * i + 64), i === blocks - 1);
	}
	const out = Buffer.alloc(32);
	state.forEach((word, i) => out.writeUInt32LE(word, 4 * i));
	return out.subarray(0, length);
}

const DER_PRIVATE = Buffer.from('302e020100300506032b656e04220420', 'hex');
const DER_PUBLIC = Buffer.from('302a300506032b656e032100', 'hex');
const privateKeyOf = (raw: Uint8Array) =>
	createPrivateKey({ key: Buffer.concat([DER_PRIVATE, raw]), format: 'der', type: 'pkcs8' });
export const x25519 = (privateKey: Uint8Array, publicKey: Uint8Array): Buffer =>
	diffieHellman({
		privateKey: privateKeyOf(privateKey),
		publicKey: createPublicKey({ key: Buffer.concat([DER_PUBLIC, publicKey]), format: 'der', type: 'spki' })
	});
export const publicOf = (privateKey: Uint8Array): Buffer =>
	createPublicKey(privateKeyOf(privateKey)).export({ format: 'der', type: 'spki' }).subarray(DER_PUBLIC.length);

const hmac = (key: Uint8Array, ...data: Uint8Array[]) =>
	createHmac('blake2s256', key).update(Buffer.concat(data)).digest();
export function kdf(key: Uint8Array, input: Uint8Array): [Buffer, Buffer, Buffer] {
	const secret = hmac(key, input);
	const first = hmac(secret, Buffer.of(1));
	const second = hmac(secret, first, Buffer.of(2));
	return [first, second, hmac(secret, second, Buffer.of(3))];
}

export function encrypt(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, authenticated: Uint8Array): Buffer {
	const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
	cipher.setAAD(authenticated, { plaintextLength: plain.length });
	return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}
export function decrypt(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, authenticated: Uint8Array): Buffer {
	const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
	decipher.setAAD(authenticated, { plaintextLength: sealed.length - 16 });
	decipher.setAuthTag(sealed.slice(-16));
	return Buffer.concat([decipher.update(sealed.slice(0, -16)), decipher.final()]);
}

/** draft-irtf-cfrg-xchacha-03 §2.2: a block of ChaCha20 from which the words that it began with are taken away again. */
export function hchacha20(key: Uint8Array, nonce: Uint8Array): Buffer {
	const block = createCipheriv('chacha20', key, nonce).update(Buffer.alloc(64));
	const begun = Buffer.concat([Buffer.from('expand 32-byte k'), nonce]);
	const out = Buffer.alloc(32);
	for (let i = 0; i < 8; i++)
		out.writeUInt32LE((block.readUInt32LE(4 * (i < 4 ? i : i + 8)) - begun.readUInt32LE(4 * i)) >>> 0, 4 * i);
	return out;
}
export const xNonce = (nonce: Uint8Array) => Buffer.concat([Buffer.alloc(4), nonce.slice(16)]);

function nonceOf(counter: bigint): Buffer {
	const nonce = Buffer.alloc(12);
	nonce.writeBigUInt64LE(counter, 4);
	return nonce;
}
const ZERO = nonceOf(0n);
const EMPTY: Buffer = Buffer.alloc(0);

/** One side: it keeps what it needs between the messages, as a program would. */
export class SecondWireGuard {
	readonly #own: Uint8Array;
	readonly #remote: Uint8Array;
	readonly #psk: Uint8Array;
	#c: Buffer = EMPTY;
	#h: Buffer = EMPTY;
	#k: Buffer = EMPTY;
	#ephemeral: Uint8Array = EMPTY;
	#send: Buffer = EMPTY;
	#receive: Buffer = EMPTY;
	#index = 0;
	#remoteIndex = 0;
	#counter = 0n;

	constructor(own: Uint8Array, remote: Uint8Array, psk: Uint8Array = Buffer.alloc(32)) {
		[this.#own, this.#remote, this.#psk] = [own, remote, psk];
	}

	#mix(data: Uint8Array): void {
		this.#h = blake2s(Buffer.concat([this.#h, data]));
	}
	#turn(secret: Uint8Array): Buffer {
		const [c, second, third] = kdf(this.#c, secret);
		this.#c = c;
		this.#k = second;
		return third;
	}
	#begin(responder: Uint8Array): void {
		this.#c = blake2s(Buffer.from('Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s'));
		this.#h = blake2s(Buffer.concat([this.#c, Buffer.from('WireGuard v1 zx2c4 Jason@zx2c4.com')]));
		this.#mix(responder);
	}
	#psk2(): void {
		const key = this.#turn(this.#psk);
		this.#mix(this.#k);
		this.#k = key;
	}
	#macs(body: Buffer, receiver: Uint8Array, cookie?: Uint8Array): Buffer {
		const key = blake2s(Buffer.concat([Buffer.from('mac1----'), receiver]));
		const one = Buffer.concat([body, blake2s(body, { key, length: 16 })]);
		return Buffer.concat([one, cookie ? blake2s(one, { key: cookie, length: 16 }) : Buffer.alloc(16)]);
	}
	#hasMac1(message: Buffer): boolean {
		return this.#macs(message.subarray(0, -32), publicOf(this.#own)).subarray(0, -16).equals(message.subarray(0, -16));
	}

	initiation(ephemeral: Uint8Array, index: number, seconds: bigint, nanoseconds: number, cookie?: Uint8Array): Buffer {
		[this.#ephemeral, this.#index] = [ephemeral, index];
		this.#begin(this.#remote);
		const head = Buffer.from('01000000', 'hex');
		const sender = Buffer.alloc(4);
		sender.writeUInt32LE(index);
		this.#turn(publicOf(ephemeral));
		this.#mix(publicOf(ephemeral));
		this.#turn(x25519(ephemeral, this.#remote));
		const sealedStatic = encrypt(this.#k, ZERO, publicOf(this.#own), this.#h);
		this.#mix(sealedStatic);
		this.#turn(x25519(this.#own, this.#remote));
		const time = Buffer.alloc(12);
		time.writeBigUInt64BE(0x400000000000000an + seconds);
		time.writeUInt32BE(nanoseconds, 8);
		const sealedTime = encrypt(this.#k, ZERO, time, this.#h);
		this.#mix(sealedTime);
		return this.#macs(
			Buffer.concat([head, sender, publicOf(ephemeral), sealedStatic, sealedTime]),
			this.#remote,
			cookie
		);
	}

	response(bytes: Uint8Array, ephemeral: Uint8Array, index: number): Buffer {
		const message = Buffer.from(bytes);
		if (message.length !== 148 || message.readUInt32LE() !== 1 || !this.#hasMac1(message))
			throw new Error('no initiation for us');
		[this.#remoteIndex, this.#index] = [message.readUInt32LE(4), index];
		const remoteEphemeral = message.subarray(8, 40);
		this.#begin(publicOf(this.#own));
		this.#turn(remoteEphemeral);
		this.#mix(remoteEphemeral);
		this.#turn(x25519(this.#own, remoteEphemeral));
		if (!decrypt(this.#k, ZERO, message.subarray(40, 88), this.#h).equals(this.#remote))
			throw new Error('somebody else');
		this.#mix(message.subarray(40, 88));
		this.#turn(x25519(this.#own, this.#remote));
		decrypt(this.#k, ZERO, message.subarray(88, 116), this.#h);
		this.#mix(message.subarray(88, 116));
		this.#turn(publicOf(ephemeral));
		this.#mix(publicOf(ephemeral));
		this.#turn(x25519(ephemeral, remoteEphemeral));
		this.#turn(x25519(ephemeral, this.#remote));
		this.#psk2();
		const empty = encrypt(this.#k, ZERO, EMPTY, this.#h);
		[this.#receive, this.#send] = kdf(this.#c, EMPTY);
		const head = Buffer.from('020000000000000000000000', 'hex');
		head.writeUInt32LE(index, 4);
		head.writeUInt32LE(this.#remoteIndex, 8);
		return this.#macs(Buffer.concat([head, publicOf(ephemeral), empty]), this.#remote);
	}

	finish(bytes: Uint8Array): void {
		const message = Buffer.from(bytes);
		if (message.length !== 92 || message.readUInt32LE() !== 2 || !this.#hasMac1(message))
			throw new Error('no response for us');
		if (message.readUInt32LE(8) !== this.#index) throw new Error('another handshake');
		this.#remoteIndex = message.readUInt32LE(4);
		const remoteEphemeral = message.subarray(12, 44);
		this.#turn(remoteEphemeral);
		this.#mix(remoteEphemeral);
		this.#turn(x25519(this.#ephemeral, remoteEphemeral));
		this.#turn(x25519(this.#own, remoteEphemeral));
		this.#psk2();
		decrypt(this.#k, ZERO, message.subarray(44, 60), this.#h);
		[this.#send, this.#receive] = kdf(this.#c, EMPTY);
	}

	seal(packet: Uint8Array): Buffer {
		const head = Buffer.alloc(16);
		head[0] = 4;
		head.writeUInt32LE(this.#remoteIndex, 4);
		head.writeBigUInt64LE(this.#counter, 8);
		const padded = Buffer.alloc(Math.ceil(packet.length / 16) * 16);
		padded.set(packet);
		return Buffer.concat([head, encrypt(this.#send, nonceOf(this.#counter++), padded, EMPTY)]);
	}

	/** With its padding. */
	open(bytes: Uint8Array): Buffer {
		const message = Buffer.from(bytes);
		if (message.readUInt32LE() !== 4 || message.readUInt32LE(4) !== this.#index) throw new Error('no data for us');
		return decrypt(this.#receive, nonceOf(message.readBigUInt64LE(8)), message.subarray(16), EMPTY);
	}

	cookieReply(message: Uint8Array, cookie: Uint8Array, nonce: Uint8Array): Buffer {
		const head = Buffer.concat([Buffer.from('03000000', 'hex'), message.subarray(4, 8), nonce]);
		const key = blake2s(Buffer.concat([Buffer.from('cookie--'), publicOf(this.#own)]));
		return Buffer.concat([
			head,
			encrypt(hchacha20(key, nonce.subarray(0, 16)), xNonce(nonce), cookie, message.subarray(-32, -16))
		]);
	}
	cookieIn(reply: Uint8Array, sent: Uint8Array): Buffer {
		const key = blake2s(Buffer.concat([Buffer.from('cookie--'), this.#remote]));
		const nonce = reply.slice(8, 32);
		return decrypt(hchacha20(key, nonce.subarray(0, 16)), xNonce(nonce), reply.slice(32), sent.slice(-32, -16));
	}
}
