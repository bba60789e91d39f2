/** Chapter 9, the room of exits: each tried alone, by mouse and by keyboard; what is refused; the future that was left. */
import { expect, test } from '@playwright/test';
import { ACT, Figure, LOCKED_OUT, NO_NETWORK, THROUGH_THE_TUNNEL } from './support/figure.ts';
import { use } from './support/keyboard.ts';
import { THE_WAY_OUT } from './support/pages.ts';

const hands = {
	mouse: {
		press: (figure: Figure, name: RegExp) => figure.button(name).click(),
		goToEnd: (figure: Figure) => figure.goToEnd()
	},
	keyboard: {
		press: (figure: Figure, name: RegExp) => use(figure.button(name)),
		goToEnd: (figure: Figure) => figure.goToEnd(() => figure.page.keyboard.press('Shift+ArrowRight'))
	}
};

const exits = [
	{
		name: 'opening a page and waiting',
		acts: [ACT.openPage],
		ends: NO_NETWORK,
		because: 'App Store updater, waiting for connectivity'
	},
	{
		name: 'removing the profile',
		acts: [ACT.remove],
		ends: NO_NETWORK,
		because: 'Session manager, suspended for update, flag saved: none'
	},
	{ name: 'uninstalling the app', acts: [ACT.uninstall], ends: NO_NETWORK, because: 'VPN app, uninstalled' },
	{
		name: 'toggling alone',
		acts: [ACT.toggle, ACT.toggle],
		ends: NO_NETWORK,
		because: 'App Store updater, waiting for connectivity'
	},
	{ name: 'cancelling alone', acts: [ACT.cancel], ends: NO_NETWORK, because: 'App Store updater, cancelled' },
	{
		name: 'cancelling, then toggling twice',
		acts: [ACT.cancel, ACT.toggle, ACT.toggle],
		ends: THROUGH_THE_TUNNEL,
		because: 'Tunnel process, carrying traffic'
	},
	{ name: 'rebooting', acts: [ACT.reboot], ends: THROUGH_THE_TUNNEL, because: 'Tunnel process, carrying traffic' }
];

for (const [hand, { press, goToEnd }] of Object.entries(hands)) {
	test.describe(`by ${hand}`, () => {
		for (const { name, acts, ends, because } of exits) {
			test(`${name} ${ends === THROUGH_THE_TUNNEL ? 'brings the network back' : 'does not bring the network back'}`, async ({
				page
			}) => {
				const figure = await Figure.openStopped(page, THE_WAY_OUT);
				await expect(figure.drawn(LOCKED_OUT)).toBeVisible();

				for (const act of acts) {
					await press(figure, act);
					await goToEnd(figure);
				}

				await expect(figure.drawn(ends)).toBeVisible();
				await expect(figure.room(because)).toBeVisible();
			});
		}
	});
}

test('waiting by Play changes nothing: playback stops by itself, because nothing is under way', async ({ page }) => {
	const figure = await Figure.open(page, THE_WAY_OUT);
	const before = await figure.moment();

	await figure.button('Play').click();

	await expect(figure.button('Play')).toBeVisible();
	expect((await figure.moment()).rooms).toEqual(before.rooms);
	await expect(figure.drawn(LOCKED_OUT)).toBeVisible();
});

test.describe('an act that makes no sense', () => {
	const WHY = 'No download is under way that could be cancelled.';

	for (const [hand, press] of [
		// The button says that it is disabled and answers all the same, so the mouse does not wait for it.
		['mouse', (figure: Figure) => figure.button(ACT.cancel).click({ force: true })],
		['keyboard', (figure: Figure) => use(figure.button(ACT.cancel), 'Space')]
	] as const) {
		test(`by ${hand} is refused with a reason, and the run stays as it was`, async ({ page }) => {
			const figure = await Figure.openStopped(page, THE_WAY_OUT);
			await figure.button(ACT.cancel).click();
			await figure.goToEnd();
			await expect(figure.button(ACT.cancel)).toBeDisabled();
			await expect(figure.button(ACT.cancel)).toHaveAccessibleDescription(WHY);
			const before = await figure.moment();

			await press(figure);

			await expect(page.getByRole('status').filter({ hasText: WHY })).toBeVisible();
			await expect(figure.button('Play')).toBeVisible();
			expect((await figure.moment()).rooms).toEqual(before.rooms);
		});
	}

	test('in the middle of a run is refused, and the future of the run is not lost', async ({ page }) => {
		const figure = await Figure.openStopped(page, THE_WAY_OUT);
		const end = await figure.timeline.getAttribute('max');
		await figure.goToBeginning();

		await figure.button(ACT.cancel).click({ force: true });

		await expect(page.getByRole('status').filter({ hasText: WHY })).toBeVisible();
		await expect(figure.timeline).toHaveAttribute('max', end ?? '');
		await expect(figure.button(/^Other future/)).toBeHidden();
	});
});

test('acting in the past keeps both futures, and “Other future” returns to the one that was left', async ({ page }) => {
	const figure = await Figure.openStopped(page, THE_WAY_OUT);
	await expect(figure.button(/^Other future/)).toBeHidden();
	const left = await figure.moment();
	await figure.words('the circle is closed').click();

	await figure.button(ACT.reboot).click();
	await figure.goToEnd();
	await expect(figure.drawn(THROUGH_THE_TUNNEL)).toBeVisible();
	await use(figure.button('Other future (1)'));

	await expect(figure.drawn(LOCKED_OUT)).toBeVisible();
	await figure.goToEnd();
	expect(await figure.moment()).toEqual(left);

	await figure.button('Other future (1)').click();
	await figure.goToEnd();
	await expect(figure.drawn(THROUGH_THE_TUNNEL)).toBeVisible();
});

test('“Start over” forgets the futures that were tried', async ({ page }) => {
	const figure = await Figure.openStopped(page, THE_WAY_OUT);
	const first = await figure.moment();
	await figure.button(ACT.reboot).click();
	await figure.goToEnd();

	await figure.button('Start over').click();

	await expect(figure.drawn(LOCKED_OUT)).toBeVisible();
	expect(await figure.moment()).toEqual(first);
	await expect(figure.button(/^Other future/)).toBeHidden();
});
