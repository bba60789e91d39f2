/** A list of integers that grows. */
export class IntVector {
	#values = new Int32Array(1 << 12);
	length = 0;

	push(value: number): void {
		if (this.length === this.#values.length) {
			const grown = new Int32Array(this.length * 2);
			grown.set(this.#values);
			this.#values = grown;
		}
		this.#values[this.length++] = value;
	}

	at(index: number): number {
		return this.#values[index] as number;
	}

	/** A view of what is in it now. */
	view(): Int32Array {
		return this.#values.subarray(0, this.length);
	}
}

/** Worlds as nodes, by the order in which they were found; edges in the order of their first ends. */
export interface Graph {
	readonly nodes: number;
	/** The edges of node n are those from `first[n]` up to `first[n + 1]`. */
	readonly first: Int32Array;
	readonly to: Int32Array;
	/** What is chosen on each edge: see `explore`. */
	readonly label: Int32Array;
}

/** A graph’s edges by where they lead: those to node n are `edges` from `last[n]` up to `last[n + 1]`. */
export interface ReverseGraph {
	readonly last: Int32Array;
	readonly edges: Int32Array;
	/** Where each edge begins. */
	readonly from: Int32Array;
}

export function reverseGraph({ nodes, first, to }: Graph): ReverseGraph {
	const last = new Int32Array(nodes + 1);
	for (const node of to) last[node + 1] = (last[node + 1] as number) + 1;
	for (let node = 0; node < nodes; node++) last[node + 1] = (last[node + 1] as number) + (last[node] as number);
	const place = last.slice();
	const [edges, from] = [new Int32Array(to.length), new Int32Array(to.length)];
	for (let node = 0; node < nodes; node++) {
		for (let edge = first[node] as number; edge < (first[node + 1] as number); edge++) {
			const target = to[edge] as number;
			from[edge] = node;
			edges[place[target] as number] = edge;
			place[target] = (place[target] as number) + 1;
		}
	}
	return { last, edges, from };
}

/** Which nodes have a way to one of these targets, along edges that may be used. */
export function backwardReachable(
	{ nodes, label }: Graph,
	{ last, edges, from }: ReverseGraph,
	isTarget: (node: number) => boolean,
	mayUse: (label: number) => boolean
): Uint8Array {
	const found = new Uint8Array(nodes);
	const queue: number[] = [];
	for (let node = 0; node < nodes; node++) {
		if (!isTarget(node)) continue;
		found[node] = 1;
		queue.push(node);
	}
	for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
		for (let at = last[node] as number; at < (last[node + 1] as number); at++) {
			const edge = edges[at] as number;
			const before = from[edge] as number;
			if (found[before] || !mayUse(label[edge] as number)) continue;
			found[before] = 1;
			queue.push(before);
		}
	}
	return found;
}

/**
 * The edges of the cheapest way from a node to a target, or null when there is none. `costOf` says 0 or 1 for an edge,
 * or Infinity for one that may not be used.
 */
export function zeroOneBfs(
	graph: Graph,
	start: number,
	isTarget: (node: number) => boolean,
	costOf: (label: number) => number
): number[] | null {
	const { nodes, first, to, label } = graph;
	const by = new Int32Array(nodes).fill(-1);
	const done = new Uint8Array(nodes);
	const origin = new Int32Array(nodes).fill(-1);
	let frontier: [node: number, edge: number, before: number][] = [[start, -1, -1]];
	for (let dearer: typeof frontier = []; frontier.length > 0; frontier = dearer, dearer = []) {
		for (let at = 0; at < frontier.length; at++) {
			const [node, edge, before] = frontier[at] as [number, number, number];
			if (done[node]) continue;
			done[node] = 1;
			by[node] = edge;
			origin[node] = before;
			if (isTarget(node)) return walkBack(node, by, origin);
			for (let next = first[node] as number; next < (first[node + 1] as number); next++) {
				const cost = costOf(label[next] as number);
				if (cost === Infinity || done[to[next] as number]) continue;
				(cost === 0 ? frontier : dearer).push([to[next] as number, next, node]);
			}
		}
	}
	return null;
}

function walkBack(end: number, by: Int32Array, origin: Int32Array): number[] {
	const edges: number[] = [];
	for (let node = end; (by[node] as number) >= 0; node = origin[node] as number) edges.push(by[node] as number);
	return edges.reverse();
}
