import { CLAIMS, type KnownClaim } from '../../machines/claims';
import type { FigureId } from '../../scenarios/figureSpecs';
import { CLAIM_MOMENTS, type ClaimMoment } from '../../scenarios/claimMoments';
import type { FigureSession } from '../../session/figureSession.svelte';

/** Whether there is a claim with this number. */
export const isClaim = (id: string): id is KnownClaim => Object.hasOwn(CLAIMS, id);

/** Where a claim is shown, or undefined for one that is told in prose only. */
export const shownAt = (id: string): ClaimMoment | undefined => (isClaim(id) ? CLAIM_MOMENTS[id] : undefined);

/** Opens a link that asks for a claim: shows its moment, or says why it cannot. */
export function openClaim(session: FigureSession, figure: FigureId, search: string): void {
	const id = new URLSearchParams(search).get('claim');
	if (id === null) return;
	const shown = shownAt(id);
	if (shown?.figure === figure) session.show(shown.moment, shown.scenario);
	else
		session.notices.show(
			`This link asks for the claim “${id.slice(0, 20)}”, which this figure does not show; it shows ${claimsOf(figure).join(', ') || 'none'}.`
		);
}

/** The claims that a figure shows. */
const claimsOf = (figure: FigureId): string[] =>
	Object.entries(CLAIM_MOMENTS).flatMap(([id, shown]) => (shown.figure === figure ? [id] : []));
