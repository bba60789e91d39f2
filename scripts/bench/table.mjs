/**
 * The bench's results. A figure says how fast this machine is just now; a ratio compares two things measured in the
 * same run, and is what can be compared between machines.
 *
 * @typedef {{ what: string, value: number, unit: string, ratio?: number, of?: string }} Row
 */

/**
 * @param {string} what @param {number} value @param {string} unit
 * @param {number} [ratio] @param {string} [of] what the ratio compares it with
 * @returns {Row}
 */
export const row = (what, value, unit, ratio, of) => ({
	what,
	value,
	unit,
	...(ratio === undefined ? {} : { ratio, of })
});

/** Three digits that count, and never an exponent. @param {number} value */
function digits(value) {
	const size = Math.abs(value);
	if (size >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en');
	return size < 0.001 ? value.toFixed(5) : value.toPrecision(3);
}

/** @param {string} title @param {Row[]} rows @returns {string} */
export function tableOf(title, rows) {
	const cells = rows.map(({ what, value, unit, ratio, of }) => [
		what,
		digits(value),
		unit,
		ratio === undefined ? '' : `${digits(ratio)} × ${of}`
	]);
	const widths = [0, 1, 2].map((column) => Math.max(...cells.map((line) => line[column].length)));
	const lines = cells.map(([what, value, unit, ratio]) =>
		`  ${what.padEnd(widths[0])}  ${value.padStart(widths[1])} ${unit.padEnd(widths[2])}  ${ratio}`.trimEnd()
	);
	return [`\n${title}`, ...lines].join('\n');
}
