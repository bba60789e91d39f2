/**
 * The model as one file that runs anywhere: the scenarios, and a witness that sees every XState actor that is started.
 * Bundled for same-history.spec; never part of the site.
 */
import { Actor, createActor, createMachine } from 'xstate';
import { play, SCENARIO_IDS, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';

const started: string[] = [];
// eslint-disable-next-line @typescript-eslint/unbound-method -- called below on the actor it belongs to
const start = Actor.prototype.start;
Actor.prototype.start = function (this: Actor<never>) {
	started.push(this.id);
	return start.call(this);
};

export const ids = SCENARIO_IDS;

/** A scenario's history, its worlds and records, as text. */
export const historyOf = (id: string): string => JSON.stringify(play(SCENARIOS[id as keyof typeof SCENARIOS]));

/** The actors that were started since the last time this was asked. */
export const actorsStarted = (): string[] => started.splice(0);

/** Starts an actor on purpose, to show that the witness would see one. */
export const startAnActor = (): void => void createActor(createMachine({}), { id: 'on purpose' }).start();
