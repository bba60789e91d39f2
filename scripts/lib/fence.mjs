/** What becomes of a fenced block in the prose: the component that shows listings. */

/** Everything that Markdown, Svelte or HTML might read as its own, as a character reference. */
const asText = (/** @type {string} */ text) =>
	[...text].map((char) => (/[\w .,:;=()+-]/.test(char) ? char : `&#${char.codePointAt(0)};`)).join('');

/**
 * mdsvex’s highlighter. A file with a fenced block imports Code.svelte as Code.
 * @param {string} code
 * @param {string | null | undefined} lang what stands behind the fence
 * @returns {string} Svelte markup
 */
export const fence = (code, lang) => `<Code lang="${asText(lang ?? '')}" code="${asText(code)}" />`;
