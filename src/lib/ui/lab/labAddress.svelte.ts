import type { LabSession } from './labSession.svelte';
import { replaceAddress } from '../controls/addressBar';
import { formatTabStorage, readTabStorage, writeTabStorage } from './tabStorage';

/** How long the screen stands still before the address follows: browsers take some changes a second, and no more. */
const STILL_MS = 500;

/**
 * The address follows what is on the screen, and the tab keeps all futures, from the first change on. Owns what was
 * written last, and whether an address is being opened.
 */
export class LabAddress {
	#opening = $state(false);
	/** The query of what is on the screen, and what would be kept, when either was last written or opened; null before that. */
	#query: string | null = null;
	#text: string | null = null;
	/** The lab’s own address: that of the page may already be another. */
	#search = '';
	readonly #session: LabSession;

	constructor(session: LabSession) {
		this.#session = session;
	}

	/** While an address is being opened, what the lab shows is not it yet. */
	get opening(): boolean {
		return this.#opening;
	}

	/** Opens the address of the page, with what the tab has kept. */
	async open(): Promise<void> {
		this.#opening = true;
		this.#search = location.search;
		const isRead = await this.#session.open(this.#search, readTabStorage());
		this.#opening = false;
		// A fresh page may still read what this one could not.
		if (!isRead) return;
		this.#query = this.#session.query();
		this.#text = this.#format();
	}

	/** Writes once playback is paused; gives the way to take that back. To be run whenever anything has changed. */
	follow(): (() => void) | undefined {
		const { player, futures, views } = this.#session;
		const { playing, positions } = player;
		// What is read here is what it follows.
		const all = [positions, futures.store.kept, views.view, futures.shownNumber, futures.besideNumber];
		if (playing || this.#opening || all.length === 0) return;
		const later = setTimeout(() => this.#write(), STILL_MS);
		return () => clearTimeout(later);
	}

	/** The tab keeps all futures now: the reader goes. */
	keep(): void {
		if (this.#text === null) return;
		const text = this.#format();
		if (text === this.#text) return;
		writeTabStorage(text);
		this.#text = text;
	}

	#format(): string {
		return formatTabStorage(this.#search, this.#session.futures, this.#session.player.positions);
	}

	#write(): void {
		const query = this.#session.query();
		if (this.#query === null) return;
		if (query !== this.#query) {
			replaceAddress(`?${query}`);
			this.#query = query;
			this.#search = location.search;
		}
		this.keep();
	}
}
