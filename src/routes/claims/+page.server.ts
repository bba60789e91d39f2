import { CLAIMS, KNOWN_CLAIMS, type Claim, type KnownClaim } from '$lib/machines/claims';
import { EVIDENCE } from '$lib/machines/evidence';
import { SOURCES, sourceOf, type Source } from '$lib/machines/sources';
import { timelineIn } from '$lib/scene/figureRuns';
import { toldAt } from '$lib/scene/storyboard';
import { FIGURES } from '$lib/scenarios/figureSpecs';
import { CLAIM_MOMENTS } from '$lib/scenarios/claimMoments';

/** What the model tells at the moment that shows a claim, and how that is known: the claim itself is the article’s. */
function shownOf(id: KnownClaim) {
	const shown = CLAIM_MOMENTS[id];
	if (!shown) return null;
	const {
		evidence = 'assumed',
		source,
		text
	} = toldAt(timelineIn(FIGURES[shown.figure], shown.scenario), shown.moment);
	return { moment: shown.moment, text, known: EVIDENCE[evidence ?? 'assumed'], source };
}

/** Every claim as the page lists it. Played while building: nobody who reads the list has to run the model. */
export const load = () => ({
	claims: KNOWN_CLAIMS.map((id) => {
		const claim: Claim = CLAIMS[id];
		const shown = shownOf(id);
		const sources: readonly Source[] = [
			SOURCES.article,
			...(shown?.source ? sourceOf(shown.source) : []).flatMap((source) => (source ? [SOURCES[source]] : []))
		];
		return { id, statement: claim.statement, because: claim.because, chapter: claim.chapter, shown, sources };
	})
});
