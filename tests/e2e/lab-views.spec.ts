/** The views of the lab: one moment in all of them, the events, why, and what can be taken away. */
import { expect, test, type Download, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { formatPermalink } from '../../src/lib/scenarios/permalink.ts';
import { play, SCENARIOS } from '../../src/lib/scenarios/scenarios.ts';
import { jsonText } from '../../src/lib/scene/traceJson.ts';
import { mermaidOf } from '../../src/lib/scene/mermaid.ts';
import { expectAxeToFindNothing } from './support/axe.ts';
import { ACT } from './support/figure.ts';
import { tabTo, use } from './support/keyboard.ts';
import { Lab } from './support/lab.ts';
import { expectNothingSideways } from './support/sideways.ts';

const payloadOf = async (download: Download) => readFileSync(await download.path(), 'utf8');
const saved = async (page: Page, button: Locator) =>
	(await Promise.all([page.waitForEvent('download'), button.click()]))[0];

test('all views show the same moment, wherever one moves it from', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	const expectEverywhere = async (text: RegExp, room: string, rung: RegExp) => {
		await lab.expectTold(text);
		await expect(lab.room(room)).toBeVisible();
		await lab.view('Ladder');
		await expect(lab.ladder.getByRole('option', { selected: true })).toHaveAccessibleName(rung);
		await lab.view('Events');
		await expect(lab.events.getByRole('row', { selected: true })).toHaveAccessibleName(text);
		// What the list points at is a cell of that row, and it says all of it.
		const cell = lab.events.getByRole('row', { selected: true }).getByRole('gridcell', { name: text });
		await expect(lab.events).toHaveAttribute('aria-activedescendant', (await cell.getAttribute('id')) ?? 'none');
	};
	await lab.timeline.press('Home');
	await lab.stepUntilTold('told to terminate');
	await expectEverywhere(
		/SIGTERM/,
		'Tunnel process, told to terminate',
		/session manager to tunnel process: .*SIGTERM/
	);
	const charts = await lab.view('Statecharts');
	await expect(charts.getByRole('img', { name: /told to terminate, active/ })).toBeVisible();

	await lab.view('Events');
	await lab.events.focus();
	await page.keyboard.press('End');
	await expectEverywhere(
		/old tunnel cannot be launched/,
		'Session manager, suspended for update',
		/^4\.002 s, kernel router to session manager: on demand/
	);

	await lab.view('Ladder');
	await lab.ladder.focus();
	await page.keyboard.press('Home');
	await expect(lab.ladder.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '1');
	await expect(lab.room('VPN app, no profile')).toBeVisible();
});

test('one step back from the end shows another moment', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	const before = await lab.told();
	await lab.button('Step back').click();
	await expect.poll(lab.told).not.toBe(before);
});

for (const width of [1440, 390]) {
	test(`no sentence of the list of events is cut off in a window ${width} px wide`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		const lab = await Lab.openStopped(page);
		await lab.view('Events');
		const cells = lab.events
			.getByRole('row')
			.getByRole('gridcell')
			.filter({ hasText: /\w{3,} \w+ .*\./ });
		await expect(cells.first()).toBeVisible();
		const cut = await cells.evaluateAll((all) =>
			all
				.filter(
					(cell) =>
						cell.scrollWidth > cell.clientWidth + 1 ||
						cell.getBoundingClientRect().bottom > (cell.closest('[role=row]')?.getBoundingClientRect().bottom ?? 0) + 1
				)
				.map(({ textContent }) => textContent)
		);
		expect(cut).toEqual([]);
	});
}

test('why: from any event back to the flag, and from each cause to its moment', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	await lab.view('Events');
	await lab.main.getByText('Fate', { exact: true }).first().click();
	await lab.main.getByRole('checkbox', { name: /^held/ }).check();
	await page.keyboard.press('Escape');
	await expect(lab.main.getByText(/^2 of \d+ events/)).toBeVisible();
	await lab.events.getByRole('row', { name: /app download request/ }).click();
	await lab.events.getByRole('button', { name: 'Why?' }).click();
	const why = lab.main.getByRole('region', { name: /^Why it happened/ });
	await expect(why.getByRole('listitem').first()).toContainText('is held');
	await expect(why.getByText('And this is why the flag')).toBeVisible();
	// Each is called by its time and by what happened then.
	await why
		.getByRole('button', { name: /^\d+\.\d{3} s, [^:]+: .*SIGTERM/ })
		.first()
		.click();
	await lab.expectTold('told to terminate');
});

test('who waits for whom is told of any locked phone: the circle, and after a cancelled download the chain to the person', async ({
	page
}) => {
	const lab = await Lab.openStopped(page);
	await lab.view('Why?');
	const waits = lab.main.getByRole('region', { name: 'Who waits for whom' });
	await expect(waits.getByRole('listitem')).toHaveCount(3);
	await expect(waits).toContainText('the circle closes');
	await lab.act(ACT.cancel).click();
	await lab.timeline.press('End');
	await expect(waits).toContainText('the tunnel needs a person who toggles the VPN or reboots');
	await expect(waits).toContainText('the person waits for nobody');
});

test('what is taken away is what the terminal prints: JSON to the byte, Mermaid, Swift', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	const take = await lab.view('Take away');
	const run = play(SCENARIOS['update-flag-on']);
	expect(await payloadOf(await saved(page, take.getByRole('button', { name: /^Save as JSON/ })))).toBe(jsonText(run));
	expect(await payloadOf(await saved(page, take.getByRole('button', { name: /^Save as a Mermaid/ })))).toBe(
		mermaidOf(run, run.entries.length, {
			title: '1: An update, flag on',
			link: new URL(`?${formatPermalink({ runs: [run], positions: [run.entries.length] })}`, page.url()).href
		})
	);
	await expect(take.getByRole('group', { name: 'Listing in Swift' })).toContainText('includeAllNetworks = true');
	await lab.flag.click();
	await expect(take.getByRole('group', { name: 'Listing in Swift' })).toContainText('includeAllNetworks = false');
});

test('by keyboard alone: back in time, another act, both futures side by side, the event where they part, and why', async ({
	page
}) => {
	const lab = await Lab.openStopped(page);
	await tabTo(lab.act(ACT.openPage));
	// Arrows step through the run wherever the focus is, with Shift from moment to moment.
	for (let moments = 0; moments < 4; moments++) await page.keyboard.press('Shift+ArrowLeft');
	await expect(lab.main.getByText('This is the past of a run')).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(lab.futures.getByRole('listitem')).toHaveCount(2);
	await use(lab.future(1).getByRole('button', { name: /^Side by side/ }));
	await expect(lab.pictures).toHaveCount(2);
	await tabTo(lab.main.getByRole('tab', { name: 'Ladder' }));
	await page.keyboard.press('ArrowRight');
	await use(lab.button('Where they part'));
	await tabTo(lab.events.first());
	await page.keyboard.press('Enter');
	await expect(
		lab.main.getByRole('region', { name: /^Why it happened, 2/ }).getByText('Why this happened')
	).toBeVisible();
});

test('the tabs are one stop, and arrows walk through them', async ({ page }) => {
	const lab = await Lab.openStopped(page);
	await lab.main.getByRole('tab', { name: 'Ladder' }).focus();
	for (const name of ['Events', 'Statecharts', 'Why?', 'Checker', 'Take away', 'Ladder']) {
		await page.keyboard.press('ArrowRight');
		await expect(lab.main.getByRole('tab', { name, selected: true })).toBeFocused();
	}
});

for (const view of ['Ladder', 'Events', 'Statecharts', 'Why?', 'Checker', 'Take away']) {
	test(`the lab with ${view} has no fault that axe can find, in light and in dark, and nothing scrolls sideways at any width but lists in their own place`, async ({
		page
	}) => {
		const lab = await Lab.openStopped(page);
		await lab.view(view);
		await expectAxeToFindNothing(page);
		await expectNothingSideways(page);
	});
}
