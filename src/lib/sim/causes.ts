import { ruleNamed, type Rule } from '../machines/rules';
import { seek, type History } from './history';
import type { TraceRecord } from './traceRecord';
import { isIn, kernelContext } from './world';

/** The row of the rule table that decided, or null when none did. */
const ruleIn = ({ rule }: TraceRecord): Rule | null => (rule === null ? null : ruleNamed(rule));

/** The step that caused this one, or null for acts and for what is there at the beginning. */
function causeOf(history: History, step: number): number | null {
	const choice = history.entries[step]?.choice;
	if (!choice || choice.type === 'act') return null;
	const cause = seek(history, step).pending.find(({ id }) => id === choice.id)?.cause ?? -1;
	return cause < 0 ? null : cause;
}

/**
 * A step and all that led to it, each the cause of the one before.
 * @param history the run
 * @param step the index of an entry, from 0
 * @returns indices of entries; the last is an act, or the beginning
 */
export function causesOf(history: History, step: number): number[] {
	const cause = causeOf(history, step);
	return cause === null ? [step] : [step, ...causesOf(history, cause)];
}

/** The step by which the configuration that is in force after this one came into force, or null when it never changed. */
function inForceSince(history: History, step: number): number | null {
	const now = kernelContext(seek(history, step + 1)).inForce;
	for (let at = step; at >= 0; at--) {
		if (kernelContext(seek(history, at)).inForce !== now) return at;
	}
	return null;
}

/**
 * The step by which there was no tunnel when this one was taken: the last that took it down or, where it did not come up
 * since, the last that threw away its own voice. Null where it never was up and is only on its way.
 */
function withoutTunnelSince(history: History, step: number): number | null {
	for (let at = step - 1; at >= 0; at--) {
		if (history.entries[at]?.records.some((record) => ruleIn(record)?.then === 'drop')) return at;
		if (isIn(seek(history, at), 'kernelRouter', 'tunnelUp')) return at;
		if (isIn(seek(history, at), 'kernelRouter', 'noVpn')) return null;
	}
	return null;
}

/** Why something happened, from the last cause to the first. */
export interface Why {
	/** The record itself, what led to it, and so on back to an act or to the beginning. */
	readonly causes: readonly TraceRecord[];
	/** Where the flag has a part in it: what put the configuration in force, in the same order. */
	readonly flag: readonly TraceRecord[] | null;
	/** Where it happened for want of a tunnel: why there was none. */
	readonly tunnel: readonly TraceRecord[] | null;
}

const lastRecords = (history: History, steps: readonly number[]): TraceRecord[] =>
	steps.flatMap((at) => history.entries[at]?.records.at(-1) ?? []);

/**
 * Why something happened: the chain of causes of a record, that of the flag where its rule looks at it, and that of
 * the missing tunnel where it, or what it answers, looked for one.
 * @param history the run
 * @param record one of its records
 * @returns chains of records
 */
export function whyOf(history: History, record: TraceRecord): Why {
	const [, ...before] = causesOf(history, record.step);
	const causes = [record, ...lastRecords(history, before)];
	// What wants the network and does not get it is told at once by somebody who waits for that: the same two whys.
	const waited = causes.slice(0, 2).find((cause) => ruleIn(cause)?.wantsTunnel);
	const ruled = ruleIn(record)?.looksAtFlag ? record : waited;
	const since = ruled ? inForceSince(history, ruled.step) : null;
	const without = waited ? withoutTunnelSince(history, waited.step) : null;
	const tunnel = without === null ? [] : causesOf(history, without);
	return {
		causes,
		flag: since === null ? null : lastRecords(history, causesOf(history, since)),
		// What took the tunnel away may have led here by another way as well: then it is told already.
		tunnel: tunnel.slice(1).every((step) => before.includes(step)) ? null : lastRecords(history, tunnel)
	};
}
