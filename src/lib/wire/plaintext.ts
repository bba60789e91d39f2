import { toHex } from './bytes';
import { dissect, type Dissection } from './dissect';
import { type Layer } from './fields';
import { counted, field } from './values';

/** Padding that is not zero is shown up to here, in bytes. */
const SHOWN_BYTES = 16;

/**
 * Takes apart what was in an envelope, to its last byte: the IP packet, and the padding behind it. Never throws.
 * WireGuard paper §5.4.6.
 * @param padded what `Opener` found under the seal
 * @returns its layers from the outside in; offsets are bytes from its beginning
 */
export function dissectPlaintext(padded: Uint8Array): Dissection {
	const found = dissect(padded, 'ipv4');
	const end = found.layers.reduce((most, { offset, length }) => Math.max(most, offset + length), 0);
	return end < padded.length && end > 0
		? { ...found, layers: [...found.layers, paddingLayer(padded.subarray(end), end)] }
		: found;
}

function paddingLayer(bytes: Uint8Array, offset: number): Layer {
	const areZeros = bytes.every((byte) => byte === 0);
	const value = areZeros ? counted(bytes.length, 'zero') : toHex(bytes.subarray(0, SHOWN_BYTES));
	const means =
		'Behind the packet until the length is a multiple of 16 bytes, so that the size of an envelope does not tell the exact size of what is in it.';
	return {
		name: 'Padding',
		source: 'WireGuard paper §5.4.6',
		offset,
		length: bytes.length,
		fields: [field('Padding', [0, bytes.length], value, means)]
	};
}
