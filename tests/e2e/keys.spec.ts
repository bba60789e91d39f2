/** Keys with Alt, Ctrl and Meta are the browser’s: nothing of ours hears them, and nothing stands in their way. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Figure } from './support/figure.ts';
import { Lab } from './support/lab.ts';
import { FIRST_SCREEN, FLIP_THE_FLAG } from './support/pages.ts';

declare global {
	interface Window {
		pressed?: { key: string; prevented: boolean }[];
	}
}

const BROWSERS = ['Alt+ArrowLeft', 'Alt+ArrowDown', 'Control+Home', 'Control+End', 'Meta+ArrowRight', 'Control+Enter'];

/** Notes of each key that goes down whether the page kept it for itself. */
const watchKeys = (page: Page) =>
	page.evaluate(() => {
		const pressed: { key: string; prevented: boolean }[] = (window.pressed = []);
		window.addEventListener(
			'keydown',
			// Once everybody else has heard of it.
			(event) => void setTimeout(() => pressed.push({ key: event.key, prevented: event.defaultPrevented })),
			{ capture: true }
		);
	});

/** Presses the browser’s keys on something: it stays as it is. The same keys alone are ours where they are named. */
async function expectLeftAlone(target: Locator, state: () => Promise<unknown>, ours: string): Promise<void> {
	const page = target.page();
	await watchKeys(page);
	await target.focus();
	const before = await state();
	for (const keys of BROWSERS) await page.keyboard.press(keys);
	const pressed = () =>
		page.evaluate(() => window.pressed?.filter(({ key }) => !/^(Alt|Control|Meta)$/.test(key)) ?? []);
	await expect.poll(async () => (await pressed()).length).toBe(BROWSERS.length);
	expect((await pressed()).filter(({ prevented }) => prevented)).toEqual([]);
	expect(await state()).toEqual(before);

	await target.focus();
	await page.keyboard.press(ours);
	await expect.poll(async () => (await pressed()).at(-1)).toEqual({ key: ours, prevented: true });
	await expect.poll(state).not.toEqual(before);
}

test.describe('in the lab', () => {
	const LISTS: readonly {
		readonly name: string;
		readonly view: string;
		readonly of: (lab: Lab) => Locator;
		readonly ours: string;
	}[] = [
		{ name: 'the ladder', view: 'Ladder', of: (lab) => lab.ladder, ours: 'ArrowUp' },
		{ name: 'the events', view: 'Events', of: (lab) => lab.events, ours: 'Home' },
		{ name: 'the timeline', view: 'Ladder', of: (lab) => lab.timeline, ours: 'ArrowLeft' }
	];
	for (const { name, view, of, ours } of LISTS)
		test(name, async ({ page }) => {
			const lab = await Lab.openStopped(page);
			await lab.view(view);
			// Of a slider, Meta and an arrow are the browser’s in another way: it moves a millisecond.
			await expectLeftAlone(of(lab), lab.told, ours);
		});

	test('the tabs', async ({ page }) => {
		const lab = await Lab.openStopped(page);
		const shown = () => lab.main.getByRole('tab', { selected: true }).textContent();
		await expectLeftAlone(lab.main.getByRole('tab', { selected: true }), shown, 'ArrowRight');
	});

	test('wherever else the focus is', async ({ page }) => {
		const lab = await Lab.openStopped(page);
		await expectLeftAlone(lab.button('A fresh phone'), lab.position, 'ArrowLeft');
	});
});

test('a room of the picture', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const figure = await Figure.open(page, FIRST_SCREEN);
	const panels = () => page.getByRole('dialog').count();
	await expectLeftAlone(figure.room('VPN app'), panels, 'Enter');
});

test.describe('in the packet inspector', () => {
	const open = async (page: Page) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		const figure = await Figure.open(page, FLIP_THE_FLAG);
		await figure.button('All packets').click();
		const inspector = page.getByRole('dialog', { name: 'Packets' });
		await inspector.getByRole('option').nth(3).click();
		await expect(inspector.getByRole('treeitem').first()).toBeVisible();
		return inspector;
	};

	test('the list', async ({ page }) => {
		const list = (await open(page)).getByRole('listbox');
		await expectLeftAlone(list, () => list.getAttribute('aria-activedescendant'), 'ArrowUp');
	});

	test('the bytes', async ({ page }) => {
		const bytes = (await open(page)).getByRole('grid');
		await expectLeftAlone(bytes, () => bytes.getAttribute('aria-activedescendant'), 'End');
	});

	test('the layers', async ({ page }) => {
		const tree = (await open(page)).getByRole('tree');
		const first = tree.getByRole('treeitem').first();
		const focused = () => page.evaluate(() => document.activeElement?.textContent);
		await first.focus();
		await expectLeftAlone(first, focused, 'End');
	});
});
