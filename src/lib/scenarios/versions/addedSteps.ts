import type { Packet } from '../../machines/packets';
import type { ReasonId } from '../../machines/reasons';
import type { Pending, World } from '../../sim/world';

/** What a step is to an older version of the model: one of its own, the first of several that were one, or nothing. */
export type StepKind = 'own' | 'begins' | 'added';

/** A step of today’s model. */
export interface TakenStep {
	readonly number: number;
	readonly before: World;
	readonly after: World;
	/** What was delivered; null for an act. */
	readonly message: Pending | null;
	/** The reasons that it told. */
	readonly told: readonly (ReasonId | null)[];
}

/**
 * Says what a step is to the version before the one that brought something. What it has to remember of a run, it carries
 * along: `next` judges the step after this one.
 */
export type AddedSteps = (step: TakenStep) => { readonly kind: StepKind; readonly next: AddedSteps };

/** Judges every step by itself. */
export const judging = (kindOf: (step: TakenStep) => StepKind): AddedSteps => {
	const judge: AddedSteps = (step) => ({ kind: kindOf(step), next: judge });
	return judge;
};

/** Judges steps by what it remembers of those before. */
export const remembering =
	<Memory>(
		memory: Memory,
		judge: (step: TakenStep, memory: Memory) => { readonly kind: StepKind; readonly memory: Memory }
	): AddedSteps =>
	(step) => {
		const judged = judge(step, memory);
		return { kind: judged.kind, next: remembering(judged.memory, judge) };
	};

/** The packet that a message brings, if any. */
export const packetOf = (message: Pending | null): Packet | null =>
	message && 'packet' in message.event ? message.event.packet : null;

/** The packet in the innermost envelope. */
export const innermost = (packet: Packet | null): Packet | null => (packet?.inner ? innermost(packet.inner) : packet);
