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

	/** Fetches it, or tries again to. `ready` is called when it has come, before anything is made of it. */
	async load(ready?: () => void): Promise<void> {
		if (this.module || this.loading) return;
		this.loading = true;
		try {
			const module = await loadPart(this.what, this.fetchModule);
			ready?.();
			this.module = module;
			this.failure = null;
		} catch (error) {
			this.failure = error as PartError;
		}
		this.loading = false;
	}
}
