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

/** Style sheets that have not come. Vite asks for each once and takes it as loaded from then on, so they are asked for here. */
const missingStyles = new Set<string>();

/** Asks for a style sheet again. */
const loadStyles = (href: string): Promise<void> =>
	new Promise((resolve, reject) => {
		const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
		link.addEventListener('load', () => {
			missingStyles.delete(href);
			resolve();
		});
		link.addEventListener('error', () => reject(new Error(`${href} has not come.`)));
		document.head.append(link);
	});

/**
 * Loads a module when it is needed. Whoever calls it again after a failure asks for it again; browsers that remember a
 * module which has not come (Firefox before 155: whatwg/html#6768) need a fresh page for it.
 *
 * @param what what it brings, in the middle of a sentence: “the packet inspector”
 * @param load `() => import('…')`
 * @throws {PartError} when it cannot be had
 */
export async function loadPart<M>(what: string, load: () => Promise<M>): Promise<M> {
	// What happens to a link is heard on its way down to it only. One that has failed must not stay in the head as if it had not.
	const remember = ({ target }: Event) => {
		if (!(target instanceof HTMLLinkElement)) return;
		if (target.rel === 'stylesheet') missingStyles.add(target.href);
		target.remove();
	};
	addEventListener('error', remember, true);
	try {
		const [module] = await Promise.all([load(), ...[...missingStyles].map(loadStyles)]);
		return module;
	} catch (cause) {
		throw await partError(what, cause);
	} finally {
		removeEventListener('error', remember, true);
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
