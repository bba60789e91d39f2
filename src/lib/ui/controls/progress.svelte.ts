import { loadPart, type PartError } from '../../figures/onDemand/loadPart';
import type { Question } from './chapters';
import {
	chosenIn,
	NO_PROGRESS,
	scoreOf,
	withAnswer,
	withoutAnswers,
	type ProgressData,
	type Score
} from './progressData';
import { whereAllowed } from './storage';

/** The one key under which this site keeps a reader’s progress. */
const KEY = 'progress';

/** How far a reader has come: kept on this device only, and only where the browser lets us. Empty until it is opened, and on the server. */
class Progress {
	#kept: ProgressData = $state.raw(NO_PROGRESS);
	/** Why what this device keeps could not be read, or null. It is left as it is then; what is done counts until the page is left. */
	failure = $state.raw<PartError | null>(null);
	loading = $state(false);
	/** What is to be written down once what there was has been read; null when it has. */
	#waiting: ((kept: ProgressData) => ProgressData)[] | null = null;
	/** Whoever has asked to be forgotten is not written down again for scrolling on. */
	#notesReading = true;

	/** Reads what this device kept, and follows what other windows of the site do. Gives the way to stop that. */
	open(): () => void {
		void this.#take(this.#stored());
		const follow = ({ key, newValue }: StorageEvent) => {
			// Without a key, everything was cleared.
			if (key === KEY || key === null) void this.#take(newValue);
		};
		window.addEventListener('storage', follow);
		return () => window.removeEventListener('storage', follow);
	}

	/** Whether the figures wait for an answer before they show it. */
	get askFirst(): boolean {
		return this.#kept.askFirst;
	}
	set askFirst(askFirst: boolean) {
		this.#keep((kept) => ({ ...kept, askFirst }));
	}

	hasRead = (chapter: string): boolean => this.#kept.read.includes(chapter);

	markRead(chapter: string): void {
		if (this.#notesReading && !this.hasRead(chapter))
			this.#keep((kept) => ({ ...kept, read: [...kept.read, chapter] }));
	}

	/** Which answer was chosen; null while the question is open. */
	chosen = (chapter: string, question: Question): number | null => chosenIn(this.#kept, chapter, question);

	answer(chapter: string, question: Question, answer: number): void {
		this.#keep((kept) => withAnswer(kept, chapter, question, answer));
	}

	score = (chapter: string, questions: readonly Question[]): Score => scoreOf(this.#kept, chapter, questions);

	clearAnswers(chapter: string, questions: readonly Question[]): void {
		this.#keep((kept) => withoutAnswers(kept, chapter, questions));
	}

	/** Forgets answers, chapters read and wishes, and leaves nothing on this device. */
	forget(): void {
		this.#kept = NO_PROGRESS;
		this.#waiting = null;
		this.failure = null;
		this.#notesReading = false;
		whereAllowed((storage) => storage.removeItem(KEY));
	}

	/** Tries again to read what this device keeps. */
	load = (): Promise<void> => this.#take(this.#stored());

	/** Whoever comes for the first time has nothing to be read, and the reader of it is not fetched. */
	async #take(text: string | null): Promise<void> {
		if (text === null) return void (this.#kept = NO_PROGRESS);
		this.#waiting ??= [];
		this.loading = true;
		try {
			const { readProgress } = await loadPart(
				'what this device keeps of your progress',
				() => import('./readProgress')
			);
			this.failure = null;
			const waiting = this.#waiting;
			this.#waiting = null;
			// Forgotten meanwhile.
			if (waiting === null) return;
			this.#kept = readProgress(text);
			waiting.forEach((change) => this.#keep(change));
		} catch (error) {
			this.failure = error as PartError;
		} finally {
			this.loading = false;
		}
	}

	#keep(change: (kept: ProgressData) => ProgressData): void {
		this.#kept = change(this.#kept);
		if (this.#waiting) this.#waiting.push(change);
		else whereAllowed((storage) => storage.setItem(KEY, JSON.stringify(this.#kept)));
	}

	#stored = (): string | null => whereAllowed((storage) => storage.getItem(KEY)) ?? null;
}

export const progress = new Progress();
