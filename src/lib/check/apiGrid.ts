import { refuseKnobs } from '../machines/knobs';
import {
	ANSWERS,
	CELL_ACTS,
	cellKnobs,
	GRID_APIS,
	GRID_CELLS,
	verdictIn,
	type GridApi,
	type GridCell,
	type GridVerdict
} from '../scenarios/apiGrid';
import { boundsFor } from './bounds';
import type { Watch } from './explorer';
import type { Path } from './paths';
import { reach } from './reachability';
import { Tables } from './tables';

/** What the checker says of a cell: whether the answer can come back at all, whatever comes first and whatever comes of it. */
export interface CheckedCell extends GridCell {
	readonly verdict: GridVerdict;
	readonly worlds: number;
	/** The shortest path to the answer, where there is one. */
	readonly path: Path | null;
}

/**
 * Looks into every world of every cell of the grid of APIs, one cell after the other.
 * @param watch told of all worlds so far; true stops it
 * @param heard told of each cell as soon as it is known
 * @param tables shared by all cells
 * @returns what the cells say
 * @throws {@link Stopped} when the watcher says so
 */
export function checkGrid(
	watch: Watch = () => false,
	heard: (cell: CheckedCell) => void = () => {},
	tables = new Tables()
): CheckedCell[] {
	let worlds = 0;
	return GRID_CELLS.map((cell) => {
		const checked = checkCell(cell, (so) => watch(worlds + so), tables);
		worlds += checked.worlds;
		heard(checked);
		return checked;
	});
}

function checkCell(cell: GridCell, watch: Watch, tables: Tables): CheckedCell {
	const api = GRID_APIS[cell.api] as GridApi;
	const knobs = cellKnobs(api, cell.iosVersion, cell.flag);
	if (refuseKnobs(knobs) !== null) return { ...cell, verdict: 'absent', worlds: 0, path: null };
	const answer = ANSWERS[api.carries];
	const { worlds, gaveUp, paths } = reach(knobs, [answer], {
		bounds: { ...boundsFor(knobs), acts: CELL_ACTS },
		watch,
		tables
	});
	const path = paths[answer] ?? null;
	if (gaveUp && !path)
		throw new Error('A cell of the grid has more worlds than the bounds allow, so nothing can be said of it.');
	return { ...cell, verdict: verdictIn(api, path !== null), worlds, path };
}
