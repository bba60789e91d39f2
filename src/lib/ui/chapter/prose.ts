/** Reads what a chapter's text contains, without rendering it. */

/** A component in the prose: its attributes by name. */
export type Placed = Readonly<Record<string, string | undefined>>;

/** A link to a page of our own. */
export interface Link {
	readonly target: string;
	/** Whether it goes through SvelteKit's `resolve`, which knows where the site lives. */
	readonly resolved: boolean;
}

/** Text and attributes are matched with these; code is only quoted, so it is taken out first. */
const CODE = /^```[\s\S]*?^```|`[^`\n]*`/gm;
const ATTRIBUTE = /([\w-]+)=(?:"([^"]*)"|\{([^}]*)\})/g;
const MARKDOWN_LINK = /\]\(([^()\s]+)\)/g;
const HREF = /\shref="([^"]*)"/g;
const RESOLVE = /\bresolve\('([^']*)'(?:,\s*\{\s*chapter:\s*'([^']*)'\s*\})?\)/g;

const withoutCode = (text: string): string => text.replace(CODE, '');

/** Every use of a component in the prose, in order. */
export function placed(text: string, component: string): Placed[] {
	const tag = new RegExp(`<${component}((?:\\s+[\\w-]+(?:="[^"]*"|=\\{[^}]*\\})?)*)\\s*/?>`, 'g');
	return [...withoutCode(text).matchAll(tag)].map(([, attributes = '']) =>
		Object.fromEntries(
			[...attributes.matchAll(ATTRIBUTE)].map(([, name = '', quoted, braced]) => [name, quoted ?? braced])
		)
	);
}

/** The components that stand in running text. */
const INLINE = /^<(MomentLink|Claim|Term|Source)\b/;

/** The lines that begin with a component of running text. */
export const openingsIn = (text: string): string[] =>
	withoutCode(text)
		.split('\n')
		.filter((line) => INLINE.test(line));

/** The links that stay on the site, but for those to a place on the same page. */
export function linksIn(text: string): Link[] {
	const prose = withoutCode(text);
	const written = [...prose.matchAll(MARKDOWN_LINK), ...prose.matchAll(HREF)].map(([, target = '']) => ({
		target,
		resolved: false
	}));
	const resolved = [...prose.matchAll(RESOLVE)].map(([, route = '', chapter]) => ({
		target: route.replace('[chapter]', chapter ?? '').replace(/\/?$/, '/'),
		resolved: true
	}));
	return [...written.filter(({ target }) => !/^([a-z]+:|#|\{)/.test(target)), ...resolved];
}
