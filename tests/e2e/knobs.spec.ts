/** What a reader turns, opens and hides: knobs, packets, the mux, the grid, the profile, and what is only assumed. */
import { expect, test } from '@playwright/test';
import { ACT, Figure, THROUGH_THE_TUNNEL } from './support/figure.ts';
import { use } from './support/keyboard.ts';
import {
	AROUND_THE_KERNEL,
	EVERY_API,
	LYING_NETWORK,
	PACKET_TUNNEL,
	THE_WAY_OUT,
	WHO_MAY_SPEAK
} from './support/pages.ts';

test.describe('chapter 1, a network that lies', () => {
	for (const lie of ['lies in its lease (LocalNet)', 'lies in DNS (ServerIP)']) {
		test(`a Wi-Fi that ${lie} makes the page leak with the flag off, and not with it on`, async ({ page }) => {
			const figure = await Figure.openStopped(page, LYING_NETWORK);
			await figure.main.getByRole('radio', { name: 'is honest' }).check();
			await figure.goToEnd();
			await expect(figure.drawn(/^leaked/)).toBeHidden();

			await figure.main.getByRole('radio', { name: lie }).check();
			await figure.goToEnd();
			await expect(figure.drawn('leaked: 1')).toBeVisible();

			await figure.flag.click();
			await figure.goToEnd();
			await expect(figure.drawn(/^leaked/)).toBeHidden();
			await expect(figure.room('Safari, loaded')).toBeVisible();
		});
	}

	test('with the flag on and local networks excluded the LocalNet leak is back', async ({ page }) => {
		const figure = await Figure.openStopped(page, LYING_NETWORK);
		await figure.flag.click();
		await figure.main.getByRole('group', { name: 'excludeLocalNetworks' }).getByRole('radio', { name: 'true' }).check();
		await figure.goToEnd();
		await expect(figure.drawn('leaked: 1')).toBeVisible();
	});

	test('a phone that joins the Wi-Fi again asks for its lease outside the tunnel, flag on', async ({ page }) => {
		const figure = await Figure.openStopped(page, LYING_NETWORK);
		await figure.flag.click();
		await figure.goToEnd();
		await figure.button('Join the Wi-Fi again').click();
		await figure.stepUntilTold('Apple keeps it out of every tunnel');
	});
});

test.describe('chapter 2, the profile and the envelope', () => {
	const row = (figure: Figure) =>
		figure.main.getByRole('table', { name: 'The profile twice' }).getByRole('row', { name: /^includeAllNetworks/ });

	test('an edit is saved at once and in force after a stop and a start', async ({ page }) => {
		const figure = await Figure.openStopped(page, PACKET_TUNNEL);
		await expect(row(figure)).toHaveText(/false\s*false/);

		await figure.flag.click();
		await figure.stepUntil(row(figure).getByText('waits for a restart'));
		await expect(row(figure)).toHaveText(/true\s*false/);

		await figure.goToEnd();
		await figure.button('Disconnect').click();
		await figure.goToEnd();
		await figure.button(ACT.connect).click();
		await figure.stepUntilTold('includeAllNetworks on');
		await expect(row(figure)).toHaveText(/true\s*true/);
	});

	test('an envelope in the picture can be opened, by keyboard', async ({ page }) => {
		const figure = await Figure.open(page, PACKET_TUNNEL);
		await figure.words('into an envelope').click();
		await use(figure.pictures.getByRole('button', { name: 'Open the envelope with the web page request' }));

		const card = page.getByRole('dialog', { name: 'Packet' });
		await expect(card).toContainText('192.168.1.23 → 198.51.100.11');
		await expect(card).not.toContainText('203.0.113.80');
		await card.getByRole('button', { name: 'Open the envelope' }).click();
		await expect(card).toContainText('10.64.12.34 → 203.0.113.80');
		await page.keyboard.press('Escape');
		await expect(card).toBeHidden();
	});
});

test('chapter 5: told not to probe, the tunnel carries a page, and the terminal’s ping is answered', async ({
	page
}) => {
	const figure = await Figure.openStopped(page, WHO_MAY_SPEAK);
	await figure.main.getByRole('radio', { name: 'just says that it is up' }).check();
	await figure.goToEnd();
	await expect(figure.room('Safari, loaded')).toBeVisible();
	await expect(figure.drawn(THROUGH_THE_TUNNEL)).toBeVisible();

	await figure.button('Ping 10.64.0.1').click();
	await figure.goToEnd();
	await expect(figure.room('Terminal, replied')).toBeVisible();
});

test.describe('chapter 6, the grid', () => {
	const cell = (figure: Figure, name: string) => figure.main.getByRole('table').getByRole('button', { name });

	test('fills in cell by cell, and the figure shows what was tried', async ({ page }) => {
		const figure = await Figure.openStopped(page, EVERY_API);
		await expect(cell(figure, 'NWTCPConnection, iOS 16, flag on: not tried yet')).toBeVisible();

		await use(cell(figure, 'NWTCPConnection, iOS 16, flag on'));
		await expect(cell(figure, 'NWTCPConnection, iOS 16, flag on: the connection never leaves waiting')).toBeVisible();
		await figure.stepUntilTold('the connection’s state is waiting');

		await cell(figure, 'NWConnection, requiredInterface, iOS 17, flag off').click();
		await expect(
			cell(figure, 'NWConnection, requiredInterface, iOS 17, flag off: the API does not exist there')
		).toBeVisible();
		await expect(figure.main.getByRole('status').getByText('which iOS 17 does not have')).toBeVisible();
	});

	test('can be filled in at once', async ({ page }) => {
		const figure = await Figure.open(page, EVERY_API);
		await figure.button('Try them all').click();
		await expect(figure.main.getByRole('table').getByRole('button', { name: /not tried yet$/ })).toHaveCount(0);
		await expect(figure.main.getByRole('table').getByRole('button', { name: /the answer comes back$/ })).toHaveCount(9);
	});

	test('can be emptied, and filled in again by the checker, which comes to the same', async ({ page }) => {
		const figure = await Figure.open(page, EVERY_API);
		await figure.button('Ask the checker again').click();
		await expect(
			figure.main.getByRole('status').getByText(/^The same as when this page was made: 24 cells, [\d,]+ worlds\.$/)
		).toBeVisible();
		await expect(figure.main.getByRole('table').getByRole('button', { name: /not tried yet$/ })).toHaveCount(0);
		await expect(
			figure.main.getByRole('table').getByRole('button', { name: /the send reports success, and the packet is gone$/ })
		).toHaveCount(4);
	});
});

test('chapter 7: the opened mux counts what passes it, one relay or two', async ({ page }) => {
	const figure = await Figure.openStopped(page, AROUND_THE_KERNEL);
	await figure.goToBeginning();
	await figure.button('Open the mux').click();
	const mux = figure.main.getByRole('img', { name: /^Inside the tunnel process/ });
	await expect(mux).toHaveAccessibleName(/from the stack: 0/);
	await figure.goToEnd();
	await expect(mux).toHaveAccessibleName(
		/from the stack: 5; back to the stack: 4; read from utun: 1; written back to utun: 1/
	);

	await figure.main.getByRole('radio', { name: 'two (multihop)' }).check();
	await expect(mux.getByText('for the exit')).toBeVisible();
});

test.describe('how do we know?', () => {
	test('the picture says at each room how its last transition is known', async ({ page }) => {
		const figure = await Figure.open(page, THE_WAY_OUT);
		await figure.main.getByRole('checkbox', { name: 'Show it in the picture' }).check();
		await expect(figure.drawn('observed').first()).toBeVisible();
		await expect(figure.drawn('assumed').first()).toBeVisible();
	});

	test('the list tells everything with its level, and leads to each moment', async ({ page }) => {
		const figure = await Figure.open(page, THE_WAY_OUT);
		await figure.main.getByText('Everything that happens, and how it is known').click();
		const line = figure.main.getByRole('listitem').filter({ hasText: 'The downloader waits for connectivity' });
		await expect(line).toContainText('observed');
		await line.getByRole('button').click();
		await figure.expectTold('The downloader waits for connectivity');
	});

	test('what is assumed can be hidden: no step, no caption and no line of the list tells it', async ({ page }) => {
		const figure = await Figure.openStopped(page, THE_WAY_OUT);
		await figure.main.getByRole('checkbox', { name: 'Hide what is assumed' }).check();
		await figure.main.getByText('Everything that happens, and how it is known').click();
		await expect(figure.main.getByRole('listitem').filter({ hasText: /assumed$/ })).toHaveCount(0);
		await figure.goToBeginning();
		await figure.goOnUntil(
			async () => (await figure.told()).includes('is held'),
			async () => {
				await figure.button('Step').click();
				expect(await figure.told()).not.toContain('Safari asks for a web page');
			}
		);
	});
});
