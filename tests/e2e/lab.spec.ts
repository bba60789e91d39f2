/** The lab at work: its acts, knobs, presets and links, and the checker asked about what is shown. */
import { expect, test } from '@playwright/test';
import { check } from '../../src/lib/check/check.ts';
import { KNOB_VALUES } from '../../src/lib/machines/knobs.ts';
import { knobsOf, SCENARIOS } from '../../src/lib/scenarios/scenarios.ts';
import { ACT_IDS, ACTS } from '../../src/lib/sim/acts.ts';
import { CHECKER_BUDGET_MS } from './support/budgets.ts';
import { ACT, Figure, LOCKED_OUT } from './support/figure.ts';
import { Lab } from './support/lab.ts';
import { chapters, LAB, THE_UPDATE } from './support/pages.ts';

test('every act of the model has its button, and one that makes no sense now says why', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	await lab.main.getByText('Edits of the saved profile').click();
	for (const id of ACT_IDS) await expect(lab.act(ACTS[id].label).first()).toBeVisible();
	await lab.act(ACT.connect).press('Enter');
	await expect(lab.main.getByText('Connect: The VPN app is being replaced and cannot be opened.')).toBeVisible();
	await expect(lab.futures.getByRole('listitem')).toHaveCount(1);
});

test('every knob of the model can be turned; the acts stay, and what was there stays', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	await expect(lab.knobs.getByRole('switch')).toHaveCount(
		Object.values(KNOB_VALUES).filter(([value]) => typeof value === 'boolean').length
	);
	await expect(lab.knobs.getByRole('combobox')).toHaveCount(
		Object.values(KNOB_VALUES).filter(([value]) => typeof value !== 'boolean').length
	);
	await lab.flag.focus();
	await page.keyboard.press('Space');
	await expect(lab.flag).not.toBeChecked();
	await expect(lab.future(2)).toContainText('Connect, Update the app, Open a page');
	await expect(lab.future(1)).toContainText('with includeAllNetworks: on');
	await expect(lab.drawn(LOCKED_OUT)).toHaveCount(0);
	await expect(lab.room('VPN app, connected')).toBeVisible();
});

test('knobs that cannot be together are refused in a sentence, and go back', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	await lab.knobs.getByRole('combobox', { name: 'iOS' }).selectOption('15');
	await lab.knobs.getByLabel('Its own probes go').selectOption('through the kernel (NWConnection, requiredInterface)');
	await expect(lab.main.getByText(/needs virtualInterface, which iOS 15 does not have/)).toBeVisible();
	await expect(lab.knobs.getByLabel('Its own probes go')).toHaveValue('around the kernel (userspace stack)');
});

test('a repair is a knob like others: with it the update completes', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	await lab.knobs.getByText('Repairs that could be made').click();
	await lab.knobs.getByRole('checkbox', { name: /^download first/ }).check();
	await expect(lab.room('App Store updater, done')).toBeVisible();
	await expect(lab.future(1)).toContainText('with no repair');
});

test('the checker is asked about the knobs that are shown, and its path is one more future', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	await lab.view('Checker');
	await lab.button('Ask the checker').click();
	await expect(lab.main.getByText('A way out holds')).toBeVisible({ timeout: CHECKER_BUDGET_MS });
	await expect(
		lab.main.getByText(/^After \d+ steps: The old tunnel process is told to terminate.*the download needs the network/)
	).toBeVisible();
	await lab.main.getByText('What “everything that can happen” means here').click();
	await expect(lab.main.getByText('The exploration gives up after 1,000,000 worlds.')).toBeVisible();
	await expect(lab.main.getByRole('link', { name: 'Its row among all phones' })).toHaveAttribute(
		'href',
		/verdicts\/?\?includeAllNetworks=true.*onDemand=true/
	);
	await lab.button(/^Show the path that breaks “No lockout”/).click();
	await expect(lab.main.getByText('“No lockout” is broken here.')).toBeVisible();
	await expect(lab.future(2)).toContainText('A path on which “No lockout” breaks');
	await expect(lab.main.getByText('No lockout fails')).toBeVisible();
});

test('a path of the checker says what breaks where it ends, until something else is done', async ({ page }) => {
	const { verdicts } = check(knobsOf(SCENARIOS['update-flag-on']));
	const [path] = verdicts.noLockout.counterexamples;
	const lab = await Lab.openStopped(page, `${LAB}?${path?.link}&breaks=noLockout`);
	await expect(lab.main.getByText('“No lockout” is broken here.')).toBeVisible();
	await lab.timeline.press('End');
	await expect(lab.drawn(LOCKED_OUT)).toBeVisible();
	await lab.act(ACT.reboot).click();
	await expect(lab.main.getByText('“No lockout” is broken here.')).toBeHidden();
	await Lab.open(page, `${LAB}?${path?.link}&breaks=everything`);
	await expect(lab.main.getByRole('alert')).toContainText('it should be one of noLeak, noLockout');
});

test('there are presets from every chapter, and each is one more future', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	const presets = lab.main.getByLabel('A run of the story');
	const chosen = () => presets.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.textContent);
	expect(await chosen()).toBe(SCENARIOS['update-flag-on'].title);
	const groups = await presets.evaluate((list) => [...list.querySelectorAll('optgroup')].map(({ label }) => label));
	// What chapters 10 and 11 show, earlier chapters show too, but for what is theirs alone.
	expect(groups.map((label) => Number(label.split(' ')[0]))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11]);
	expect(chapters).toHaveLength(12);
	// Choosing alone does nothing, so that arrow keys can walk through the list.
	await presets.selectOption(SCENARIOS['serverip-flag-off'].title);
	await expect(lab.futures.getByRole('listitem')).toHaveCount(1);
	await lab.button('Show').click();
	await expect(lab.future(2)).toContainText('flag off');
	await expect(lab.knobs.getByLabel('The Wi-Fi')).toHaveValue('lies in DNS (ServerIP)');
	await lab.button('Show').click();
	await expect(lab.futures.getByRole('listitem')).toHaveCount(2);
	await lab.button('A fresh phone').click();
	await expect(lab.future(3)).toContainText('nothing done');
	await expect(lab.timeline).toHaveValue('0');
	// It names a run of the story only while that is what one sees.
	expect(await chosen()).toBe('Your own run');
	await lab.future(1).getByRole('radio').check();
	await expect.poll(chosen).toBe(SCENARIOS['update-flag-on'].title);
});

test('a run of the story is saved under its name, another under its number', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	const saved = async () => {
		await lab.button('All packets').click();
		const inspector = page.getByRole('dialog', { name: 'Packets' });
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			inspector.getByRole('button', { name: 'Save capture' }).click()
		]);
		await inspector.getByRole('button', { name: 'Close', exact: true }).click();
		return file.suggestedFilename();
	};
	expect(await saved()).toBe('lab-update-flag-on-as-shown.pcapng');
	await lab.main.getByLabel('A run of the story').selectOption(SCENARIOS['serverip-flag-off'].title);
	await lab.button('Show').click();
	expect(await saved()).toBe('lab-serverip-flag-off-as-shown.pcapng');
	await lab.button('A fresh phone').click();
	expect(await saved()).toBe('lab-run-3-flag-off-as-shown.pcapng');
});

test('a chapter’s figure opens in the lab at its moment, and back leads to it again', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const figure = await Figure.open(page, THE_UPDATE);
	await figure.goToEnd();
	await figure.button('In the lab').click();
	const lab = new Lab(page);
	await expect(lab.pictures).toHaveCount(2);
	await expect(lab.drawn(LOCKED_OUT, 1)).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1, name: 'The update' })).toBeVisible();
});

test('the checker’s counterexample opens in the lab', async ({ page }) => {
	const { verdicts } = check({
		...knobsOf(SCENARIOS['update-flag-on']),
		network: 'localNet',
		includeAllNetworks: false
	});
	const [leak] = verdicts.noLeak.counterexamples;
	const lab = await Lab.openStopped(page, `${LAB}?${leak?.link}`);
	await lab.expectTold(leak?.ends ?? '');
	await lab.view('Why?');
	await expect(
		lab.main
			.getByRole('region', { name: /^Why it happened/ })
			.getByRole('listitem')
			.first()
	).toContainText(leak?.ends ?? '');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('there is one run as stills, as a list of events and as statecharts, and no control that would do nothing', async ({
		page
	}) => {
		await page.goto(LAB);
		await expect(page.getByRole('heading', { level: 1, name: 'The lab' })).toBeVisible();
		await expect(
			page
				.getByRole('listitem')
				.filter({ hasText: 'The circle closes' })
				.getByRole('group', { name: 'The phone as a building' })
		).toBeVisible();
		await expect(
			page.getByRole('listitem').filter({ hasText: 'The old tunnel process is told to terminate' }).first()
		).toBeVisible();
		await expect(page.getByRole('img', { name: /suspended for update, active/ })).toBeVisible();
		for (const role of ['button', 'slider', 'switch', 'combobox', 'tab'] as const)
			await expect(page.getByRole('main').getByRole(role)).toHaveCount(0);
	});
});
