import type { Question } from './chapters';
import { chosenIn, NOTHING_KEPT, readKept, scoreOf, withAnswer, withoutAnswers, type Kept, type Score } from './predict/kept';
import { whereAllowed } from './storage';

/** The one key under which this site keeps a reader’s progress. */
const KEY = 'progress';

/** How far a reader has come: kept on this device only, and only where the browser lets us. Empty until it is opened, and on the server. */
class Progress {
	#kept: Kept = $state.raw(NOTHING_KEPT);
	/** Whoever has asked to be forgotten is not written down again for scrolling on. */
	#notesReading = true;

	/** Reads what this device kept, and follows what other windows of the site do. Gives the way to stop that. */
	open(): () => void {
		this.#kept = readKept(this.#stored());
		const follow = ({ key, newValue }: StorageEvent) => {
			// Without a key, everything was cleared.
			if (key === KEY || key === null) this.#kept = readKept(newValue);
		};
		window.addEventListener('storage', follow);
		return () => window.removeEventListener('storage', follow);
	}

	/** Whether the figures wait for an answer before they show it. */
	get askFirst(): boolean {
		return this.#kept.askFirst;
	}
	set askFirst(askFirst: boolean) {
		this.#keep({ ...this.#kept, askFirst });
	}

	hasRead = (chapter: string): boolean => this.#kept.read.includes(chapter);

	markRead(chapter: string): void {
		if (this.#notesReading && !this.hasRead(chapter)) this.#keep({ ...this.#kept, read: [...this.#kept.read, chapter] });
	}

	/** Which answer was chosen; null while the question is open. */
	chosen = (chapter: string, question: Question): number | null => chosenIn(this.#kept, chapter, question);

	answer(chapter: string, question: Question, answer: number): void {
		this.#keep(withAnswer(this.#kept, chapter, question, answer));
	}

	score = (chapter: string, questions: readonly Question[]): Score => scoreOf(this.#kept, chapter, questions);

	clearAnswers(chapter: string, questions: readonly Question[]): void {
		this.#keep(withoutAnswers(this.#kept, chapter, questions));
	}

	/** Forgets answers, chapters read and wishes, and leaves nothing on this device. */
	forget(): void {
		this.#kept = NOTHING_KEPT;
		this.#notesReading = false;
		whereAllowed((storage) => storage.removeItem(KEY));
	}

	#keep(kept: Kept): void {
		this.#kept = kept;
		whereAllowed((storage) => storage.setItem(KEY, JSON.stringify(kept)));
	}

	#stored = (): string | null => whereAllowed((storage) => storage.getItem(KEY)) ?? null;
}

export const progress = new Progress();
