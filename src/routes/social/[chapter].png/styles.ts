import postcss, { type Declaration } from 'postcss';
import { FAMILIES } from './png';

/** The tokens of the theme as they are in the light. */
export function lightTokens(theme: string): ReadonlyMap<string, string> {
	const tokens = new Map<string, string>();
	postcss.parse(theme).walkDecls(/^--/, ({ prop, value }) => void tokens.set(prop, inTheLight(value)));
	for (const [name, family] of Object.entries(FAMILIES)) tokens.set(`--${name}`, `"${family}"`);
	return tokens;
}

/**
 * The styles of components as resvg can read them. It knows neither custom properties nor `light-dark()`, no `:where()`,
 * by which Svelte keeps the styles of components apart, and only weights in whole hundreds.
 * @throws when a style uses a token that the theme does not have
 */
export function plainStyles(styles: string, tokens: ReadonlyMap<string, string>): string {
	const root = postcss.parse(styles);
	root.walkRules((rule) => {
		rule.selector = rule.selector.replace(/:where\((\.[\w-]+)\)/g, '$1');
	});
	root.walkDecls((declaration) => {
		declaration.value = plainValue(declaration, tokens);
	});
	return root.toString();
}

function plainValue({ prop, value }: Declaration, tokens: ReadonlyMap<string, string>): string {
	if (prop === 'font-weight') return String(Math.round(Number(value) / 100) * 100);
	return inTheLight(value).replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
		const token = tokens.get(name);
		if (token === undefined) throw new Error(`The theme has no ${name}, which a drawing uses.`);
		return token;
	});
}

const inTheLight = (value: string) => value.replace(/light-dark\(([^,()]+),[^()]+\)/g, '$1');
