/** The first screen as it is met: one act at a time, in one place, and a line of stops on which one can go back. */
import { expect, test, type Page } from '@playwright/test';
import { awake } from './support/figure.ts';
import { tabTo } from './support/keyboard.ts';
import { FIRST_SCREEN } from './support/pages.ts';

/** Without motion every stage stands at once where it ends. */
async function open(page: Page) {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(FIRST_SCREEN);
	await awake(page);
	return page.getByRole('main');
}
const stop = (page: Page) => page.locator('[aria-current=step]');
const AROUND = /^Send the probe around the kernel’s rules/;
const UPDATE = /^Update the app/;
const WAY_OUT = /^Find a way out/;

test('the switch is the one act, and no word tells what comes of it', async ({ page }) => {
	const main = await open(page);
	await expect(main.getByRole('switch', { name: 'includeAllNetworks' })).not.toBeChecked();
	await expect(main.getByRole('button', { name: AROUND })).toHaveCount(0);
	await expect(main.getByRole('button', { name: UPDATE })).toHaveCount(0);
	await expect(stop(page)).toHaveText('answered');
	const said = (await main.locator('.lede').textContent()) ?? '';
	expect(said).not.toMatch(/vanish|thrown|lock/i);
});

test('one act after the other appears in the same place, and what was chosen stays as a line', async ({ page }) => {
	const main = await open(page);
	await main.getByRole('switch', { name: 'includeAllNetworks' }).click();
	await expect(stop(page)).toHaveText('no reply');
	await expect(main.getByText('thrown away', { exact: true }).first()).toBeVisible();

	await main.getByRole('button', { name: AROUND }).click();
	await expect(stop(page)).toHaveText('connected');
	await expect(main.getByRole('button', { name: 'probe around the rules' })).toBeVisible();

	await main.getByRole('button', { name: UPDATE }).click();
	await expect(stop(page)).toHaveText('locked out');
	await expect(main.getByText('Locked out', { exact: true }).first()).toBeVisible();
	await expect(main.getByText('the download needs the network').first()).toBeVisible();

	await main.getByRole('button', { name: WAY_OUT }).click();
	const toggle = main.getByRole('button', { name: /^Toggle the VPN/ });
	await main.getByRole('button', { name: /^Cancel the download/ }).click();
	await expect(main.getByRole('button', { name: 'Cancel the download still locked out' })).toBeVisible();
	await toggle.click();
	await toggle.click();
	await expect(main.getByRole('button', { name: 'Toggle the VPN through the tunnel again' })).toBeVisible();
});

test('a stop shows its moment, and the flag can be flipped back from any stage', async ({ page }) => {
	const main = await open(page);
	await main.getByRole('switch', { name: 'includeAllNetworks' }).click();
	await main.getByRole('button', { name: 'probe sent' }).click();
	await expect(stop(page)).toHaveText('probe sent');
	await main.getByRole('button', { name: 'Next stop' }).click();
	await expect(stop(page)).toHaveText('thrown away');
	await main.getByRole('button', { name: AROUND }).click();
	await expect(stop(page)).toHaveText('connected');

	await main.getByRole('switch', { name: 'includeAllNetworks', checked: true }).click();
	await expect(main.getByRole('switch', { name: 'includeAllNetworks' })).not.toBeChecked();
	await expect(stop(page)).toHaveText('answered');
});

test('all of it by keyboard alone', async ({ page }) => {
	const main = await open(page);
	await tabTo(main.getByRole('switch', { name: 'includeAllNetworks' }));
	await page.keyboard.press('Space');
	await expect(stop(page)).toHaveText('no reply');
	for (const [act, ends] of [
		[AROUND, 'connected'],
		[UPDATE, 'locked out']
	] as const) {
		await tabTo(main.getByRole('button', { name: act }));
		await page.keyboard.press('Enter');
		await expect(stop(page)).toHaveText(ends);
	}
});

test('with motion a stage plays by itself from its act to its last stop, and rests there', async ({ page }) => {
	await page.goto(FIRST_SCREEN);
	await awake(page);
	const main = page.getByRole('main');
	await main.getByRole('switch', { name: 'includeAllNetworks' }).click();
	await expect(main.getByRole('button', { name: AROUND })).toBeVisible();
	await expect(stop(page)).toHaveText('no reply', { timeout: 60_000 });
});

test('everything at once is there for the impatient', async ({ page }) => {
	const main = await open(page);
	await main.getByRole('button', { name: 'Everything at once' }).click();
	await expect(main.getByRole('slider', { name: 'Timeline' })).toBeVisible();
	await expect(main.getByRole('radio', { name: 'around the kernel' })).toBeVisible();
});

for (const [width, height] of [
	[360, 740],
	[375, 812],
	[390, 844],
	[412, 915],
	[430, 932]
] as const) {
	test(`picture and act are in one viewport at ${width} by ${height}, the picture at least half of it`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height });
		const main = await open(page);
		const act = await main.getByRole('switch', { name: 'includeAllNetworks' }).boundingBox();
		const picture = await main.getByRole('group', { name: 'The phone as a building' }).first().boundingBox();
		expect(picture?.height).toBeGreaterThan(height * 0.5);
		expect(picture?.y).toBeGreaterThanOrEqual(0);
		expect((act?.y ?? height) + (act?.height ?? 1)).toBeLessThanOrEqual(height);
	});
}
