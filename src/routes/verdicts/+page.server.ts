import { boundsFor, boundsAsSentences } from '$lib/check/bounds';
import { everyPhone, PHONES } from '$lib/check/phoneTable';
import { RELEASED_APP } from '$lib/machines/knobs';
import { phoneVerdicts } from '$lib/ui/controls/phones/phoneVerdicts';

/** Every phone is judged while the site is built, by the very checker that a reader can ask again. */
export const load = async () => ({
	phones: await phoneVerdicts(),
	bounds: boundsAsSentences(boundsFor(PHONES[0] ?? RELEASED_APP)),
	combinations: everyPhone().length
});
