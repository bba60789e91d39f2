import { NAMES } from '../../src/lib/machines/components.ts';
import { EVIDENCE } from '../../src/lib/machines/evidence.ts';
import { RULES } from '../../src/lib/machines/rules.ts';
import { transitionLabel } from '../../src/lib/machines/transitionRef.ts';
import { present, recordsIn, type History } from '../../src/lib/sim/history.ts';
import type { TraceRecord } from '../../src/lib/sim/traceRecord.ts';
import { summarise, type Connectivity } from '../../src/lib/sim/summary.ts';

/** One readable line a record, in columns, then the summary in words. */
export function textLines(history: History): string[] {
	const rows = recordsIn(history).map(cellsOf);
	const widths = rows.reduce<number[]>(
		(widest, row) => row.map((cell, at) => Math.max(cell.length, widest[at] ?? 0)),
		[]
	);
	return [...rows.map((row) => joined(row, widths)), summaryInWords(history)];
}

/** When, who, what it did, what became of the packet, and what happened, how we know, and by which transition. */
function cellsOf(record: TraceRecord): string[] {
	return [
		seconds(record.atMs),
		NAMES[record.component],
		record.from === record.to ? words(record.to) : `${words(record.from)} → ${words(record.to)}`,
		record.refused ? 'not now' : (record.packet?.fate ?? ''),
		[record.text, grounds(record), ...(record.transition ? [`(${transitionLabel(record.transition)})`] : [])].join(' ')
	];
}

/** The time is aligned to the right, everything else to the left; the last column may be as long as it likes. */
const joined = (row: readonly string[], widths: readonly number[]): string =>
	row
		.map((cell, at) =>
			at === 0 ? cell.padStart(widths[at] ?? 0) : at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)
		)
		.join('  ');

const seconds = (atMs: number) => `${(atMs / 1000).toFixed(3)} s`;

/** A state's name as words: `carryingTraffic` is “carrying traffic”. */
const words = (state: string) => state.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

function grounds({ rule, evidence, source, claims, refused }: TraceRecord): string {
	if (refused) return '[refused]';
	const parts = [
		rule === null ? '' : `rule: ${RULES[rule].name}`,
		EVIDENCE[evidence].name,
		source ?? '',
		claims.join(' ')
	];
	return `[${parts.filter((part) => part !== '').join('; ')}]`;
}

const NETWORK: { readonly [C in Connectivity]: string } = {
	tunnel: 'the network is reached through the tunnel',
	clear: 'the network is reached outside any tunnel',
	none: 'there is no network'
};

function summaryInWords(history: History): string {
	const { connectivity, locked, leaked, held, vanished, machines } = summarise(history);
	const packets = `Packets: ${leaked} leaked, ${held} held on their way, ${vanished} vanished.`;
	const states = [
		`VPN app ${words(machines.mainApp)}`,
		`tunnel process ${words(machines.tunnelProcess)}`,
		`kernel router ${words(machines.kernelRouter)}`,
		`App Store updater ${words(machines.appStoreUpdater)}`
	];
	return `After ${seconds(present(history).nowMs)} ${NETWORK[connectivity]}${locked ? ', and the phone is locked out' : ''}. ${packets} ${states.join(', ')}.`;
}
