import { onMount } from 'svelte';
import { afterNavigate } from '$app/navigation';
import { replaceAddress } from '../addressBar';
import { nameOfSort, pressedAt, type SortedColumn, type Sorting } from './sorting';

/** The views of a table: each says what is shown of it, and in which order. */
interface TableViews<View extends Sorting> {
	readonly columns: readonly SortedColumn<View['sort']>[];
	/** The whole table in its own order. */
	readonly whole: View;
	/** Whether a view shows just that, and leaves nothing to be seen in its filters either. */
	readonly isWhole: (view: View) => boolean;
	/** The view as an address has it; empty for the whole table in its own order. */
	readonly queryOf: (view: View) => string;
	/** The view that an address asks for; what is not known is said in one sentence. */
	readonly viewIn: (search: string) => { readonly view: View; readonly fault: string | null };
}

/** What a page shows of its table, and the address that says so. It is made together with the page’s component. */
export class TableView<View extends Sorting> {
	#view: View;
	#fault = $state<string | null>(null);
	#said = $state('');
	#isLive = $state(false);
	readonly #views: TableViews<View>;

	constructor(views: TableViews<View>) {
		this.#views = views;
		this.#view = $state.raw(views.whole);
		onMount(() => (this.#isLive = true));
		// The page was made for every address: which view this one asks for is known only here.
		afterNavigate(() => {
			const { view, fault } = views.viewIn(location.search);
			this.#view = view;
			this.#fault = fault;
		});
	}

	get #sortedBy(): string {
		return nameOfSort(this.#views.columns, this.#view.sort);
	}

	get view(): View {
		return this.#view;
	}
	/** What of the address was not known, until somebody has read it. */
	get fault(): string | null {
		return this.#fault;
	}
	/** What screen readers are told. */
	get said(): string {
		return this.#said;
	}
	/** Without scripts there is nothing to press. */
	get isLive(): boolean {
		return this.#isLive;
	}
	/** In which order it is, in words. */
	get sorted(): string {
		return `in the order of “${this.#sortedBy}”, ${this.#view.order}`;
	}

	/** Shows another view. While somebody writes, it is not done, and the address waits. */
	look(next: View, isDone = true): void {
		const { whole, isWhole, queryOf } = this.#views;
		const query = queryOf(next);
		this.#view = isWhole(next) ? whole : next;
		if (isDone) replaceAddress(query === '' ? location.pathname : `?${query}`);
	}

	sortBy(sort: View['sort']): void {
		this.look({ ...this.#view, ...pressedAt(this.#view, sort) });
		this.say(`Sorted by ${this.#sortedBy}, ${this.#view.order}.`);
	}

	say(words: string): void {
		this.#said = words;
	}

	closeFault(): void {
		this.#fault = null;
	}
}
