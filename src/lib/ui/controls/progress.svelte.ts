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
		this.#notesReading = false;
		whereAllowed((storage) => storage.removeItem(KEY));
	}

	/** Whoever comes for the first time has nothing to be read, and the reader of it is not fetched. */
	async #take(text: string | null): Promise<void> {
		if (text === null) return void (this.#kept = NO_PROGRESS);
		this.#waiting ??= [];
		const { readProgress } = await import('./readProgress');
		const waiting = this.#waiting;
		this.#waiting = null;
		// Forgotten meanwhile.
		if (waiting === null) return;
		this.#kept = readProgress(text);
		waiting.forEach((change) => this.#keep(change));
	}

	#keep(change: (kept: ProgressData) => ProgressData): void {
		if (this.#waiting) return void this.#waiting.push(change);
		this.#kept = change(this.#kept);
		whereAllowed((storage) => storage.setItem(KEY, JSON.stringify(this.#kept)));
	}

	#stored = (): string | null => whereAllowed((storage) => storage.getItem(KEY)) ?? null;
}

export const progress = new Progress();
