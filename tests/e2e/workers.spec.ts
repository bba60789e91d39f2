/** Workers and keys that do not come, or that the page around a frame shuts off: it is said, and nothing else stops. */
import { expect, test } from '@playwright/test';
import { writeCapture } from '../../src/lib/wire/pcapng.ts';
import { captureOf } from '../../src/lib/capture/runCapture.ts';
import { play, SCENARIOS } from '../../src/lib/scenarios/scenarios.ts';
import { Figure } from './support/figure.ts';
import { Lab } from './support/lab.ts';
import { FLIP_THE_FLAG, PACKET_TUNNEL } from './support/pages.ts';
import { again, alertOf, giveBack, inspector, listenForErrors, takeAway, UPDATED } from './support/parts.ts';

test.describe('a worker that does not come', () => {
	test('is told by the checker, the save and the reading of a file, and what needs none goes on', async ({ page }) => {
		const errors = listenForErrors(page);
		await page.emulateMedia({ reducedMotion: 'reduce' });
		const lab = await Lab.open(page);
		await lab.view('Checker');
		await expect(lab.button('Ask the checker')).toBeVisible();
		await lab.button('All packets').click();
		await expect(inspector(page).getByRole('option').first()).toBeVisible();

		await takeAway(page);
		await inspector(page).getByRole('button', { name: 'Save capture' }).click();
		await expect(
			inspector(page).getByRole('status').filter({ hasText: 'Nothing was saved. The part that saves captures' })
		).toContainText(UPDATED);
		const bytes = Buffer.from(writeCapture(captureOf(play(SCENARIOS['probes-flag-off']))));
		const choose = () =>
			inspector(page)
				.getByLabel('Open a capture of your own')
				.setInputFiles({ name: 'mine.pcapng', mimeType: 'application/octet-stream', buffer: bytes });
		await choose();
		await expect(inspector(page).getByRole('alert')).toContainText(`The part that reads files ${UPDATED}`);
		await inspector(page).getByRole('radio', { name: 'This run' }).check();
		await expect(inspector(page).getByRole('option').first()).toBeVisible();
		await inspector(page).getByRole('button', { name: 'Close', exact: true }).click();
		await lab.button('Ask the checker').click();
		await expect(alertOf(page, 'The checker')).toContainText(UPDATED);

		await giveBack(page);
		await lab.button('All packets').click();
		await choose();
		await expect(inspector(page).getByRole('option').first()).toBeVisible();
		await expect(inspector(page).getByRole('alert')).toHaveCount(0);
		await inspector(page).getByRole('button', { name: 'Close', exact: true }).click();
		await lab.button('Ask the checker').click();
		await expect(lab.button('Cancel')).toBeVisible();
		await lab.button('Cancel').click();
		expect(errors).toEqual([]);
	});
});

test('the keys of an envelope that do not come are told at its bytes; they are asked for again', async ({ page }) => {
	const errors = listenForErrors(page);
	const figure = await Figure.open(page, PACKET_TUNNEL);
	await figure.button('All packets').click();
	await inspector(page).getByRole('option').first().click();
	await takeAway(page);
	await inspector(page).getByRole('option').filter({ hasText: 'envelope with' }).first().click();
	await expect(alertOf(page, 'The keys of this envelope')).toContainText(UPDATED);
	await giveBack(page);
	await again(page).click();
	await expect(inspector(page).getByRole('button', { name: 'Open the envelope' })).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	expect(errors).toEqual([]);
});

test('in a frame that is shut off, everything opens, and only what needs a worker says that it does not work there', async ({
	page
}) => {
	const errors = listenForErrors(page);
	// As hosts do that let other sites show theirs.
	await page.route('**/*', async (route) => {
		const response = await route.fetch({ maxRetries: 3 });
		await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
	});
	await page.route('**/around-it', (route) =>
		route.fulfill({
			contentType: 'text/html',
			body: `<!doctype html><title>Around it</title><iframe sandbox="allow-scripts" src="${FLIP_THE_FLAG}" width="1200" height="800"></iframe>`
		})
	);
	await page.goto('./around-it');
	const frame = page.frameLocator('iframe');
	await frame.getByRole('button', { name: 'All packets' }).first().click();
	const packets = frame.getByRole('dialog', { name: 'Packets' });
	await expect(packets.getByRole('option').first()).toBeVisible();
	await packets.getByRole('button', { name: 'Save capture' }).click();
	await expect(packets.getByRole('status').filter({ hasText: 'Nothing was saved.' })).toHaveText(
		'Nothing was saved. The part that saves captures does not work here: the page around this frame shuts it off. Open this page in a tab of its own.'
	);
	const bytes = Buffer.from(writeCapture(captureOf(play(SCENARIOS['probes-flag-off']))));
	await packets
		.getByLabel('Open a capture of your own')
		.setInputFiles({ name: 'mine.pcapng', mimeType: 'application/octet-stream', buffer: bytes });
	await expect(packets.getByRole('alert')).toHaveText(/^The part that reads files does not work here: /);
	expect(errors).toEqual([]);
});
