import { loadPart, type PartError } from './loadPart';

/** A module that comes when somebody asks for it: not here yet, here, or why it is not. */
export class Part<M> {
	module = $state.raw<M | null>(null);
	failure = $state.raw<PartError | null>(null);
	loading = $state(false);

	/**
	 * @param what what it brings, in the middle of a sentence: “the packet inspector”
	 * @param fetchModule `() => import('…')`
	 */
	constructor(
		readonly what: string,
		readonly fetchModule: () => Promise<M>
	) {}

	/** Fetches it, or tries again to. Gives whether it is here then. */
	async load(): Promise<boolean> {
		if (this.module || this.loading) return this.module !== null;
		this.loading = true;
		try {
			this.module = await loadPart(this.what, this.fetchModule);
			this.failure = null;
		} catch (error) {
			this.failure = error as PartError;
		}
		this.loading = false;
		return this.module !== null;
	}
}
