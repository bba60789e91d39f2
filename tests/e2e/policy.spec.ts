/** What the site promises about every page: no cookies, nobody else's host, and a content policy that holds. */
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { buildDir } from '../../scripts/lib/build.mjs';

const pages = readdirSync(buildDir, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.html'))
	.map((name) => `./${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
	.sort();

test('the build has pages', () => {
	expect(pages).toContain('./');
});

/** The page for unknown addresses is always at one: SvelteKit says so on the console, and looks for its data in vain. */
const expected = (path: string, text: string) =>
	path === './404.html' && (text.includes('Not found: /404.html') || text.includes('404.html__data.json'));

for (const path of pages) {
	test(`${path} keeps to itself`, async ({ page, context, baseURL }) => {
		const elsewhere: string[] = [];
		const complaints: string[] = [];
		context.on('request', (request) => {
			const url = new URL(request.url());
			if (url.protocol.startsWith('http') && url.origin !== new URL(baseURL ?? '').origin) elsewhere.push(url.href);
		});
		context.on('console', (message) => {
			const text = `${message.text()} (${message.location().url})`;
			if (message.type() === 'error' && !expected(path, text)) complaints.push(text);
		});
		page.on('pageerror', (error) => complaints.push(error.message));
		await page.addInitScript(() => {
			document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
				console.error(`The content policy refused ${violatedDirective} ${blockedURI}`);
			});
		});

		await page.goto(path, { waitUntil: 'networkidle' });

		expect.soft(complaints).toEqual([]);
		expect.soft(elsewhere).toEqual([]);
		expect.soft(await context.cookies()).toEqual([]);
	});
}
