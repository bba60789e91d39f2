import { PROPERTY_IDS, type PropertyId } from '../../check';
import { pathTo, type JudgedPhone } from '../../check/judged';

/** What a property breaks by: the last step that the paths of some phones have in common. */
export interface Ending {
	/** By which the cells of the table point to it. */
	readonly letter: string;
	readonly property: PropertyId;
	readonly ends: string;
	readonly phones: number;
	/** How many steps the shortest of the paths has, and the longest. */
	readonly fewest: number;
	readonly most: number;
}

/** Every way in which these phones break, property by property, those of the first phones first. */
export function endingsOf(phones: readonly JudgedPhone[]): Ending[] {
	const endings = PROPERTY_IDS.flatMap((property) => {
		const paths = phones.flatMap((phone) => pathTo(phone, property) ?? []);
		return [...new Set(paths.map(({ ends }) => ends))].map((ends) => {
			const steps = paths.filter((path) => path.ends === ends).map((path) => path.steps);
			return { property, ends, phones: steps.length, fewest: Math.min(...steps), most: Math.max(...steps) };
		});
	});
	return endings.map((ending, at) => ({ letter: String.fromCharCode(97 + at), ...ending }));
}

/** The letter of the way in which this phone breaks a property; nothing where that holds. */
export function letterOf(endings: readonly Ending[], phone: JudgedPhone, property: PropertyId): string | undefined {
	const path = pathTo(phone, property);
	return path && endings.find((ending) => ending.property === property && ending.ends === path.ends)?.letter;
}
