import { checkGrid } from '$lib/check/apiGrid';
import { proof } from '$lib/ui/chapter/proof';

/** What the checker says in the chapters is on this page, too. */
export const load = async () => ({ grid: checkGrid(), proof: await proof() });
