/** The glossary, and what prose becomes on its way into a page. */
import { mdsvex } from 'mdsvex';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { GLOSSARY, TERM_IDS, type TermId } from '../../content/glossary';
import { fence } from '../../scripts/lib/fence.mjs';

describe('the glossary', () => {
	it('has the words that this story cannot do without', () => {
		const needed: TermId[] = [
			'include-all-networks',
			'exclude-local-networks',
			'enforce-routes',
			'tunnel-process',
			'utun',
			'socket',
			'on-demand',
			'deadlock',
			'liveness',
			'gateway',
			'envelope'
		];
		expect(TERM_IDS).toEqual(expect.arrayContaining(needed));
	});

	it('explains no term twice', () => {
		const terms = TERM_IDS.map((id) => GLOSSARY[id].term.toLowerCase());
		expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
	});

	describe.each(TERM_IDS)('%s', (id) => {
		const { text } = GLOSSARY[id];

		it('can be the end of an address', () => {
			expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
		});

		it('is explained in one to three sentences', () => {
			const sentences = text.split(/(?<=[.!?])\s+(?=[A-Z“])/);
			expect(sentences.length).toBeLessThanOrEqual(3);
			expect(text).toMatch(/\.$/);
			expect(text.length).toBeLessThan(300);
		});

		it('is set with the apostrophes and quotation marks of print', () => {
			expect(text).not.toMatch(/['"]/);
		});
	});
});

/** A Markdown file with one fenced block, as the page gets it: the attributes of its listing. */
async function listingOf(code: string, lang = 'swift'): Promise<Record<string, string>> {
	const { markup } = mdsvex({ extensions: ['.md'], highlight: { highlighter: fence } });
	const page = await markup({ content: `Words.\n\n\`\`\`${lang}\n${code}\n\`\`\`\n`, filename: 'page.md' });
	const found = parse(page?.code ?? '', { modern: true }).fragment.nodes.find((node) => node.type === 'Component');
	if (found?.type !== 'Component') throw new Error('There is no listing.');
	const text = (value: unknown) => (value as { data: string }[])[0]?.data ?? '';
	return {
		name: found.name,
		...Object.fromEntries(
			found.attributes.flatMap((each) => (each.type === 'Attribute' ? [[each.name, text(each.value)]] : []))
		)
	};
}

describe('a fenced block', () => {
	it('becomes a listing with its language', async () => {
		expect(await listingOf('let flag = true')).toEqual({ name: 'Code', lang: 'swift', code: 'let flag = true' });
	});

	it('may be in no language', async () => {
		expect(await listingOf('ping 10.64.0.1', '')).toMatchObject({ lang: '', code: 'ping 10.64.0.1' });
	});

	it.each([
		['braces', 'if up { send() } else { {} }'],
		['back quotes and dollars', 'let a = `${b}`'],
		['tags', '</script><script>alert("1")</script> <b>&amp;</b>'],
		['quotation marks and backslashes', 'print("a\\n", \'b\')'],
		['lines, tabs and blank lines', 'a\n\n\tb\n  c'],
		['letters from elsewhere', '“Größe” ’ 🚩']
	])('keeps %s as they are', async (_, code) => {
		expect((await listingOf(code)).code).toBe(code);
	});
});
