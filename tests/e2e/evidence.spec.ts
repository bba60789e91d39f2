/** The table of evidence: sorted, filtered, linked, contradicted; on every width, on paper, by keyboard, without scripts. */
import { expect, test } from '@playwright/test';
import { CLAIMS } from '../../src/lib/machines/claims.ts';
import { EVIDENCE, EVIDENCE_LEVELS } from '../../src/lib/machines/evidence.ts';
import { REASONS, type ReasonId } from '../../src/lib/machines/reasons/index.ts';
import { expectAxeToFindNothing } from './support/axe.ts';
import { awake, Figure } from './support/figure.ts';
import { use } from './support/keyboard.ts';
import { ReasonTable } from './support/reasonTable.ts';
import { expectNothingSideways } from './support/sideways.ts';

const ALL = Object.keys(REASONS).length;
const countOf = (...levels: readonly string[]) =>
	(Object.keys(REASONS) as ReasonId[]).filter((id) => levels.includes(REASONS[id].evidence)).length;
const all = (shown: number) => `${shown} of ${ALL} reasons and rules`;

test('a row says what it rests on, with the words of its claims and the date of its source', async ({ page }) => {
	const table = await ReasonTable.open(page);
	await expect(table.rows()).toHaveCount(ALL);
	const row = table.row('rule.systemExempt');
	await expect(row.getByRole('rowheader')).toContainText('Rule “system exempt”: DHCP, captive portal');
	await expect(row).toContainText(EVIDENCE.documented.name);
	await expect(row).toContainText(CLAIMS.C03.statement);
	await expect(row.getByRole('link', { name: 'C03' })).toHaveAttribute('href', /\/claims\/?#C03$/);
	await expect(row.getByRole('link', { name: 'Apple, includeAllNetworks' })).toHaveAttribute(
		'href',
		/^https:\/\/developer\.apple\.com\//
	);
	await expect(table.row('tcp.opens')).toContainText('section 3.5');
	await expect(table.row('tcp.opens')).toContainText('2022');
	await expect(table.row('rule.outerTraffic')).toContainText('come out of utun');
});

test('where a row is seen leads into the lab, to that very moment', async ({ page }) => {
	const table = await ReasonTable.open(page);
	await table
		.row('update.waits')
		.getByRole('link', { name: /^Cancel|^An update|^Uninstall|^Wait/ })
		.click();
	await expect(page.getByRole('heading', { level: 1, name: 'The lab' })).toBeVisible();
	await awake(page);
	await expect(page.getByRole('alert')).toHaveCount(0);
	await new Figure(page).expectTold('The downloader waits for connectivity');
});

test.describe('the order', () => {
	test.use({ viewport: { width: 1440, height: 800 } });

	test('is that of the column whose head is pressed, and the other way round when it is pressed again', async ({
		page
	}) => {
		const table = await ReasonTable.open(page);
		await expect(table.head('Component')).toHaveAttribute('aria-sort', 'ascending');
		await use(table.head('Level').getByRole('button'));
		await expect(table.head('Level')).toHaveAttribute('aria-sort', 'ascending');
		await expect(table.count('Sorted by Level, ascending.')).toBeAttached();
		const ranks = async () =>
			(await table.levels()).map((name) => EVIDENCE_LEVELS.findIndex((id) => EVIDENCE[id].name === name));
		const ascending = await ranks();
		expect(ascending).toEqual([...ascending].sort((one, other) => one - other));
		await table.sortBy('Level', 'descending');
		expect((await ranks())[0]).toBe(EVIDENCE_LEVELS.length - 1);
		await expect(page).toHaveURL(/\/evidence\/\?sort=level&order=descending$/);
	});

	test('cannot be that of where a reason is seen, or of what refutes it', async ({ page }) => {
		const table = await ReasonTable.open(page);
		await expect(table.head('Seen at').getByRole('button')).toHaveCount(0);
		await expect(table.head('Refuted by').getByRole('button')).toHaveCount(0);
	});
});

test.describe('a filter', () => {
	test('is set by keyboard, is counted, and is in the address', async ({ page }) => {
		const table = await ReasonTable.open(page);
		await expect(table.count(all(ALL))).toBeVisible();
		await use(table.level(/^observed/), 'Space');
		await expect(table.count(all(countOf('observed')))).toBeVisible();
		await use(table.level(/^read in code/), 'Space');
		await expect(table.count(all(countOf('observed', 'code')))).toBeVisible();
		expect(new Set(await table.levels())).toEqual(new Set(['observed', 'read in code']));
		await expect(page).toHaveURL(/\?level=observed(,|%2C)code$/);

		await table.filter('Claim').selectOption('C30');
		await table.filter('Component').selectOption('Tunnel process');
		await expect(table.rows()).toHaveCount(1);
		expect(await table.names()).toEqual(['tunnel.sigterm']);

		await use(table.all());
		await expect(table.count(all(ALL))).toBeVisible();
		await expect(page).toHaveURL(/\/evidence\/$/);
	});

	test('finds words while they are written, and the address has them when they are', async ({ page }) => {
		const table = await ReasonTable.open(page);
		await table.words().pressSequentially('StopTunnelOperation');
		await expect(table.row('app.disconnects')).toHaveCount(1);
		expect((await table.names()).length).toBeLessThan(20);
		await expect(page).toHaveURL(/\/evidence\/$/);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\?text=StopTunnelOperation$/);
		await table.words().fill('no reason says this');
		await expect(page.getByText('No reason is like that.')).toBeVisible();
	});

	test('comes with the address, and the order too', async ({ page }) => {
		const table = await ReasonTable.open(page, '?level=reported&claim=C01&sort=name&order=descending');
		const names = await table.names();
		expect(names).toEqual([...names].sort((one, other) => other.localeCompare(one, 'en')));
		expect(new Set(await table.levels())).toEqual(new Set(['reported']));
		await expect(table.level(/^reported/)).toBeChecked();
		await expect(table.filter('Claim')).toHaveValue('C01');
		await expect(table.filter('Order')).toHaveValue('descending');
	});

	test('that does not exist gets one sentence, and the table is whole', async ({ page }) => {
		const table = await ReasonTable.open(page, '?level=certain');
		await expect(table.count(all(ALL))).toBeVisible();
		await table.expectUnknown('level=certain');
	});
});

test.describe('“This is wrong”', () => {
	/** The data of the page, as a site has it that knows its repository, or does not: a place in a list of values. */
	const withRepository = (repository: string | null) => (body: string) => {
		const read = JSON.parse(body) as { nodes: ({ data?: unknown[] } | null)[] };
		const data = read.nodes.find((node) => Object.hasOwn(node?.data?.[0] ?? {}, 'repository'))?.data ?? [];
		data.push(repository);
		(data[0] as Record<string, number>).repository = data.length - 1;
		return JSON.stringify(read);
	};
	const cases = [
		['leads to the repository’s form, filled in', 'https://github.com/owner/name'],
		['is not there where the repository is not known', null]
	] as const;
	for (const [what, repository] of cases) {
		test(what, async ({ page }) => {
			const asked: string[] = [];
			page.on('request', (request) => asked.push(new URL(request.url()).origin));
			await page.route('**/evidence/__data.json*', async (route) => {
				const answer = await route.fetch();
				await route.fulfill({ response: answer, body: withRepository(repository)(await answer.text()) });
			});
			await page.goto('./claims/');
			await awake(page);
			await page.getByRole('contentinfo').getByRole('link', { name: 'The evidence for every reason and rule' }).click();
			const table = new ReasonTable(page);
			await expect(table.rows()).toHaveCount(ALL);
			const links = page.getByRole('link', { name: /^This is wrong/ });
			await expect(links).toHaveCount(repository === null ? 0 : ALL);
			if (repository !== null) {
				const href = await table
					.row('rule.held')
					.getByRole('link', { name: 'This is wrong: rule.held' })
					.getAttribute('href');
				const { origin, pathname, searchParams } = new URL(href ?? '');
				expect(origin + pathname).toBe(`${repository}/issues/new`);
				expect(searchParams.get('template')).toBe('evidence.yml');
				expect(searchParams.get('title')).toBe('Evidence of the rule “held”');
				expect(searchParams.get('what')).toMatch(/^rule\.held \(model \d+\): The .* is held: with the flag on/);
			}
			expect(new Set(asked)).toEqual(new Set([new URL(page.url()).origin]));
		});
	}
});

test('the same rows are there for programs', async ({ page, request }) => {
	await page.goto(ReasonTable.address);
	const link = page.getByRole('main').getByRole('link', { name: 'as JSON' });
	const answer = await request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
	const { rows } = (await answer.json()) as { rows: { id: string; level: string; refutedBy: string }[] };
	expect(rows.map(({ id }) => id).sort()).toEqual(Object.keys(REASONS).sort());
	for (const { id, level } of rows) expect(level).toBe(REASONS[id as ReasonId].evidence);
});

for (const [address, name] of [
	['./model/', 'a page of its own'],
	['./claims/', 'the table of evidence']
] as const) {
	test(`${address} leads to the table`, async ({ page }) => {
		await page.goto(address);
		await page.getByRole('main').getByRole('link', { name }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Evidence' })).toBeVisible();
	});
}

test('no width moves it sideways, and on a narrow phone each cell says what it is', async ({ page }) => {
	const table = await ReasonTable.open(page);
	await expectNothingSideways(page);
	await page.setViewportSize({ width: 320, height: 800 });
	await expect(page.getByRole('columnheader')).toHaveCount(0);
	const row = table.row('rule.held');
	await row.scrollIntoViewIfNeeded();
	for (const cell of await row.getByRole('cell').all()) {
		const box = await cell.boundingBox();
		expect(box?.x).toBeGreaterThanOrEqual(0);
		expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(320);
		expect(await cell.evaluate((element) => getComputedStyle(element, '::before').content)).toMatch(/^"\w/);
	}
	await table.filter('Sort by').selectOption('Level');
	await expect(page).toHaveURL(/\?sort=level$/);
});

for (const width of [320, 1440]) {
	test(`axe finds nothing ${width} px wide, in light and in dark, with a filter and a bad address`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 900 });
		const table = await ReasonTable.open(page, '?claim=C30&component=nowhere');
		await expect(table.rows()).not.toHaveCount(ALL);
		await expectAxeToFindNothing(page);
	});
}

test.describe('on paper', () => {
	test('every sheet has the heads, and a view says what it asks for', async ({ page }) => {
		const table = await ReasonTable.open(page, '?level=code&component=tunnelProcess&sort=source');
		await table.expectHeadsOnEverySheet(7);
		await expect(
			page.getByText(
				/^\d+ of \d+ reasons and rules: those with read in code; Tunnel process, in the order of “Sources”, ascending\.$/
			)
		).toBeVisible();
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the whole table is there with its links, and nothing that cannot be pressed', async ({ page }) => {
		await page.goto(ReasonTable.address);
		const table = new ReasonTable(page);
		await expect(table.rows()).toHaveCount(ALL);
		await expect(table.row('update.waits').getByRole('link').last()).toHaveAttribute('href', /\/lab\/?\?v=/);
		await table.expectNothingToPress();
	});
});
