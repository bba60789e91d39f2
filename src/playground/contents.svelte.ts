import { getContext, setContext } from 'svelte';

interface Entry {
	readonly id: string;
	readonly name: string;
}
/** A part of the playground, with what stands in it. */
interface Part extends Entry {
	readonly fixtures: readonly Entry[];
}

/** An id from a name: lower-case letters, digits and hyphens. */
const slugOf = (name: string): string =>
	name
		.toLowerCase()
		.replaceAll('’', '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');

/** The table of contents. Groups and fixtures enter themselves, in the order in which they stand on the page. */
export class Contents {
	#parts = $state.raw<readonly Part[]>([]);

	get parts(): readonly Part[] {
		return this.#parts;
	}
	addGroup(id: string, name: string): void {
		this.#parts = [...this.#parts, { id, name, fixtures: [] }];
	}
	/** Gives the id of the fixture, by which it is linked to. Throws when there is one of that name already. */
	addFixture(group: string, name: string): string {
		const id = `${group}.${slugOf(name)}`;
		this.#parts = this.#parts.map((part) => {
			if (part.id !== group) return part;
			if (part.fixtures.some((other) => other.id === id))
				throw new Error(`There are two fixtures “${name}” in ${group}.`);
			return { ...part, fixtures: [...part.fixtures, { id, name }] };
		});
		return id;
	}
}

const CONTENTS = Symbol('contents');
const GROUP = Symbol('group');

export const setContents = (contents: Contents): void => void setContext(CONTENTS, contents);
export const contentsAround = (): Contents => getContext<Contents>(CONTENTS);
export const setGroup = (id: string): void => void setContext(GROUP, id);
export const groupAround = (): string => getContext<string>(GROUP);
