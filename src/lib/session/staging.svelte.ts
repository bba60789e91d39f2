import { initialTransition, transition, type EventFromLogic, type SnapshotFrom } from 'xstate';
import type { Knobs } from '../machines/knobs';
import { stagingMachine, STOPS, type StageId, type StagingState, type Stop } from '../scenarios/stages';
import type { History } from '../sim/history';
import type { FigureSession } from './figureSession.svelte';

/** A stop of the stage at hand, and where it is in the run. */
export interface PlacedStop {
	readonly title: string;
	readonly stop: Stop;
	/** How many steps of the run have happened there. */
	readonly steps: number;
	readonly playMs: number;
}

/** Around the rules: what the second act changes. */
const AROUND: Partial<Knobs> = { transport: 'userspaceStack' };
const THROUGH: Partial<Knobs> = { transport: 'bsdSocket' };

/**
 * The first screen, one act at a time. Owns in which state its statechart is, and from which step of the run the stage at
 * hand begins; what happens on the phone is the session’s.
 */
export class Staging {
	#snapshot = $state.raw<SnapshotFrom<typeof stagingMachine>>(initialTransition(stagingMachine)[0]);
	#from = $state(0);

	readonly #session: FigureSession;

	/** Which acts are asked for. */
	readonly state: StagingState = $derived(this.#snapshot.value);
	/** Which stage is shown: the ways out are tried where the update ended. */
	readonly stage: StageId = $derived(
		this.state === 'exits' ? 'updated' : this.state === 'everything' ? 'start' : this.state
	);
	/** The stage’s named moments, as far as the run has them. */
	readonly stops: readonly PlacedStop[] = $derived.by(() => {
		const { runs, timelines } = this.#session.player;
		const [run, timeline] = [runs[0], timelines[0]];
		return run && timeline ? placed(STOPS[this.stage], run, this.#from, timeline.playMs) : [];
	});
	/** At which stop the figure stands: the last one that has happened; -1 before the first. */
	readonly at: number = $derived(
		this.stops.findLastIndex(({ steps }) => steps <= (this.#session.player.positions[0] ?? 0))
	);

	constructor(session: FigureSession) {
		this.#session = session;
	}

	/** Shows the first stage where it ends. */
	open(): void {
		this.#show(this.stops.length - 1);
	}

	/** The first act, and how it is taken back. */
	flip(): void {
		if (this.state !== 'start') return this.goTo('start');
		this.#from = this.#session.player.positions[0] ?? 0;
		this.#send({ type: 'flip' });
		this.#session.flip();
		this.#watch();
	}

	/** The second act: the run begins anew, with the probe going around the rules. */
	goAround(): void {
		this.#send({ type: 'goAround' });
		this.#from = 0;
		this.#session.turn({ ...AROUND, includeAllNetworks: true });
		this.#watch();
	}

	/** The third. */
	update(): void {
		this.#from = this.#session.player.runs[0]?.entries.length ?? 0;
		this.#session.player.seekTo(this.#session.player.durationMs);
		this.#from = this.#session.player.positions[0] ?? 0;
		this.#send({ type: 'update' });
		this.#session.act('update');
		this.#watch();
	}

	findWayOut(): void {
		this.#send({ type: 'findWayOut' });
	}

	/** Back to a stage that has been seen: what was chosen after it is undone. */
	goTo(stage: StageId): void {
		if (stage === 'start') this.startOver();
		else if (stage === 'flipped') {
			this.startOver();
			this.flip();
		} else if (stage === 'around') {
			this.#send({ type: 'undo' });
			if (this.stage !== 'around') this.#send({ type: 'undo' });
			this.#from = 0;
			this.#session.turn({ ...AROUND, includeAllNetworks: true });
			this.#watch();
		}
	}

	startOver(): void {
		this.#send({ type: 'startOver' });
		this.#from = 0;
		if (this.#session.player.runs[0]?.knobs.transport !== THROUGH.transport)
			this.#session.turn({ ...THROUGH, includeAllNetworks: false });
		this.#session.startOver();
		this.open();
	}

	/** The stage once more, from its act to its last stop. */
	watchAgain(): void {
		const first = this.stops[0];
		if (first) this.#session.player.seekTo(Math.max(0, first.playMs - 1));
		this.#watch();
	}

	showEverything(): void {
		this.#send({ type: 'showEverything' });
	}

	showStages(): void {
		this.#send({ type: 'showStages' });
		this.startOver();
	}

	/** Shows a stop, by its number from 0. */
	show(index: number): void {
		this.#session.player.pause();
		this.#show(index);
		this.#session.playback.announcer.tell();
	}

	#show(index: number): void {
		const stop = this.stops[Math.max(0, Math.min(index, this.stops.length - 1))];
		if (!stop) return;
		this.#session.player.seekStep(stop.steps);
		this.#session.playback.scenes.lookAt(stop.stop.wall ?? null);
	}

	#watch(): void {
		const last = this.stops.at(-1);
		if (last) this.#session.player.playTo(last.playMs + 1);
	}

	#send(event: EventFromLogic<typeof stagingMachine>): void {
		this.#snapshot = transition(stagingMachine, this.#snapshot, event)[0];
	}
}

/** Where the stops of a stage are in a run: each after the one before it. */
function placed(stops: readonly Stop[], { entries }: History, from: number, playMs: readonly number[]): PlacedStop[] {
	let after = from;
	return stops.flatMap((stop) => {
		const is = (i: number) => i >= after && (entries[i]?.records ?? []).some(({ reason }) => reason === stop.reason);
		const indices = entries.map((_, i) => i);
		const found = stop.isLast ? indices.findLast(is) : indices.find(is);
		if (found === undefined) return [];
		after = found;
		return [{ title: stop.title, stop, steps: found + 1, playMs: playMs[found] ?? 0 }];
	});
}
