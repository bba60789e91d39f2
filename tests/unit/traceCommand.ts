/** The command `trace`, asked in this process or in one of its own, and its lines as scripts read them. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { trace as command } from '../../scripts/trace/command.ts';
import type { PacketRecord } from '../../src/lib/sim/traceRecord.ts';
import type { Summary } from '../../src/lib/sim/summary.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const COMMAND = ['--import', 'tsx', 'scripts/trace.ts'];

/** What the terminal shows, without a process of its own for each question. */
export const trace = (...args: string[]) => command(args);
/** The same from a process, as a shell starts it. */
export function traceProcess(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], {
		cwd: root,
		encoding: 'utf8'
	});
	return { status, stdout, stderr };
}

export interface Line {
	atMs: number;
	component: string;
	event: string;
	from: string;
	to: string;
	rule: string | null;
	evidence: string;
	claims: string[];
	text: string;
	packet?: PacketRecord;
	refused: boolean;
}

/** A run as scripts read it: everything parsed, the summary taken off the end. */
export function traceJson(...args: string[]): { lines: Line[]; summary: Summary } {
	const { status, stdout, stderr } = trace(...args, '--json');
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	const objects = stdout
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as unknown);
	return { lines: objects.slice(0, -1) as Line[], summary: (objects.at(-1) as { summary: Summary }).summary };
}

export const withFate = (lines: Line[], fate: string) => lines.filter(({ packet }) => packet?.fate === fate);
