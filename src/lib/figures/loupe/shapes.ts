import type { Shape } from '../../scene/closeup/parts';

/**
 * The outline of a packet, around a middle: a diamond for ICMP, a square for TCP, a disc for UDP, a hexagon for a
 * handshake of WireGuard.
 * @param shape its protocol
 * @param half half its diagonal
 */
export function outlineOf(shape: Shape, half: number): string {
	const side = half * 0.8;
	const round = half * 0.88;
	switch (shape) {
		case 'icmp':
			return `M0 ${-half}L${half} 0L0 ${half}L${-half} 0Z`;
		case 'tcp':
			return `M${-side} ${-side}H${side}V${side}H${-side}Z`;
		case 'udp':
			return `M${-round} 0A${round} ${round} 0 1 0 ${round} 0A${round} ${round} 0 1 0 ${-round} 0Z`;
		case 'handshake':
			return `M${-side} 0L${-side / 2} ${-side}H${side / 2}L${side} 0L${side / 2} ${side}H${-side / 2}Z`;
	}
}

/** A piece of dust: where it lies from the packet’s middle, its size, and how much of it is left. */
export interface Dust {
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly opacity: number;
}

/** Pieces across half a packet. */
const ACROSS = 11;

/** Always the same scatter: numbers that look like chance (mulberry32). */
function scatter(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/**
 * A packet as it falls to pieces: its near part stands, its far part is dust.
 * @param shape its protocol
 * @param half half its diagonal
 * @param reach how far the dust flies
 */
export function dustOf(shape: Shape, half: number, reach: number): Dust[] {
	const next = scatter(23);
	const piece = half / ACROSS;
	const dust: Dust[] = [];
	for (let i = -ACROSS; i <= ACROSS; i++) {
		for (let j = -ACROSS; j <= ACROSS; j++) {
			const inside =
				shape === 'icmp' ? Math.abs(i) + Math.abs(j) <= ACROSS : Math.max(Math.abs(i), Math.abs(j)) <= ACROSS * 0.8;
			if (!inside || (i + j) % 2 !== 0) continue;
			dust.push(fly(i, j, piece, reach, [next(), next(), next(), next()]));
		}
	}
	return dust.filter(({ x }) => x < reach + half);
}

function fly(
	i: number,
	j: number,
	piece: number,
	reach: number,
	[a, b, c, d]: readonly [number, number, number, number]
): Dust {
	const along = i / ACROSS;
	if (along <= -0.12 + (d - 0.5) * 0.62) return { x: i * piece, y: j * piece, size: piece * 1.14, opacity: 1 };
	const far = Math.min(1, Math.max(0.04, ((along + 0.3) / 1.3) * 0.72 + a * 0.28));
	return {
		x: i * piece + far ** 1.5 * reach * (0.12 + b * 0.72),
		y: j * piece + ((c - 0.5) * 0.54 * reach + (j / ACROSS) * 12) * far ** 1.25,
		size: piece * (1.1 - far * 0.55),
		opacity: 1 - far ** 1.6 * 0.7
	};
}
