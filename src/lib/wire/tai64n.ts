/** TAI64N, the time in a handshake initiation: 8 bytes of seconds and 4 of nanoseconds. https://cr.yp.to/libtai/tai64.html */
import { needs, viewOf } from './bytes';
import { WireError } from './errors';

const TAI64N_BYTES = 12;
const AT = { seconds: 0, nanoseconds: 8 };
/** The second with which 1970 begins: TAI was 10 s ahead of UTC. Like every WireGuard, this one leaves out the leap seconds since. */
const EPOCH = 2n ** 62n + 10n;
const MS_PER_SECOND = 1000;
const NANOSECONDS_PER_MS = 1_000_000;
const NANOSECONDS_PER_SECOND = MS_PER_SECOND * NANOSECONDS_PER_MS;

/** 12 bytes for a time in whole ms since 1970; a WireError for anything else. WireGuard paper §5.4.2 (“Timestamp”). */
export function emitTai64n(timestampMs: number): Uint8Array {
	if (!Number.isSafeInteger(timestampMs) || timestampMs < 0) {
		throw new WireError(0, `The timestamp is ${timestampMs}; whole milliseconds since 1970 are allowed.`);
	}
	const bytes = new Uint8Array(TAI64N_BYTES);
	viewOf(bytes).setBigUint64(AT.seconds, EPOCH + BigInt(Math.floor(timestampMs / MS_PER_SECOND)));
	viewOf(bytes).setUint32(AT.nanoseconds, (timestampMs % MS_PER_SECOND) * NANOSECONDS_PER_MS);
	return bytes;
}

/** The time in ms since 1970, with a fraction when there is one; a WireError with this offset when it is none. */
export function parseTai64n(bytes: Uint8Array, offset = 0): number {
	needs(bytes, TAI64N_BYTES, 'A TAI64N timestamp');
	const seconds = Number(viewOf(bytes).getBigUint64(AT.seconds) - EPOCH);
	const nanoseconds = viewOf(bytes).getUint32(AT.nanoseconds);
	if (nanoseconds >= NANOSECONDS_PER_SECOND)
		throw new WireError(
			offset + AT.nanoseconds,
			`A timestamp has ${nanoseconds} nanoseconds; less than a second is allowed.`
		);
	if (seconds < 0 || seconds * MS_PER_SECOND > Number.MAX_SAFE_INTEGER) {
		throw new WireError(
			offset + AT.seconds,
			'A timestamp is before 1970 or too far in the future to be told in milliseconds; times between are allowed.'
		);
	}
	return seconds * MS_PER_SECOND + nanoseconds / NANOSECONDS_PER_MS;
}
