import { NO_FILTER, type RecordFilter } from '../../scene/recordFilter';
import type { TraceRecord } from '../../sim/traceRecord';
import type { ViewId } from './views';

/** A record of a run that a reader asks about. */
export interface AskedRecord {
	readonly run: number;
	readonly record: TraceRecord;
}

/** What is opened beside the lab’s building. Owns which view that is, the filter of its events, and what “Why?” is about. */
export class ViewSelection {
	#view = $state<ViewId>('ladder');
	#filter = $state.raw<RecordFilter>(NO_FILTER);
	#asked = $state.raw<AskedRecord | null>(null);

	get view(): ViewId {
		return this.#view;
	}
	get filter(): RecordFilter {
		return this.#filter;
	}
	/** The record that was asked about last, which may have gone with its run; null where none was. */
	get asked(): AskedRecord | null {
		return this.#asked;
	}

	open(view: ViewId): void {
		this.#view = view;
	}

	filterBy(filter: RecordFilter): void {
		this.#filter = filter;
	}

	/** Opens the view that says why a record came about. */
	askWhy(run: number, record: TraceRecord): void {
		this.#asked = { run, record };
		this.#view = 'why';
	}
}
