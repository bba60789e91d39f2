import { NAMES, type ComponentId, type Destination } from '../machines/components';
import type { ClaimId, Evidence, Fate } from '../machines/evidence';
import { packetIn } from '../machines/events';
import { isOwn, type Packet, type Protocol, type Purpose } from '../machines/packets';
import { REASONS, ruleOf, type ReasonId } from '../machines/reasons';
import { ruleNamed, type RuleId } from '../machines/rules';
import { eventLabel, type TransitionRef } from '../machines/transitionRef';
import type { Microstep } from './machineAdapter';
import { knownHere } from './situations';
import { believesProtected, leafOf, leavesOf, type Pending, type StateValue, type World } from './world';

/** A packet whose fate is settled. */
export interface PacketRecord {
	readonly protocol: Protocol;
	readonly purpose: Purpose;
	readonly sender: ComponentId;
	readonly destination: Destination;
	readonly fate: Fate;
}

/** What just happened, for people. */
export interface TraceRecord {
	readonly step: number;
	/** The step that caused this one, or null at the beginning and for acts. */
	readonly cause: number | null;
	readonly atMs: number;
	readonly component: ComponentId;
	/** The message or timer, by its type. */
	readonly event: string;
	/** The active states before and after; equal when nothing moved. */
	readonly from: string;
	readonly to: string;
	readonly reason: ReasonId | null;
	/** The transition that was taken, or null when none was: an act that was refused, a message that nobody took. */
	readonly transition: TransitionRef | null;
	readonly rule: RuleId | null;
	readonly evidence: Evidence;
	readonly source: string | null;
	readonly claims: readonly ClaimId[];
	readonly text: string;
	/** A short title when this is one of the moments that matter. */
	readonly moment: string | null;
	/** Set when this step settles a packet’s fate. */
	readonly packet: PacketRecord | null;
	/** The packet that the message brought, settled or not. */
	readonly carries: Packet | null;
	/** Why an act was refused. */
	readonly refused: boolean;
}

/** The leaves that differ: what moved, region by region; when nothing did, the component's state. */
function moved(before: StateValue, after: StateValue): [string, string] {
	const were = leavesOf(before);
	const are = leavesOf(after);
	const from = were.filter((leaf) => !are.includes(leaf));
	const to = are.filter((leaf) => !were.includes(leaf));
	const short = (leaves: string[]) => leaves.map((leaf) => leaf.split('.').at(-1)).join(', ');
	return from.length + to.length === 0 ? [leafOf(before), leafOf(after)] : [short(from), short(to)];
}

/**
 * The records of a message that is delivered in this world: one for each note that is not mere housekeeping. What they have in common comes
 * last in each: V8 takes a hundred times as long, and old-space memory, for new names after a spread.
 */
export function recordsOf(message: Pending, world: World, micros: readonly Microstep[]): TraceRecord[] {
	const carries = packetIn(message.event) ?? null;
	const frame = {
		step: world.steps,
		cause: message.cause < 0 ? null : message.cause,
		atMs: world.nowMs,
		component: message.to,
		event: eventLabel(message.event.type),
		carries,
		refused: false
	};
	const records = micros.flatMap((micro) =>
		micro.effects.flatMap((effect): TraceRecord[] => {
			if (effect.kind !== 'note') return [];
			const reason = REASONS[effect.reason];
			if (reason.quiet) return [];
			const rule = ruleOf(effect.reason);
			const [from, to] = moved(micro.before, micro.after);
			const unawares = carries !== null && leaksUnawares(rule, carries, world);
			const fate = unawares ? 'leaked' : reason.fate;
			const known = knownHere(effect.reason, message, world);
			const asked = { event: message.event, packet: carries ?? undefined, context: micro.context };
			return [
				{
					from,
					to,
					reason: effect.reason,
					transition: effect.transition,
					rule,
					evidence: known.evidence,
					source: known.source,
					claims: known.claims,
					text: `${typeof reason.text === 'string' ? reason.text : reason.text(asked)}${unawares ? ' The person still believes they are protected.' : ''}`,
					moment: unawares ? 'A leak' : (reason.moment ?? null),
					packet: carries && fate ? settled(concerned(carries, fate), fate) : null,
					...frame
				}
			];
		})
	);
	return records.length > 0 || micros.some((micro) => micro.effects.length > 0) ? records : [unheard(frame, micros)];
}

/** Without a VPN everything leaves in the clear, as it should; it is a leak while somebody counts on one (the design’s “no leak”). */
function leaksUnawares(rule: RuleId | null, packet: Packet, world: World): boolean {
	return rule !== null && ruleNamed(rule).leaksWhileTrusted === true && isOwn(packet) && believesProtected(world);
}

/** Whoever opens an envelope for its own packet is delivered that packet, not the envelope. */
const concerned = (packet: Packet, fate: Fate): Packet => (fate === 'delivered' ? (packet.inner ?? packet) : packet);

const settled = (packet: Packet, fate: Fate): PacketRecord => ({
	protocol: packet.protocol,
	purpose: packet.purpose,
	sender: packet.sender,
	destination: packet.destination,
	fate
});

/** What a record has where no transition was taken, and so no reason of the model’s stands behind it. */
const NO_REASON = {
	reason: null,
	transition: null,
	rule: null,
	evidence: 'assumed',
	source: null,
	claims: []
} as const;

/** A message that its machine has no use for any more: said, not swallowed. */
function unheard(
	frame: Omit<
		TraceRecord,
		'from' | 'to' | 'reason' | 'transition' | 'rule' | 'evidence' | 'source' | 'claims' | 'text' | 'moment' | 'packet'
	>,
	micros: readonly Microstep[]
): TraceRecord {
	const state = leafOf(micros[0]?.before ?? '');
	const name = NAMES[frame.component];
	return {
		from: state,
		to: state,
		...NO_REASON,
		text: `${name.charAt(0).toUpperCase()}${name.slice(1)}: nobody is there any more to take this (${frame.event}).`,
		moment: null,
		// A slip or a status about a packet is not the packet.
		packet: frame.carries && frame.event.startsWith('packet.') ? settled(frame.carries, 'refused') : null,
		...frame
	};
}

/** The record of an act that made no sense: the world stays as it was, the reason is said. */
export function recordOfRefusal(act: string, world: World, why: string): TraceRecord {
	return {
		step: world.steps,
		cause: null,
		atMs: world.nowMs,
		component: 'person',
		event: `act ${act}`,
		from: leafOf(world.machines.person.value),
		to: leafOf(world.machines.person.value),
		...NO_REASON,
		text: why,
		moment: null,
		packet: null,
		carries: null,
		refused: true
	};
}
