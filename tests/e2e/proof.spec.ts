/** Chapter 10: its numbers, its questions to the checker, and the paths that it plays. */
import { expect, test } from '@playwright/test';
import { check } from '../../src/lib/check/check.ts';
import { RELEASED_APP } from '../../src/lib/machines/knobs.ts';
import { CHECKER_BUDGET_MS } from './support/budgets.ts';
import { Figure } from './support/figure.ts';

test('it leads to the table, and its own phones can be asked about again, with their ways out', async ({ page }) => {
	const { worlds, transitions } = check({ ...RELEASED_APP, safariTraffic: 'quiet', includeAllNetworks: true });
	const [said, many] = [worlds, transitions].map((count) => count.toLocaleString('en-GB'));
	const figure = await Figure.open(page, './the-proof/');
	await figure.button('Explore every world').click();
	await expect(
		figure.main.getByText(`Done: ${said} worlds, ${many} transitions. The table above says the same of “flag on”.`)
	).toBeVisible({ timeout: CHECKER_BUDGET_MS });
	await expect(
		figure.main.getByRole('heading', { name: 'Out of the lockout, by the fewest acts: flag on', exact: true })
	).toBeVisible();
	await expect(
		figure.main.getByRole('heading', {
			name: 'Out of the lockout, by the fewest acts: flag on, on-demand on, around the kernel, honest Wi-Fi',
			exact: true
		})
	).toBeVisible();

	await figure.main.getByRole('link', { name: 'The verdicts of every phone' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Verdicts' })).toBeVisible();
});

test('whoever asks for other repairs reads of which phone, what was asked, and the answer', async ({ page }) => {
	const figure = await Figure.open(page, './the-proof/');
	const old = figure.main.getByText('This answers another question than the one that is chosen now:');
	await expect(old).toBeHidden();
	await figure.main.getByLabel('own traffic').selectOption('noProbes');
	await figure.main.getByRole('checkbox', { name: 'Apple' }).uncheck();
	await figure.main.getByRole('checkbox', { name: 'the user' }).uncheck();
	await expect(old).toBeVisible();
	await figure.button('Find the smallest repairs').click();
	await expect(
		figure.main.getByText(
			'Of the phone: flag on, on-demand on, no own traffic, honest Wi-Fi. To keep: No leak, No lockout, Updates complete. Who may act: the app.'
		)
	).toBeVisible({ timeout: CHECKER_BUDGET_MS });
	await expect(
		figure.main.getByText(/^None, since there is none to try: no candidate on the list can be made by the app alone\./)
	).toBeVisible();
	await expect(figure.main.getByRole('status').filter({ hasText: /^Done: 1 set, [\d,]+ worlds\.$/ })).toBeVisible();
	await expect(old).toBeHidden();

	for (const name of ['No leak', 'No lockout', 'Updates complete'])
		await figure.main.getByRole('checkbox', { name }).uncheck();
	await figure.button('Find the smallest repairs').click();
	await expect(
		figure.main.getByRole('status').filter({ hasText: 'There is nothing to keep: tick at least one property.' })
	).toBeVisible();
});

test('a question about repairs can be sent, and what of it is not known gets one sentence', async ({ page }) => {
	const figure = await Figure.open(
		page,
		'./the-proof/?transport=noProbes&network=pigeon&keep=noLockout,updateCompletes&by=apple,app'
	);
	await expect(figure.main.getByLabel('own traffic')).toHaveValue('noProbes');
	await expect(figure.main.getByRole('checkbox', { name: 'No leak' })).not.toBeChecked();
	await expect(figure.main.getByRole('checkbox', { name: 'the user' })).not.toBeChecked();
	await expect(
		figure.main.getByText('This question knows no “network=pigeon”, so that part of the address is ignored.')
	).toBeVisible();
	await figure.button('Copy link to this question').click();
	await expect(page).toHaveURL(
		/\/the-proof\/\?includeAllNetworks=true&excludeLocalNetworks=false&onDemand=true&transport=noProbes&ephemeralPeer=none&startTunnelReturns=whileNegotiating&network=honest&keep=noLockout,updateCompletes&by=apple,app#repairs$/
	);
});

test('its numbers are those of the table, and lead to it', async ({ page }) => {
	const figure = await Figure.open(page, './the-proof/');
	const counts = figure.main.getByRole('link', { name: /^\d+ of \d+$/ });
	expect(await counts.allTextContents()).toEqual([
		'0 of 15',
		'28 of 60',
		'18 of 18',
		'78 of 78',
		'0 of 78',
		'32 of 78',
		'32 of 32'
	]);
	for (const [name, shown] of [
		['0 of 78', '0 of 78 phones'],
		['28 of 60', '28 of 78 phones']
	] as const) {
		await counts.filter({ hasText: name }).click();
		await expect(page.getByRole('status').filter({ hasText: shown })).toBeVisible();
		await page.goBack();
	}
});

for (const width of [390, 820]) {
	test(`${width} px wide: a path that is played comes into sight, and its cell says that it is shown`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 844 });
		const figure = await Figure.open(page, './the-proof/');
		const cell = figure.main.getByRole('button', {
			name: 'No leak fails, flag off, LocalNet: play Connect, Open a page'
		});
		await expect(cell).toContainText('play');
		await cell.scrollIntoViewIfNeeded();
		// On a phone the picture stays in sight above what is read.
		if (width > 719) await expect(figure.pictures.first()).not.toBeInViewport();
		await cell.click();
		await expect(figure.pictures.first()).toBeInViewport({ ratio: 0.7 });
		await expect(cell).toHaveAttribute('aria-current', 'true');
		await expect(cell).toContainText('shown');
		await expect(cell).toBeFocused();
	});
}
