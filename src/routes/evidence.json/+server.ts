import { theEvidence } from '../../lib/ui/evidence/theEvidence.server';

export const prerender = true;
export const trailingSlash = 'never';

/** What the page of evidence shows, for programs: an `EvidenceDocument`, as `src/lib/ui/evidence/evidenceDocument.ts` describes it. */
export const GET = () =>
	new Response(JSON.stringify(theEvidence()), { headers: { 'Content-Type': 'application/json' } });
