/**
 * `node --import tsx scripts/check/everyPhone.ts`: explores every phone that the knobs can make, of those that are world
 * for world the same only one. Says how many worlds they have, which phone has the most, and whether any has other
 * verdicts than the row of the table that stands for it; with `--repairs` also how many worlds that phone has at most,
 * whatever is repaired. Takes a minute or two of one core.
 */
import { boundsFor } from '../../src/lib/check/bounds.ts';
import { Explorer } from '../../src/lib/check/explorer.ts';
import { checkPhone, distinctPhones, standsFor } from '../../src/lib/check/phoneTable.ts';
import type { PhoneVerdict } from '../../src/lib/check/phoneVerdict.ts';
import { Tables } from '../../src/lib/check/tables.ts';
import type { Knobs } from '../../src/lib/machines/knobs.ts';
import { REPAIR_IDS } from '../../src/lib/machines/repairs.ts';

const number = (value: number): string => value.toLocaleString('en-GB');
const turned = ({ repairs, ...settings }: Knobs): string =>
	[...Object.entries(settings).map(([knob, value]) => `${knob}=${value}`), ...(repairs ?? [])].join(' ');
const failing = ({ broken }: PhoneVerdict): string =>
	broken.map(({ property, counterexample }) => `${property} ${counterexample.rule ?? ''}`).join();

const rows = new Map<string, string>();
const tables = new Tables();
let worlds = 0;
let largest: PhoneVerdict | undefined;
const phones = distinctPhones();
for (const knobs of phones) {
	const phone = checkPhone(knobs, tables);
	const row = turned(standsFor(knobs));
	if (!rows.has(row)) rows.set(row, failing(checkPhone(standsFor(knobs), tables)));
	if (rows.get(row) !== failing(phone)) console.log(`Other verdicts than its row: ${turned(knobs)}: ${failing(phone)}`);
	worlds += phone.worlds;
	if (phone.worlds > (largest?.worlds ?? 0)) largest = phone;
}
if (!largest) throw new Error('There is no phone.');
console.log(`${number(phones.length)} phones, ${number(worlds)} worlds.`);
console.log(`The largest has ${number(largest.worlds)}: ${turned(largest.knobs)}`);

if (process.argv.includes('--repairs')) {
	const { knobs } = largest;
	const sets = REPAIR_IDS.reduce<Knobs['repairs'][]>(
		(some, id) => [...some, ...some.map((set = []) => [...set, id])],
		[[]]
	);
	const sizes = sets.map((repairs = []) => {
		const repaired = { ...knobs, repairs };
		return { repaired, worlds: new Explorer(repaired, boundsFor(repaired), new Tables()).run().graph.nodes };
	});
	const most = sizes.reduce((one, other) => (other.worlds > one.worlds ? other : one));
	console.log(`With repairs it has ${number(most.worlds)} at most: ${turned(most.repaired)}`);
}
