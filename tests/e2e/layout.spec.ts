/** Nothing sideways, nothing that jumps, and the whole first screen on a laptop. */
import { expect, test, type Page } from '@playwright/test';
import { ACT, awake, Figure, LOCKED_OUT } from './support/figure.ts';
import { use } from './support/keyboard.ts';
import {
	chapters,
	FIRST_SCREEN,
	FLIP_THE_FLAG,
	PAGE_WITHOUT_FIGURE,
	pages,
	THE_UPDATE,
	THE_WAY_OUT
} from './support/pages.ts';
import { expectNothingSideways, HEIGHT, WIDTHS } from './support/sideways.ts';

interface LayoutShift extends PerformanceEntry {
	readonly value: number;
	readonly sources: readonly { readonly node?: Node }[];
}
declare global {
	interface Window {
		shifts: string[];
	}
}

for (const address of pages) {
	test(`${address} does not scroll sideways at any width`, async ({ page }) => {
		await page.goto(address);
		await awake(page);
		await expectNothingSideways(page);
	});
}

test('nor does an open statechart, a bad link, a locked phone or the storyboard', async ({ page }) => {
	const figure = await Figure.open(page, THE_WAY_OUT);
	await expect(figure.drawn(LOCKED_OUT)).toBeVisible();
	await use(figure.room('Session manager'));
	await expect(page.getByRole('dialog')).toBeVisible();
	await expectNothingSideways(page);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await expect(page.getByRole('heading', { name: 'storyboard' })).toBeVisible();
	await expectNothingSideways(page);
	await Figure.open(page, `${FIRST_SCREEN}?v=1&knobs=${'x'.repeat(300)}`);
	await expect(page.getByRole('alert')).toBeVisible();
	await expectNothingSideways(page);
});

test('who has not got the site’s type in time reads words as wide as the drawings have room for', async ({ page }) => {
	const figure = await Figure.open(page, FIRST_SCREEN);
	const widths = await figure.main.evaluate((main) => {
		const text = (main.textContent ?? '').replace(/\s+/g, ' ');
		const [own = '', ...others] = getComputedStyle(document.documentElement).getPropertyValue('--sans').split(', ');
		const pen = document.createElement('canvas').getContext('2d');
		if (!pen) throw new Error('no canvas');
		const width = (font: string) => ((pen.font = font), pen.measureText(text).width);
		// A family of which this machine has no font is as wide as what follows it.
		return others
			.filter((family) => family.includes('for Source Sans'))
			.filter((family) => width(`40px ${family}, monospace`) !== width('40px monospace'))
			.flatMap((family) =>
				[400, 650].map((weight) => ({
					family,
					weight,
					ratio: width(`${weight} 40px ${family}`) / width(`${weight} 40px ${own}`)
				}))
			);
	});
	expect(widths.length).toBeGreaterThan(0);
	for (const { family, weight, ratio } of widths) expect(Math.abs(ratio - 1), `${family} ${weight}`).toBeLessThan(0.03);
});

/** Notes every shift of the layout, with what was shifted, from the next page on. */
const watchShifts = (page: Page) =>
	page.addInitScript(() => {
		const shifts: string[] = (window.shifts = []);
		const told = (entry: LayoutShift) =>
			`${entry.value.toFixed(4)}: ${entry.sources.map(({ node }) => (node?.textContent ?? '').trim().slice(0, 40)).join(' | ')}`;
		new PerformanceObserver((list) => shifts.push(...(list.getEntries() as LayoutShift[]).map(told))).observe({
			type: 'layout-shift',
			buffered: true
		});
	});

/** Two frames from now: a shift is reported after the frame in which it happened. */
const twoFrames = (page: Page) =>
	page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Opens a page as slow phones do: its words and pictures stand there for a while before any script comes. */
async function openSlowly(page: Page, address: string): Promise<Figure> {
	// The type is there: what comes of its coming late is another test.
	await page.goto(PAGE_WITHOUT_FIGURE);
	await page.evaluate(() => document.fonts.ready);
	let release = () => {};
	const painted = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.js', async (route) => {
		await painted;
		await route.continue();
	});
	await watchShifts(page);
	await page.goto(address, { waitUntil: 'commit' });
	const figure = new Figure(page);
	await figure.pictures.first().waitFor({ state: 'attached' });
	await twoFrames(page);
	release();
	await awake(page);
	await twoFrames(page);
	return figure;
}

for (const width of WIDTHS) {
	test.describe(`${width} px wide`, () => {
		test.use({ viewport: { width, height: HEIGHT } });

		for (const address of chapters) {
			test(`${address} shifts nothing while it loads, and stands still while one steps, whatever is told`, async ({
				page
			}) => {
				const figure = await openSlowly(page, address);
				expect(await page.evaluate(() => window.shifts)).toEqual([]);
				if (address === FIRST_SCREEN) await figure.all.click();

				await figure.goToBeginning();
				const still = [
					figure.pictures.filter({ visible: true }).first(),
					figure.timeline,
					figure.button('Step'),
					figure.button('Copy link')
				];
				const handles = await Promise.all(still.map((part) => part.elementHandle()));
				const places = () =>
					page.evaluate((parts) => parts.map((part) => JSON.stringify(part?.getBoundingClientRect())), handles);
				const before = await places();
				for (let step = 1; step <= 40; step++) {
					await page.keyboard.press('ArrowRight');
					expect(await places(), `step ${step}: ${await figure.told()}`).toEqual(before);
				}
			});
		}
	});
}

for (const viewport of [
	{ width: 1440, height: 900 },
	{ width: 1366, height: 768 }
]) {
	test(`the first screen is whole at ${viewport.width}×${viewport.height}`, async ({ page }) => {
		await page.setViewportSize(viewport);
		const figure = await Figure.open(page, FIRST_SCREEN);
		const whole = { ratio: 1 };

		await expect(figure.flag).toBeInViewport(whole);
		await expect(figure.button(ACT.update)).toBeInViewport(whole);
		await expect(figure.pictures).toBeInViewport(whole);
		await expect(figure.timeline).toBeInViewport(whole);
		for (const name of ['Play', 'Step', 'Step back', 'Next moment', 'Previous moment', 'Copy link'])
			await expect(figure.button(name)).toBeInViewport(whole);
		await expect(page.getByRole('radio', { name: 'around the kernel' })).toBeInViewport(whole);
		await expect(page.getByText(await figure.told()).first()).toBeInViewport(whole);
		expect(await page.evaluate(() => window.scrollY)).toBe(0);
	});
}

/** The smallest type in the first picture, and the words that stand beyond the edge of their room, as a reader sees them. In px. */
const words = (figure: Figure) =>
	figure.pictures
		.filter({ visible: true })
		.first()
		.evaluate((picture) => {
			const shown = [...picture.querySelectorAll('text')].map((text) => ({
				text,
				box: text.getBoundingClientRect(),
				scale: text.getScreenCTM()?.a ?? 1
			}));
			const frame = picture.getBoundingClientRect();
			const inFrame = shown.filter(({ box }) => box.top < frame.bottom - 1);
			// A room is a rectangle that can be pressed; what begins in it has to end in it.
			const rooms = [...picture.querySelectorAll('[role=button] > rect:first-child')].map((rect) =>
				rect.getBoundingClientRect()
			);
			const beyond = inFrame.filter(({ box }) => {
				const room = rooms.find(
					({ left, right, top, bottom }) => box.left >= left && box.left < right && box.top >= top && box.top < bottom
				);
				return room !== undefined && box.right > room.right + 1;
			});
			return {
				smallest: Math.min(
					...inFrame.map(({ text, scale }) => Number.parseFloat(getComputedStyle(text).fontSize) * scale)
				),
				beyond: beyond.map(({ text }) => text.textContent)
			};
		});

for (const [width, height, smallest] of [
	[1440, 900, 11.5],
	[1366, 768, 9]
] as const) {
	for (const address of [FLIP_THE_FLAG, THE_UPDATE]) {
		test(`side by side at ${width}×${height} on ${address} no type is under ${smallest} px, and no word leaves its room`, async ({
			page
		}) => {
			await page.setViewportSize({ width, height });
			const figure = await Figure.open(page, address);
			for (const key of ['Home', 'PageDown', 'End']) {
				await figure.timeline.press(key);
				const { smallest: found, beyond } = await words(figure);
				expect(beyond, await figure.told()).toEqual([]);
				expect(found, await figure.told()).toBeGreaterThanOrEqual(smallest);
			}
		});
	}
}

for (const viewport of [
	{ width: 1440, height: 900 },
	{ width: 1366, height: 768 },
	{ width: 1280, height: 720 }
]) {
	for (const address of [FLIP_THE_FLAG, THE_UPDATE, THE_WAY_OUT]) {
		test(`every control of ${address} can be reached by mouse at ${viewport.width}×${viewport.height}, whatever is told`, async ({
			page
		}) => {
			await page.setViewportSize(viewport);
			const figure = await Figure.open(page, address);
			await figure.goToBeginning();
			for (let moment = 0; moment < 12; moment++) {
				for (const name of ['Copy link', 'Start over']) {
					const button = figure.button(name);
					await button.scrollIntoViewIfNeeded();
					await expect(button, await figure.told()).toBeInViewport({ ratio: 0.95 });
				}
				await figure.timeline.press('PageUp');
			}
		});
	}
}
