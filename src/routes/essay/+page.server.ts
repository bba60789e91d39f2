import { proof } from '$lib/ui/proof';

/** The proof’s chapter is on this page, too. */
export const load = () => ({ proof: proof() });
