/** Predict, then see: a question before the reveal, its answer from the model, and nothing that leaves the device. */
import { expect, test, type Page } from '@playwright/test';
import { awake, Figure } from './support/figure.ts';
import { tabTo } from './support/keyboard.ts';
import { FLIP_THE_FLAG, THE_WAY_OUT } from './support/pages.ts';
import { listen, spoken } from './support/speech.ts';

const RIGHT = 'Success, and the packet is gone.';
const WRONG = 'An error, because the packet cannot be sent.';
const WHY_RIGHT = 'The caller cannot tell a packet that was sent from one that was thrown away.';
const WHY_WRONG = 'The engineers saw none.';

const question = (page: Page) => page.getByRole('group', { name: /^Predict, then see\. One boolean differs/ });
const answer = (page: Page, text: string) => question(page).getByRole('radio', { name: text });
const predictions = (page: Page) => page.getByRole('region', { name: 'Your predictions' });

test.describe('an answer', () => {
	test('that is right is told so at once, with its reason and what the model tells', async ({ page }) => {
		await listen(page);
		await Figure.open(page, FLIP_THE_FLAG);
		await answer(page, RIGHT).check();

		await expect(page.getByText(`Right. ${WHY_RIGHT}`).filter({ visible: true }).first()).toBeVisible();
		await expect(page.getByRole('blockquote').getByText('sendmsg() returns without an error')).toBeVisible();
		await expect(page.getByText(/^The model, t = [\d.]+ s; observed: /)).toBeVisible();
		expect(await spoken(page)).toContain(`Right. ${WHY_RIGHT}`);
	});

	test('that is wrong learns why, and what happens instead', async ({ page }) => {
		await Figure.open(page, FLIP_THE_FLAG);
		await answer(page, WRONG).check();

		await expect(page.getByText(WHY_WRONG).first()).toBeVisible();
		await expect(page.getByText(`What happens: ${RIGHT}`)).toBeVisible();
		await expect(page.getByText(WHY_RIGHT)).toBeVisible();
	});

	test('can be watched as it happens', async ({ page }) => {
		const figure = await Figure.open(page, FLIP_THE_FLAG);
		await answer(page, WRONG).check();
		await figure.button('Watch it happen').click();
		await figure.expectTold('sendmsg() returns without an error');
	});

	test('is not given by passing it with the arrow keys; Enter gives it', async ({ page }) => {
		await Figure.open(page, FLIP_THE_FLAG);
		await tabTo(answer(page, WRONG));
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await expect(answer(page, RIGHT)).toBeChecked();
		await expect(page.getByRole('button', { name: 'Watch it happen' })).toBeHidden();

		await page.keyboard.press('Enter');
		await expect(page.getByRole('button', { name: 'Watch it happen' })).toBeVisible();
		await expect(predictions(page)).toContainText('1 of 1 answered, 1 right');
	});

	test('that the arrows have come to can be given by a button as well', async ({ page }) => {
		await Figure.open(page, FLIP_THE_FLAG);
		await tabTo(answer(page, WRONG));
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('button', { name: 'That is my prediction' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(predictions(page)).toContainText('1 of 1 answered, 0 right');
	});
});

test.describe('what this device keeps', () => {
	test('is there after a reload, and can be cleared', async ({ page }) => {
		await Figure.open(page, FLIP_THE_FLAG);
		await answer(page, RIGHT).check();
		await page.reload();
		await awake(page);
		await expect(answer(page, RIGHT)).toBeChecked();
		await expect(predictions(page)).toContainText('1 of 1 answered, 1 right');
		await expect(predictions(page)).toContainText('Nothing is sent to anybody.');

		await predictions(page).getByRole('button', { name: 'Clear my answers' }).click();
		await expect(answer(page, RIGHT)).not.toBeChecked();
		await expect(predictions(page)).toContainText('0 of 1 answered');
		await page.reload();
		await awake(page);
		await expect(answer(page, RIGHT)).not.toBeChecked();
	});

	test('can be forgotten altogether', async ({ page }) => {
		await Figure.open(page, FLIP_THE_FLAG);
		await answer(page, RIGHT).check();
		await predictions(page).getByRole('button', { name: 'Forget everything' }).click();
		expect(await page.evaluate(() => localStorage.length)).toBe(0);
		await expect(answer(page, RIGHT)).not.toBeChecked();
	});

	for (const damaged of ['{"answers":', '{"answers":{"flip-the-flag/the-same-call":"x"}}', '[]']) {
		test(`is ignored when it is damaged: ${damaged}`, async ({ page }) => {
			const errors: string[] = [];
			page.on('pageerror', ({ message }) => errors.push(message));
			await page.addInitScript((text) => localStorage.setItem('progress', text), damaged);
			await Figure.open(page, FLIP_THE_FLAG);
			await answer(page, RIGHT).check();
			await expect(predictions(page)).toContainText('1 of 1 answered, 1 right');
			expect(errors).toEqual([]);
		});
	}

	test('may be nothing at all: where storage is refused, everything works as long as the page is open', async ({
		page
	}) => {
		const errors: string[] = [];
		page.on('pageerror', ({ message }) => errors.push(message));
		await page.addInitScript(() => {
			Object.defineProperty(window, 'localStorage', {
				get: () => {
					throw new DOMException('Denied', 'SecurityError');
				}
			});
		});
		await Figure.open(page, FLIP_THE_FLAG);
		await answer(page, RIGHT).check();
		await expect(predictions(page)).toContainText('1 of 1 answered, 1 right');
		expect(errors).toEqual([]);
	});
});

test.describe('a reader who asks to be asked first', () => {
	const WAITS = 'The figure waits: the text asks what will happen next.';

	test('is stopped before the answer, and goes on once it is given', async ({ page }) => {
		const figure = await Figure.open(page, FLIP_THE_FLAG);
		await page.getByRole('checkbox', { name: 'Ask me first' }).first().check();
		await expect(predictions(page).getByRole('checkbox', { name: 'Ask me first' })).toBeChecked();
		await figure.goToBeginning();
		await figure.button('Play').click();
		await expect(page.getByText(WAITS)).toBeVisible();
		expect(await figure.told()).not.toContain('sendmsg() returns without an error');

		await answer(page, RIGHT).check();
		await expect(page.getByText(WAITS)).toBeHidden();
		await figure.stepUntilTold('sendmsg() returns without an error');
	});

	test('is the only one: nobody else is stopped', async ({ page }) => {
		const figure = await Figure.open(page, FLIP_THE_FLAG);
		await figure.goToBeginning();
		await figure.button('Play').click();
		await expect.poll(figure.told).toContain('sendmsg() returns without an error');
		await expect(page.getByText(WAITS)).toBeHidden();
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the question has its answers as a list, and the right one folded away with what the model tells', async ({
		page
	}) => {
		await page.goto(FLIP_THE_FLAG);
		await expect(page.getByRole('listitem').filter({ hasText: WRONG })).toBeVisible();
		await expect(page.getByRole('radio')).toHaveCount(0);
		await expect(page.getByText(WHY_RIGHT)).toBeHidden();
		await page.getByText('The answer', { exact: true }).click();
		await expect(page.getByText(WHY_RIGHT)).toBeVisible();
		await expect(page.getByRole('blockquote').getByText('sendmsg() returns without an error')).toBeVisible();
	});
});

test('on paper every answer is unfolded', async ({ page }) => {
	await Figure.open(page, THE_WAY_OUT);
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	const answers = page.getByRole('blockquote');
	expect(await answers.count()).toBeGreaterThan(1);
	for (const told of await answers.all()) await expect(told).toBeVisible();
});
