import { fileURLToPath } from 'node:url';
import type { PostParams } from '../../../src/lib/machines/actions.ts';
import { noteOf, transitionLabel } from '../../../src/lib/machines/transitionRef.ts';
import { DEFINED, type Defined } from './witnesses.ts';

/** The transitions as they were when somebody last looked, one a line. */
export const LIST_FILE = fileURLToPath(new URL('../../vectors/transitions.txt', import.meta.url));

/** An action in a definition: an object of ours, or what XState’s `assign` and `raise` give, which carry what they were given. */
interface Action {
	readonly type?: string;
	readonly params?: unknown;
	readonly assignment?: object;
	readonly event?: { readonly type?: string };
}

/** What an action does, as far as the definition says it: what it posts to whom, or its kind where that depends on the case. */
function effectLabel({ type = 'action', params, assignment, event }: Action): string {
	if (type === 'post' && typeof params === 'object')
		return [params as PostParams]
			.flat()
			.map(({ to, event: { type: posted } }) => `${posted} to ${to}`)
			.join(', ');
	const details = assignment ? Object.keys(assignment) : [event?.type ?? ''];
	return `${type.replace('xstate.', '')} ${details.join(', ')}`.trim();
}

/** A transition in one line: whose it is, its event, guard and ends, its reason, and what it does. */
const lineOf = ({ component, transition, ref }: Defined): string => {
	const [, ...others] = transition.actions as unknown as readonly Action[];
	return [component, transitionLabel(ref), noteOf(transition)?.reason, others.map(effectLabel).join('; ')]
		.filter(Boolean)
		.join(' | ');
};

/** Every transition of every machine, one a line, in the order of the definitions. */
export const transitionLines = (): string[] => DEFINED.map(lineOf);
