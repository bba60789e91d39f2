/** Reads an address key by key, and remembers what in it is not known. */
export interface FilterQuery {
	/** The value of a key, if it is one of these. */
	readonly one: <T extends string>(key: string, values: readonly T[]) => T | undefined;
	/** The values of a key, parted by commas, in the order of these; undefined where the key is not there, or any of them is not known. */
	readonly some: <T extends string>(key: string, values: readonly T[]) => T[] | undefined;
	/** One sentence that says what was not known, by whom; null when everything was. */
	readonly fault: (who: string) => string | null;
}

export function filterQuery(search: string): FilterQuery {
	const query = new URLSearchParams(search);
	const unknown: string[] = [];
	const refuse = (key: string, given: string): undefined => void unknown.push(`“${key}=${given.slice(0, 40)}”`);
	return {
		one: (key, values) => {
			const given = query.get(key);
			return given === null ? undefined : (values.find((value) => value === given) ?? refuse(key, given));
		},
		some: (key, values) => {
			const given = query.get(key);
			if (given === null) return undefined;
			const parts = given === '' ? [] : given.split(',');
			return parts.every((part) => values.some((value) => value === part))
				? values.filter((value) => parts.includes(value))
				: refuse(key, given);
		},
		fault: (who) =>
			unknown.length > 0 ? `${who} knows no ${unknown.join(' and no ')}, so that part of the address is ignored.` : null
	};
}
