import type { RuleId } from '../machines/rules';
import { seek, type History } from './history';
import type { Record } from './records';
import { kernelContext } from './world';

/** Rows of the rule table that look at the flag: what put it in force is a cause of what they decide. */
const LOOKS_AT_FLAG: readonly (RuleId | null)[] = ['ownVoiceFlagOff', 'ownVoiceFlagOn', 'held', 'local', 'relayAddress', 'leak'];

/** The step that caused this one, or null for acts and for what is there at the beginning. */
function causeOf(history: History, step: number): number | null {
	const choice = history.entries[step]?.choice;
	if (!choice || choice.type === 'act') return null;
	const cause = seek(history, step).pending.find(({ id }) => id === choice.id)?.cause ?? -1;
	return cause < 0 ? null : cause;
}

/** This step and all that led to it, each the cause of the one before; the last is an act, or the beginning. */
export function causesOf(history: History, step: number): number[] {
	const cause = causeOf(history, step);
	return cause === null ? [step] : [step, ...causesOf(history, cause)];
}

/** The step by which the configuration that is in force after this one came into force, or null when it never changed. */
export function inForceSince(history: History, step: number): number | null {
	const now = kernelContext(seek(history, step + 1)).inForce;
	for (let at = step; at >= 0; at--) {
		if (kernelContext(seek(history, at)).inForce !== now) return at;
	}
	return null;
}

/** Why something happened, from the last cause to the first. */
export interface Why {
	/** The record itself, what led to it, and so on back to an act or to the beginning. */
	readonly causes: readonly Record[];
	/** Where the flag has a part in it: what put the configuration in force, in the same order. */
	readonly flag: readonly Record[] | null;
}

const told = (history: History, steps: readonly number[]): Record[] => steps.flatMap((at) => history.entries[at]?.records.at(-1) ?? []);

/** The chain of causes of a record, and that of the flag where its rule looks at it. */
export function whyOf(history: History, record: Record): Why {
	const [, ...before] = causesOf(history, record.step);
	const since = LOOKS_AT_FLAG.includes(record.rule) ? inForceSince(history, record.step) : null;
	return { causes: [record, ...told(history, before)], flag: since === null ? null : told(history, causesOf(history, since)) };
}
