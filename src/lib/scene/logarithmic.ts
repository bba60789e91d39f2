/** A span of model time as a length, whatever its unit. */
interface Lengths {
	/** For no time at all. */
	none: number;
	/** For a millisecond, and for every ten times as long. */
	least: number;
	perDecade: number;
	most: number;
}

/**
 * The length of a span of model time, in ms: it grows with the logarithm, so that a millisecond and a minute can be told
 * apart and both fit. (scaleLog of d3-scale gives the same and weighs 9 kB, for the colours and formats that it knows.)
 */
export const logarithmic =
	({ none, least, perDecade, most }: Lengths) =>
	(spanMs: number): number =>
		spanMs <= 0 ? none : Math.min(most, least + perDecade * Math.log10(spanMs));
