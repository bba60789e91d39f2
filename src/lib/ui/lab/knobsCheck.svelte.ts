import type { Verdicts } from '../../check/check';
import { phoneVerdictOf, type PhoneVerdict } from '../../check/phoneVerdict';
import type { Knobs } from '../../machines/knobs';
import { messageOf } from '../../figures/onDemand/loadPart';
import { checkInWorker } from '../../session/checkerClient';
import type { WorkerTask } from '../../session/workerTask';

/** What the checker says of the phones that it was asked about: each is looked into once. */
export class KnobsCheck {
	/** How many worlds have been found, while it looks; null when it does not. */
	worlds = $state<number | null>(null);
	/** Why it could not be asked, or null. */
	failed = $state<string | null>(null);
	#answers = $state.raw<Readonly<Record<string, PhoneVerdict & { readonly gaveUp: boolean }>>>({});
	#running: WorkerTask<Verdicts> | null = null;

	/** The verdicts of this phone, as far as it was asked about. */
	of(knobs: Knobs): (PhoneVerdict & { readonly gaveUp: boolean }) | undefined {
		return this.#answers[JSON.stringify(knobs)];
	}

	/** Looks into every world of this phone, beside the page. Gives whether there is an answer then. */
	async ask(knobs: Knobs): Promise<boolean> {
		this.worlds = 0;
		this.failed = null;
		try {
			this.#running = checkInWorker(knobs, (worlds) => (this.worlds = worlds));
			const verdicts = await this.#running.answer;
			if (verdicts)
				this.#answers = {
					...this.#answers,
					[JSON.stringify(knobs)]: { gaveUp: verdicts.gaveUp, ...phoneVerdictOf(verdicts) }
				};
			return verdicts !== null;
		} catch (error) {
			this.failed = messageOf(error);
			return false;
		} finally {
			this.worlds = null;
			this.#running = null;
		}
	}

	cancel(): void {
		this.#running?.cancel();
	}
}
