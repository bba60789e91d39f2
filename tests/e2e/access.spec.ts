/** For everybody: what axe can see, names, headings, the order of focus, and what is told to those who listen. */
import { expect, test, type Page } from '@playwright/test';
import { expectAxeToFindNothing, expectAxeToFindNothingMoved } from './support/axe.ts';
import { LEVEL } from './support/evidence.ts';
import { ACT, awake, Figure } from './support/figure.ts';
import { tabTo, use } from './support/keyboard.ts';
import { LONG } from './support/long.ts';
import { chapters, FIRST_SCREEN, FLIP_THE_FLAG, pages, THE_UPDATE, THE_WAY_OUT } from './support/pages.ts';

/** All chapters on one page, and all reasons in one table. */
const ALL_IN_ONE = new Set(['./essay/', './evidence/']);

test.describe('axe, in light and in dark', () => {
	for (const address of pages) {
		test(`finds nothing on ${address}`, ALL_IN_ONE.has(address) ? LONG : {}, async ({ page }) => {
			await page.goto(address);
			await awake(page);
			await expectAxeToFindNothing(page);
		});
	}

	for (const address of chapters) {
		test(`finds nothing on ${address} when it is narrow`, async ({ page }) => {
			await page.setViewportSize({ width: 390, height: 844 });
			await Figure.open(page, address);
			await expectAxeToFindNothingMoved(page);
		});
	}

	test('finds nothing in an open statechart, a refusal and a locked phone', async ({ page }) => {
		const figure = await Figure.open(page, THE_WAY_OUT);
		await use(figure.button(ACT.cancel));
		await figure.timeline.press('End');
		await use(figure.button(ACT.cancel));
		await use(figure.room('Session manager'));
		await expect(page.getByRole('dialog')).toBeVisible();
		await expectAxeToFindNothing(page);
	});

	test('finds nothing on the storyboard', async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await Figure.open(page, THE_UPDATE);
		await expectAxeToFindNothing(page);
	});

	test('finds nothing on a broken link', async ({ page }) => {
		await Figure.open(page, `${FIRST_SCREEN}?v=1`);
		await expectAxeToFindNothing(page);
	});
});

for (const address of pages) {
	test(`${address} has one main heading, and its headings skip no level`, async ({ page }) => {
		await page.goto(address);
		await awake(page);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		const skips = await levelSkips(page);
		expect(skips).toEqual([]);
	});
}

/** Headings that are more than one level below the heading before them. */
async function levelSkips(page: Page): Promise<string[]> {
	const lines = (await page.getByRole('heading').allTextContents()).map((text) => text.trim());
	const levels = await page
		.getByRole('heading')
		.evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
	return lines.filter((_, i) => (levels[i] ?? 0) > (levels[i - 1] ?? 0) + 1);
}

for (const address of chapters) {
	test(`every control and every picture of ${address} has a name`, async ({ page }) => {
		const figure = await Figure.open(page, address);
		for (const role of [
			'button',
			'link',
			'switch',
			'radio',
			'slider',
			'combobox',
			'img',
			'group',
			'region',
			'navigation'
		] as const) {
			const nameless = page.getByRole(role, { name: /^$/ });
			expect(
				await nameless.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML.slice(0, 120))),
				role
			).toEqual([]);
		}
		const rooms = await figure.pictures
			.first()
			.getByRole('button')
			.evaluateAll((all) => all.map((room) => room.getAttribute('aria-label')));
		expect(rooms.length).toBeGreaterThan(8);
		expect(new Set(rooms).size).toBe(rooms.length);
	});
}

test.describe('a room', () => {
	for (const key of ['Enter', 'Space']) {
		test(`opens its statechart with ${key}, and Escape closes it and gives the focus back`, async ({ page }) => {
			const figure = await Figure.open(page, FIRST_SCREEN);
			const room = figure.room('VPN app');
			await use(room, key);

			const chart = page.getByRole('dialog', { name: 'VPN app: its statechart' });
			await expect(chart.getByRole('heading', { name: 'VPN app: its statechart' })).toBeFocused();
			await expect(chart.getByRole('img', { name: 'connected, active' })).toBeVisible();
			await expect(chart.getByText(/^Last transition: /)).toBeVisible();
			expect(await levelSkips(page)).toEqual([]);

			await page.keyboard.press('Escape');
			await expect(chart).toBeHidden();
			await expect(room).toBeFocused();
		});
	}

	test('opens by mouse, is left by its button, and follows the steps meanwhile', async ({ page }) => {
		const figure = await Figure.open(page, FLIP_THE_FLAG);
		await figure.goToBeginning();
		await figure.room('Tunnel process', 1).click();
		const chart = page.getByRole('dialog', { name: 'Statechart' });
		await expect(chart.getByText('No transition yet.')).toBeVisible();
		await figure.goOnUntil(
			() => figure.room('Tunnel process, probing', 1).isVisible(),
			() => page.keyboard.press('ArrowRight')
		);
		await expect(chart.getByRole('img', { name: 'probing, active' })).toBeVisible();

		await chart.getByRole('button', { name: 'Close' }).click();
		await expect(chart).toBeHidden();
	});

	test('closes its statechart on Escape wherever the focus has gone', async ({ page }) => {
		const figure = await Figure.open(page, FIRST_SCREEN);
		await figure.room('Relay').click();
		const chart = page.getByRole('dialog', { name: 'Relay: its statechart' });
		await expect(chart.getByRole('heading').first()).toBeFocused();
		await figure.button('Step').focus();
		await page.keyboard.press('Escape');
		await expect(chart).toBeHidden();
	});

	test('keeps Escape for the next time: one press closes one statechart', async ({ page }) => {
		const figure = await Figure.open(page, FIRST_SCREEN);
		await use(figure.room('Relay'));
		await expect(page.getByRole('heading', { name: 'Relay: its statechart' })).toBeFocused();
		await tabTo(page.getByRole('dialog').getByRole('button', { name: 'Close' }));
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toBeHidden();
		await expect(figure.room('Relay')).toBeFocused();
	});
});

test('two phones are told apart by the name of their run, and each says which of its relays is in use', async ({
	page
}) => {
	const figure = await Figure.open(page, FLIP_THE_FLAG);
	await figure.goToBeginning();
	await expect(figure.pictures).toHaveCount(2);
	for (const [i, name] of ['flag off', 'flag on'].entries())
		await expect(figure.pictures.nth(i)).toHaveAccessibleName(`${name}: The phone as a building, cut open`);
	await expect(figure.room('Relay', 1)).toHaveAccessibleName(/^Relay, .*number 1 in use/);
});

test('a chapter is named once, and how a step is known by its word', async ({ page }) => {
	const figure = await Figure.open(page, FIRST_SCREEN);
	const chapter = page.getByRole('navigation', { name: 'Contents' }).getByRole('link').nth(1);
	expect(await chapter.getAttribute('title')).toBe(await chapter.getAttribute('aria-label'));
	await figure.stepUntil(figure.main.getByText(LEVEL).first());
	const badge = figure.main.getByText(LEVEL).first();
	await expect(badge).not.toHaveAttribute('title');
	await expect(badge).toHaveText(LEVEL);
});

test('the first Tab leads past the header, to the text', async ({ page }) => {
	await page.goto(THE_UPDATE);
	await awake(page);
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
});
