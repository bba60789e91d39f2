/** The lab’s futures: what begins one, what it is called, and that none is lost. */
import { expect, test } from '@playwright/test';
import { formatPermalink } from '../../src/lib/scenarios/permalink.ts';
import { play, SCENARIOS } from '../../src/lib/scenarios/scenarios.ts';
import { ACT, LOCKED_OUT } from './support/figure.ts';
import { Lab } from './support/lab.ts';
import { LAB } from './support/pages.ts';

test('acting in the past forks: both futures stay, and side by side the first difference is marked', async ({
	page
}) => {
	const lab = await Lab.openStopped(page);
	await lab.timeline.press('Home');
	await lab.stepUntilTold('told to terminate');
	await lab.act(ACT.reboot).click();
	await expect(lab.futures.getByRole('listitem')).toHaveCount(2);
	await expect(lab.future(2)).toContainText('Connect, Update the app, Reboot');
	await expect(lab.future(1)).toContainText(/parts from it after \d+\.\d{3} s/);

	await lab
		.future(1)
		.getByRole('button', { name: /^Side by side/ })
		.click();
	await expect(lab.pictures).toHaveCount(2);
	await lab.button('Where they part').click();
	await lab.view('Ladder');
	await expect(lab.ladder).toHaveCount(2);
	for (const i of [0, 1])
		await expect(lab.ladder.nth(i).getByRole('option', { name: /here the two runs part/ })).toHaveAttribute(
			'aria-selected',
			'true'
		);
	await lab.view('Events');
	for (const i of [0, 1]) await expect(lab.events.nth(i).getByRole('row', { name: /^They part here/ })).toBeVisible();

	await lab.future(1).getByRole('radio').check();
	await expect(lab.pictures).toHaveCount(1);
	await lab.timeline.press('End');
	await expect(lab.drawn(LOCKED_OUT)).toBeVisible();
	await lab
		.future(2)
		.getByRole('button', { name: /^Forget/ })
		.press('Enter');
	await expect(lab.futures.getByRole('listitem')).toHaveCount(1);
	await expect(lab.future(1).getByRole('radio')).toBeFocused();
});

test('at the end of a run an act is added to it, and a copy keeps what was', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	await expect(lab.main.getByText('This is the end of the run: an act is added to it.')).toBeVisible();
	await lab.button('Keep a copy of this one').click();
	await lab.act(ACT.reboot).click();
	await expect(lab.future(1)).toContainText('Open a page, Reboot');
	await expect(lab.future(2)).toContainText('ends where that goes on');
	await expect(lab.main.getByText('The phone is restarting. Step on.')).toBeVisible();
});

test('the address follows what is on the screen, and reloading keeps it', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	await lab.act(ACT.cancel).click();
	await expect(page).toHaveURL(/cancelDownload/);
	await page.reload();
	await expect(lab.future(1)).toContainText('Cancel the download');
	await expect(lab.futures.getByRole('listitem')).toHaveCount(1);
});

test('a reload, and another page and back, keep every future with its name, the pair, the moment and the view', async ({
	page
}) => {
	const lab = await Lab.openStopped(page);
	await lab.flag.click();
	await lab.timeline.press('Home');
	await lab.stepUntilTold('told to terminate');
	await lab.act(ACT.reboot).click();
	await lab
		.future(1)
		.getByRole('button', { name: /^Side by side/ })
		.click();
	await lab.view('Events');
	const names = await lab.futures.getByRole('listitem').allInnerTexts();
	const before = await lab.moment();
	const expectAll = async () => {
		await expect.poll(() => lab.futures.getByRole('listitem').allInnerTexts()).toEqual(names);
		await expect(lab.future(1).getByRole('button', { name: /^Side by side/ })).toHaveAttribute('aria-pressed', 'true');
		await expect(lab.main.getByRole('tab', { name: 'Events', selected: true })).toBeVisible();
		expect((await lab.moment()).rooms).toEqual(before.rooms);
	};
	expect(names.map((name) => name.split('\n')[0])).toEqual([
		expect.stringMatching(/^3: Reboot at \d+\.\d{3} s$/),
		'2: includeAllNetworks: off',
		'1: An update, flag on'
	]);
	await expect(page).toHaveURL(/acts2=.*view=events/);
	await page.reload();
	await expectAll();
	await page.getByRole('link', { name: 'Glossary' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
	await page.goBack();
	await expectAll();
});

test('what a tab has kept and nobody can read is left out in one sentence, and the rest is there', async ({ page }) => {
	const link = formatPermalink({ runs: [play(SCENARIOS['update-flag-off'])], positions: [0] });
	const kept = {
		address: '',
		shown: 4,
		beside: 9,
		positions: [3],
		futures: [
			{ number: 4, name: '<b>mine</b>', preset: null, link, steps: 30 },
			{ number: 9, name: 'theirs', preset: null, link: 'v=2&knobs=nonsense', steps: 0 }
		]
	};
	await page.addInitScript((text) => sessionStorage.setItem('lab', text), JSON.stringify(kept));
	const lab = await Lab.openStopped(page);
	await expect(lab.main.getByRole('alert')).toContainText(
		'Some of what this tab kept of the lab cannot be read, and is left out.'
	);
	await expect(lab.futures.getByRole('listitem')).toHaveCount(1);
	await expect(lab.future(4)).toContainText('<b>mine</b>');
});

test('a phone on which nothing was done is replaced, and one that was forgotten can be kept after all', async ({
	page
}) => {
	const lab = await Lab.openStopped(page);
	await lab.button('A fresh phone').click();
	await lab.knobs.getByRole('switch', { name: /^isOnDemandEnabled/ }).uncheck();
	await lab.act(ACT.connect).click();
	await expect(lab.futures.getByRole('listitem')).toHaveCount(2);
	await expect(lab.future(2)).toContainText('2: A fresh phone, isOnDemandEnabled: off');
	await lab
		.future(2)
		.getByRole('button', { name: /^Forget/ })
		.click();
	await expect(lab.future(1).getByRole('radio')).toBeChecked();
	await expect(lab.future(2)).toHaveCount(0);
	await lab.futures.getByRole('button', { name: /^Keep what/ }).click();
	await expect(lab.future(2)).toContainText('Connect');
});

test('a link opens the same moment, of one future or of two; a broken one gets a sentence and takes nothing away', async ({
	page
}) => {
	const lab = await Lab.openStopped(page);
	await lab.timeline.press('Home');
	await lab.stepUntilTold('told to terminate');
	await lab.act(ACT.reboot).click();
	await lab
		.future(1)
		.getByRole('button', { name: /^Side by side/ })
		.click();
	await (await lab.view('Take away')).getByRole('button', { name: 'Copy link' }).click();
	await expect(page).toHaveURL(/acts2=/);
	const before = await lab.moment();
	const again = await Lab.open(page, page.url());
	await expect(again.pictures).toHaveCount(2);
	expect((await again.moment()).rooms).toEqual(before.rooms);
	expect((await again.moment()).position).toBe(before.position);

	await Lab.open(page, `${LAB}?v=2&knobs=nonsense&acts=&at=1`);
	await expect(lab.main.getByRole('alert')).toContainText(
		/knobs cannot be read: they should be among includeAllNetworks, .* The lab opens as it would without this link\./
	);
	await expect(lab.futures.getByRole('listitem')).toHaveCount(2);
	await expect(lab.pictures).toHaveCount(2);
});

test('a narrow screen tells of the one future that is left, whichever of two was looked at before', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const lab = await Lab.openStopped(page);
	await lab.button('Keep a copy of this one').click();
	const beside = lab.future(2).getByRole('button', { name: /^Side by side/ });
	await beside.click();
	await lab.main.getByRole('group', { name: 'Which phone to look at' }).getByRole('radio').nth(1).check();
	const captions = lab.main.getByText(/^t = \d+\.\d{3} s$/).filter({ visible: true });
	await expect(captions).toHaveCount(1);
	await beside.click();
	await expect(lab.pictures.filter({ visible: true })).toHaveCount(1);
	await expect(captions).toHaveCount(1);
});
