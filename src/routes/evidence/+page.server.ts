import { SITE_REPOSITORY } from '$env/static/public';
import { theEvidence } from '$lib/ui/evidence/theEvidence.server';

/** Every reason and rule. Played while building: nobody who reads the table has to run the model. */
export const load = () => ({ evidence: theEvidence(), repository: SITE_REPOSITORY || null });
