import { proof } from '$lib/ui/proof';

/** The chapter of the proof comes with what the checker said when the site was built. */
export const load = ({ params }) => (params.chapter === 'the-proof' ? { proof: proof() } : {});
