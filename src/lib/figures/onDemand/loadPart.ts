/** What comes only when somebody asks for it comes by this way, so that none of it fails in silence. */

/** Why a part is not here: its message is a sentence for the reader, its cause what the browser says. */
export class PartError extends Error {
	constructor(
		message: string,
		/** Whether the site answers. Then the part is gone with an older version of it, and a fresh page has the new one. */
		readonly siteAnswers: boolean,
		options?: ErrorOptions
	) {
		super(message, options);
	}
}

/** Words at the beginning of a sentence. */
export const beginning = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Whether the site can be reached, asked past every cache. */
const siteAnswers = (): Promise<boolean> =>
	fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
		() => true,
		() => false
	);

/** Why a file of the site has not come: asks the site whether it is there. `what` stands in a sentence, such as “the packet inspector”. */
export async function partError(what: string, cause?: unknown): Promise<PartError> {
	const answers = await siteAnswers();
	const why = answers
		? 'the site has probably been updated since this page was opened. Reload the page; it opens again at this moment.'
		: 'this device seems to be offline. Try again once it is connected.';
	return new PartError(`${beginning(what)} could not be loaded: ${why}`, answers, { cause });
}

/**
 * Loads a module when it is needed. Whoever calls it again after a failure asks for it again; browsers that remember a
 * module which has not come (Firefox before 155: whatwg/html#6768) need a fresh page for it.
 *
 * @param what what it brings, in the middle of a sentence: “the packet inspector”
 * @param load `() => import('…')`
 * @throws {PartError} when it cannot be had
 */
export async function loadPart<M>(what: string, load: () => Promise<M>): Promise<M> {
	// A style sheet that has not come would stay in the head as if it had, and would not be asked for again. What happens
	// to a link is heard on its way down to it only.
	const forget = ({ target }: Event) => target instanceof HTMLLinkElement && target.remove();
	addEventListener('error', forget, true);
	try {
		return await load();
	} catch (cause) {
		throw await partError(what, cause);
	} finally {
		removeEventListener('error', forget, true);
	}
}

/** The same where there is a place for sentences: gives null once it has told there why the part is not here. */
export async function loadOrTell<M>(
	what: string,
	load: () => Promise<M>,
	tell: (sentence: string) => void
): Promise<M | null> {
	try {
		return await loadPart(what, load);
	} catch (error) {
		tell(messageOf(error));
		return null;
	}
}

/** What an error says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
