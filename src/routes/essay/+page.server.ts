import { checkGrid } from '$lib/check/grid';
import { proof } from '$lib/ui/proof';

/** What the checker says in the chapters is on this page, too. */
export const load = () => ({ grid: checkGrid(), proof: proof() });
