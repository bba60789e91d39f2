/** The whole short answer on the first screen: flip, watch, go around, update, lock, and out again. */
import { expect, test } from '@playwright/test';
import { ACT, Figure, LOCKED_OUT, THROUGH_THE_TUNNEL } from './support/figure.ts';
import { tabTo, use } from './support/keyboard.ts';
import { FIRST_SCREEN } from './support/pages.ts';

test('it opens on a phone that is connected, with the flag off', async ({ page }) => {
	const figure = await Figure.open(page, FIRST_SCREEN);

	await expect(figure.flag).not.toBeChecked();
	await expect(figure.room('VPN app, connected')).toBeVisible();
	await expect(figure.drawn(THROUGH_THE_TUNNEL)).toBeVisible();
	await expect(figure.button('Play')).toBeVisible();
});

test('the switch moves at once, and the choice after it knows that it has moved', async ({ page }) => {
	// Playback is paused: what is seen does not come from playing.
	const figure = await Figure.openStopped(page, FIRST_SCREEN);
	await figure.flag.click();
	await expect(figure.flag).toBeChecked();
	await page.getByRole('radio', { name: 'around the kernel' }).check();
	await expect(figure.flag).toBeChecked();
	await figure.stepUntilTold('includeAllNetworks on');
});

test('the choice alone keeps the flag off, and the switch can be flipped back', async ({ page }) => {
	const figure = await Figure.open(page, FIRST_SCREEN);
	await page.getByRole('radio', { name: 'around the kernel' }).check();
	await expect(figure.flag).not.toBeChecked();
	await figure.flag.click();
	await expect(figure.flag).toBeChecked();
	await figure.flag.click();
	await expect(figure.flag).not.toBeChecked();
});

test.describe('by mouse', () => {
	test('with the flag on, a probe vanishes and its sender is told that all went well', async ({ page }) => {
		const figure = await Figure.openStopped(page, FIRST_SCREEN);

		await figure.flag.click();
		await expect(figure.drawn(/vanished/)).toBeHidden();
		await figure.stepUntil(figure.drawn('vanished: 1'));

		await expect(figure.flag).toBeChecked();
		await figure.expectTold('is not seen again: it never comes out of the tunnel');
		await figure.stepUntilTold('sendmsg() returns without an error');
		await figure.expectTold('sendmsg() returns without an error');
		await expect(figure.room('VPN app, connecting')).toBeVisible();
	});

	test('around the kernel it connects; an update locks it out; cancel and toggle twice bring it back', async ({
		page
	}) => {
		const figure = await Figure.openStopped(page, FIRST_SCREEN);

		await figure.flag.click();
		await page.getByRole('radio', { name: 'around the kernel' }).check();
		await figure.stepUntil(figure.room('VPN app, connected'));
		await expect(figure.flag).toBeChecked();
		await expect(figure.drawn(THROUGH_THE_TUNNEL)).toBeVisible();

		await figure.button(ACT.update).click();
		await figure.stepUntil(figure.drawn(LOCKED_OUT));
		await figure.stepUntil(figure.room('App Store updater, waiting for connectivity'));
		await expect(figure.drawn(LOCKED_OUT)).toBeVisible();

		await figure.button(ACT.cancel).click();
		await figure.stepUntil(figure.room('Session manager, still suspended'));
		await expect(figure.drawn(LOCKED_OUT)).toBeVisible();

		await figure.button(ACT.toggle).click();
		await figure.stepUntil(figure.room('Session manager, suspended, VPN off'));
		await figure.button(ACT.toggle).click();
		await figure.stepUntil(figure.drawn(THROUGH_THE_TUNNEL));
		await expect(figure.room('Tunnel process, carrying traffic')).toBeVisible();
	});
});

test.describe('by keyboard alone', () => {
	test('K plays and pauses, arrows step, Shift with arrows goes from moment to moment', async ({ page }) => {
		const figure = await Figure.openStopped(page, FIRST_SCREEN);
		await tabTo(figure.button('Step'));
		const first = await figure.position();

		await page.keyboard.press('k');
		await expect(figure.button('Pause')).toBeVisible();
		await page.keyboard.press('k');
		await expect(figure.button('Play')).toBeVisible();

		await page.keyboard.press('Shift+ArrowLeft');
		await page.keyboard.press('Shift+ArrowLeft');
		const early = Number(await figure.position());
		expect(early).toBeLessThan(Number(first));
		await page.keyboard.press('ArrowRight');
		const later = Number(await figure.position());
		expect(later).toBeGreaterThan(early);
		await page.keyboard.press('ArrowLeft');
		await expect(figure.timeline).toHaveValue(String(early));
	});

	test('K plays while the timeline has the focus as well', async ({ page }) => {
		const figure = await Figure.openStopped(page, FIRST_SCREEN);
		await tabTo(figure.timeline);
		await page.keyboard.press('k');
		await expect(figure.button('Pause')).toBeVisible();
	});

	test('flip, vanish, around, update, lock, and out again', async ({ page }) => {
		const figure = await Figure.openStopped(page, FIRST_SCREEN);
		const press = (key: string) => page.keyboard.press(key);
		const stepWithArrow = () => press('ArrowRight');

		await use(figure.flag, 'Space');
		await expect(figure.flag).toBeChecked();
		await press('k');
		await figure.goOnUntil(() => figure.drawn('vanished: 1').isVisible(), stepWithArrow);
		await figure.goOnUntil(
			async () => (await figure.told()).includes('sendmsg() returns without an error'),
			stepWithArrow
		);

		await tabTo(page.getByRole('radio', { name: 'through the kernel' }));
		await press('ArrowDown');
		await expect(page.getByRole('radio', { name: 'around the kernel' })).toBeChecked();
		await tabTo(figure.button('Pause'));
		await press('Space');
		await expect(figure.button('Play')).toBeVisible();
		await figure.goOnUntil(() => figure.room('VPN app, connected').isVisible(), stepWithArrow);

		/** Acts with Enter, pauses with K, and steps with the arrow. */
		const act = async (name: RegExp, holds: () => Promise<boolean>) => {
			await use(figure.button(name));
			await press('k');
			await expect(figure.button('Play')).toBeVisible();
			await figure.goOnUntil(holds, stepWithArrow);
		};
		await act(ACT.update, () => figure.room('App Store updater, waiting for connectivity').isVisible());
		await expect(figure.drawn(LOCKED_OUT)).toBeVisible();
		await act(ACT.cancel, () => figure.room('Session manager, still suspended').isVisible());
		await act(ACT.toggle, () => figure.room('Session manager, suspended, VPN off').isVisible());
		await act(ACT.toggle, () => figure.drawn(THROUGH_THE_TUNNEL).isVisible());
		await expect(figure.room('Tunnel process, carrying traffic')).toBeVisible();
	});
});
