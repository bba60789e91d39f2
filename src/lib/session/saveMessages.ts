import type { Knobs } from '../machines/knobs';
import type { Outcomes } from '../sim/outcomes';
import type { Choice } from '../sim/step';

/** A run as it is handed to a worker: played again there, it is the same run. */
export interface RunToSave {
	readonly knobs: Knobs;
	readonly outcomes: Outcomes;
	readonly choices: readonly Choice[];
}

/** What the saving worker says: how many packets are written, a piece of the file, the end. After a piece it waits until it hears `GO_ON`. */
export type Saving =
	| { readonly say: 'written'; readonly packets: number; readonly of: number }
	| { readonly say: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
	| { readonly say: 'done' };
/** Said to the saving worker: the piece has been taken. So no more than one is ever under way, however slow the page is. */
export const GO_ON = 'go on';
