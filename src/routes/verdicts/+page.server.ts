import { boundsFor, boundsInWords } from '$lib/check/bounds';
import { everyPhone, PHONES } from '$lib/check/combinations';
import { RELEASED_APP } from '$lib/machines/knobs';
import { judgedPhones } from '$lib/ui/verdicts/phones';

/** Every phone is judged while the site is built, by the very checker that a reader can ask again. */
export const load = () => ({
	phones: judgedPhones(),
	bounds: boundsInWords(boundsFor(PHONES[0] ?? RELEASED_APP)),
	combinations: everyPhone().length
});
