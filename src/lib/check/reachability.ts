import { COMPONENTS, type ComponentId } from '../machines/components';
import type { Knobs } from '../machines/knobs';
import type { ReasonId } from '../machines/reasons';
import { ACTS, type ActId } from '../sim/acts';
import type { Snapshot } from '../sim/world';
import { boundsFor } from './bounds';
import type { CheckOptions } from './check';
import { Explorer } from './explorer';
import { actOf, isAct, worldOf, type Exploration, type Fault, type Label } from './exploration';
import { labelsTo, pathOf, replay, type Path } from './paths';
import { Tables, type Message } from './tables';

/** What can happen at all with these knobs. Plain data, so that it can come from a worker. */
export interface Reach {
	readonly knobs: Knobs;
	readonly worlds: number;
	/** When there were more worlds than the bounds allow; then what is missing may yet be reached. */
	readonly gaveUp: boolean;
	/** A shortest path to each reason for which something can happen; nothing for one that never comes, whatever is done. */
	readonly paths: Readonly<Partial<Record<ReasonId, Path>>>;
}

/** Which of these reasons can ever come up within the bounds. Throws `Stopped` when the watcher says so. */
export function reach(
	knobs: Knobs,
	reasons: readonly ReasonId[],
	{ bounds = boundsFor(knobs), watch, tables = new Tables() }: CheckOptions = {}
): Reach {
	const explored = new Explorer(knobs, bounds, tables).run(watch);
	const found = firstSteps(explored, reasons);
	return {
		knobs,
		worlds: explored.graph.nodes,
		gaveUp: explored.looked < explored.graph.nodes,
		paths: Object.fromEntries(
			[...found].map(([reason, { world, label }]) => [
				reason,
				pathOf(replay(explored, [...labelsTo(explored, world), label]))
			])
		)
	};
}

/** For each reason that is told, the first step that tells it: worlds are numbered breadth first, so no way there is shorter. */
function firstSteps(explored: Exploration, reasons: readonly ReasonId[]): Map<ReasonId, Fault> {
	const { graph } = explored;
	const told = tellings(explored, new Set(reasons));
	const found = new Map<ReasonId, Fault>();
	for (let world = 0; world < graph.nodes && found.size < reasons.length; world++) {
		for (let edge = graph.first[world] as number; edge < (graph.first[world + 1] as number); edge++) {
			const label = graph.label[edge] as number;
			for (const reason of told(world, label)) {
				if (!found.has(reason)) found.set(reason, { world, label });
			}
		}
	}
	return found;
}

/** What a step tells of these reasons: it depends on the machine that hears and on what it hears, so each pair is looked at once. */
function tellings(
	{ knobs, bounds, tables, snapshotOf }: Exploration,
	reasons: ReadonlySet<ReasonId>
): (world: number, label: Label) => readonly ReasonId[] {
	const known: (readonly ReasonId[] | undefined)[][] = [];
	const heard = (world: number, label: Label): number =>
		isAct(label)
			? actMessage(
					tables,
					worldOf(tables, knobs, (component) => snapshotOf(world, component)),
					bounds.acts[actOf(label)] as ActId
				)
			: messageOf(tables, label);
	return (world, label) => {
		const number = heard(world, label);
		const { to, pending } = tables.messages[number] as Message;
		const snapshot = snapshotOf(world, to);
		const ofMessage = (known[number] ??= []);
		return (ofMessage[snapshot] ??= tables.model
			.ask(COMPONENTS[to] as ComponentId, (tables.snapshots[to] as Snapshot[])[snapshot] as Snapshot, pending.event)
			.micros.flatMap(({ effects }) =>
				effects.flatMap((effect) => (effect.kind === 'note' && reasons.has(effect.reason) ? [effect.reason] : []))
			));
	};
}

/** The message that is delivered on an edge: itself, or its answer where it asks. */
function messageOf({ messages }: Tables, label: Label): number {
	const { answers } = messages[label >> 2] as Message;
	return (label & 3) === 0 || !answers ? label >> 2 : answers[((label & 3) - 1) as 0 | 1];
}

function actMessage(tables: Tables, world: ReturnType<typeof worldOf>, act: ActId): number {
	const { to, event } = ACTS[act].message(world);
	return tables.message({ from: to, to, event, sentMs: 0, dueMs: 0 });
}
