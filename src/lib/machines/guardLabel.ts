import { and, not } from 'xstate';
import { ruleNamed, type RuleId } from './rules';

/** What XState’s `and`, `or` and `not` give: a function that carries its operands. */
type Combinator = { readonly check: unknown; readonly guards: readonly unknown[] };
const isCombinator = (guard: unknown): guard is Combinator => typeof guard === 'function' && 'guards' in guard;
// By what they do and not by their names, which a bundler may take away.
const checkOf = (guard: unknown): unknown => (guard as Combinator).check;
const [AND, NOT] = [and([]), not(() => true)].map(checkOf);

/** What XState’s `stateIn` gives: a function that carries the region and its state. */
type StateGuard = { readonly stateValue: Readonly<Record<string, string>> };
const isStateGuard = (guard: unknown): guard is StateGuard => typeof guard === 'function' && 'stateValue' in guard;

/** A guard in words: the rule’s name, the act’s, the state of another region, or the sentence that names it; combined guards with “and”, “or” and “not”. */
export function guardLabel(guard: unknown): string | null {
	if (guard === undefined || guard === null) return null;
	if (typeof guard === 'string') return guard;
	if (isCombinator(guard)) return combinedLabel(guard);
	if (isStateGuard(guard)) return `in ${Object.entries(guard.stateValue).flat().join('.')}`;
	const { type = '', params = {} } = guard as { type?: string; params?: Readonly<Record<string, string>> };
	if (type === 'rule') return ruleNamed(params.id as RuleId).name;
	return params.act ?? [type, ...Object.values(params)].join(' ');
}

function combinedLabel({ check, guards }: Combinator): string {
	const labels = guards.map((operand) => {
		const label = guardLabel(operand) ?? '';
		return check === NOT || (isCombinator(operand) && operand.check !== NOT) ? `(${label})` : label;
	});
	return check === NOT ? `not ${labels.join()}` : labels.join(check === AND ? ', and ' : ', or ');
}
