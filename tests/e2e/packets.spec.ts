/** The inspector: every packet of a figure down to its bits, captures to save, and captures of the reader’s own. */
import { expect, test, type Download, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { captureOf } from '../../src/lib/capture/runCapture.ts';
import { knobsOf, play, playWith, SCENARIOS } from '../../src/lib/scenarios/scenarios.ts';
import { writeCapture } from '../../src/lib/wire/pcapng.ts';
import { expectAxeToFindNothing } from './support/axe.ts';
import { Figure } from './support/figure.ts';
import { use } from './support/keyboard.ts';
import { AROUND_THE_KERNEL, FLIP_THE_FLAG, PACKET_TUNNEL } from './support/pages.ts';

const inspector = (page: Page) => page.getByRole('dialog', { name: 'Packets' });
const lines = (page: Page) => inspector(page).getByRole('option');
const bytes = (page: Page) => inspector(page).getByRole('grid', { name: /^Bytes in hexadecimal/ });

async function openDesk(page: Page, address: string): Promise<Locator> {
	const figure = await Figure.open(page, address);
	await figure.button('All packets').click();
	await expect(lines(page).first()).toBeVisible();
	return inspector(page);
}

const payloadOf = async (download: Download) => new Uint8Array(readFileSync(await download.path()));
const expected = (id: 'probes-flag-off' | 'probes-flag-on') => writeCapture(captureOf(play(SCENARIOS[id])));
const file = (name: string, buffer: Uint8Array) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(buffer)
});

test('lists every packet with what became of it, and the arrow keys walk through them', async ({ page }) => {
	await openDesk(page, FLIP_THE_FLAG);
	await expect(lines(page).filter({ hasText: 'vanished' }).first()).toContainText('inside tunnel process');
	await lines(page).first().click();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(lines(page).nth(2)).toHaveAttribute('aria-selected', 'true');
	await expect(inspector(page).getByText('by the rule “own voice, flag on”')).toBeVisible();
});

test('a field with the focus explains itself, and so does a byte under the arrow keys', async ({ page }) => {
	await openDesk(page, FLIP_THE_FLAG);
	await lines(page).filter({ hasText: 'vanished' }).first().click();
	await inspector(page)
		.getByRole('treeitem', { name: /^Identifier 757/ })
		.focus();
	await expect(inspector(page).getByText(/^Identifier, bytes 24 to 25 \(0x0018 to 0x0019\)/)).toBeVisible();
	await bytes(page).focus();
	await page.keyboard.press('Home');
	await expect(inspector(page).getByText(/^Version, bits 0 to 3 of byte 0/)).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(inspector(page).getByText(/^Total Length, bytes 2 to 3/)).toBeVisible();
	// The byte that is gone to says itself: the grid points at it.
	const byte = bytes(page).getByRole('gridcell', { name: /^byte 2: [0-9a-f]{2}, Total Length$/ });
	await expect(bytes(page)).toHaveAttribute('aria-activedescendant', (await byte.getAttribute('id')) ?? 'none');
});

test('the layers are one stop of the Tab key, in which the keys of a tree walk', async ({ page }) => {
	await openDesk(page, FLIP_THE_FLAG);
	await lines(page).filter({ hasText: 'vanished' }).first().click();
	const item = (name: RegExp) => inspector(page).getByRole('treeitem', { name });
	await item(/^Type 8/).focus();
	await page.keyboard.press('ArrowLeft');
	await expect(item(/^▾? ?Internet Control Message Protocol/)).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect(item(/Internet Control Message Protocol/)).toHaveAttribute('aria-expanded', 'false');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(item(/^Type 8/)).toBeFocused();
	await page.keyboard.press('Home');
	await expect(item(/Internet Protocol, version 4/)).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(bytes(page)).toBeFocused();
});

test('the list says what the bytes say: from, to and protocol, and the time of the saved file', async ({ page }) => {
	await openDesk(page, FLIP_THE_FLAG);
	await expect(lines(page).first()).toContainText(/0\.000000.*0\.0\.0\.0 → 255\.255\.255\.255.*DHCP/);
	await expect(lines(page).filter({ hasText: 'vanished' }).first()).toContainText('Echo request, id 757');
});

test('keys are fetched with the first envelope and not before; opened, it shows the packet in it', async ({ page }) => {
	const figure = await openDesk(page, AROUND_THE_KERNEL);
	const fetched: string[] = [];
	page.on('response', (response) => fetched.push(response.url()));
	await lines(page).filter({ hasText: 'inside tunnel process' }).first().click();
	await expect(figure.getByRole('region', { name: /^Seen inside tunnel process/ })).toBeVisible();
	expect(fetched).toEqual([]);
	await lines(page).filter({ hasText: 'envelope with' }).first().click();
	await expect(figure.getByRole('region', { name: /^Seen at en0/ })).toBeVisible();
	expect(fetched.length).toBeGreaterThan(0);
	await figure.getByRole('button', { name: 'Open the envelope' }).click();
	const inside = figure.getByRole('region', { name: 'In the envelope' });
	await expect(inside.getByRole('treeitem', { name: /Transmission Control Protocol/ })).toBeVisible();
	await expect(inside.getByRole('heading')).toBeFocused();
	// A byte of the content is told of where it lies encrypted, too.
	await inside.getByRole('treeitem', { name: /^Source Port/ }).focus();
	await expect(figure.getByText(/^The same bytes, encrypted/)).toBeVisible();
	await figure.getByRole('button', { name: 'Close the envelope' }).click();
	await expect(inside).toBeHidden();
	await expect(figure.getByRole('button', { name: 'Open the envelope' })).toBeFocused();
});

test('a packet is shown in the figure, and has the focus there', async ({ page }) => {
	const figure = await Figure.open(page, FLIP_THE_FLAG);
	await figure.button('All packets').click();
	await lines(page).filter({ hasText: 'inside tunnel process' }).first().click();
	await inspector(page).getByRole('button', { name: 'Show it in the figure' }).click();
	await expect(inspector(page)).toBeHidden();
	await expect(figure.pictures.getByRole('button', { name: /^Open the / }).and(page.locator(':focus'))).toBeVisible();
});

test('the inspector opens again where the reader was, with the reader’s own file too, and closes to the button that opened it', async ({
	page
}) => {
	const figure = await Figure.open(page, FLIP_THE_FLAG);
	const open = figure.button('All packets');
	await open.click();
	await lines(page).nth(3).click();
	await inspector(page).getByRole('button', { name: 'Close', exact: true }).click();
	await expect(open).toBeFocused();
	await open.click();
	await expect(lines(page).nth(3)).toHaveAttribute('aria-selected', 'true');
	await inspector(page)
		.getByLabel('Open a capture of your own')
		.setInputFiles(file('mine.pcapng', expected('probes-flag-off')));
	await lines(page).nth(2).click();
	await page.keyboard.press('Escape');
	await open.click();
	await expect(inspector(page).getByRole('radio', { name: 'mine.pcapng, yours' })).toBeChecked();
	await expect(lines(page).nth(2)).toHaveAttribute('aria-selected', 'true');
});

test('says why, back to the flag, and each cause leads to its moment in the figure', async ({ page }) => {
	const figure = await Figure.open(page, FLIP_THE_FLAG);
	await figure.button('All packets').click();
	await lines(page).filter({ hasText: 'vanished' }).first().click();
	const why = inspector(page).getByRole('region', { name: 'What became of it' });
	await expect(why.getByText('And this is why the flag')).toBeVisible();
	await expect(why.getByText(/includeAllNetworks on/).first()).toBeVisible();
	await why.getByRole('listitem').filter({ hasText: 'calls setTunnelNetworkSettings' }).getByRole('button').click();
	await expect(inspector(page)).toBeHidden();
	await figure.expectTold('calls setTunnelNetworkSettings');
});

test('a packet in the picture leads to its line on the inspector', async ({ page }) => {
	const figure = await Figure.open(page, PACKET_TUNNEL);
	await figure.words('into an envelope').click();
	await use(figure.pictures.getByRole('button', { name: 'Open the envelope with the web page request' }));
	await page.getByRole('dialog', { name: 'Packet' }).getByRole('button', { name: 'Every byte, and why' }).click();
	await expect(inspector(page).getByRole('option', { selected: true })).toContainText(
		'envelope with the web page request'
	);
});

test('saves a run to the byte as Node writes it, and both ways of the flag from the same acts', async ({ page }) => {
	const figure = await openDesk(page, FLIP_THE_FLAG);
	const [one] = await Promise.all([
		page.waitForEvent('download'),
		figure.getByRole('button', { name: 'Save capture' }).click()
	]);
	expect(one.suggestedFilename()).toBe('flip-the-flag-flag-on-as-shown.pcapng');
	expect(await payloadOf(one)).toEqual(expected('probes-flag-on'));
	const both: Download[] = [];
	page.on('download', (download) => both.push(download));
	await figure.getByRole('button', { name: 'Save flag off and flag on' }).click();
	await expect(figure.getByText('Two captures are saved')).toBeVisible();
	await expect
		.poll(() => both.map((download) => download.suggestedFilename()))
		.toEqual(['flip-the-flag-flag-off-acts-of-flag-on.pcapng', 'flip-the-flag-flag-on-as-shown.pcapng']);
	const scenario = SCENARIOS['probes-flag-on'];
	expect(await payloadOf(both[0]!)).toEqual(
		writeCapture(captureOf(playWith(scenario, { ...knobsOf(scenario), includeAllNetworks: false })))
	);
	expect(await payloadOf(both[1]!)).toEqual(expected('probes-flag-on'));
});

test('says which run each button saves, and gives another run another name', async ({ page }) => {
	const figure = await openDesk(page, FLIP_THE_FLAG);
	await expect(
		figure.getByText(
			'The first button saves the run that is listed here, flag on; the second saves it too, and a run of the same acts, flag off.'
		)
	).toBeVisible();
	await figure.getByRole('radio', { name: 'flag off', exact: true }).check();
	await expect(figure.getByText('The first button saves the run that is listed here, flag off;')).toBeVisible();
	const [shown] = await Promise.all([
		page.waitForEvent('download'),
		figure.getByRole('button', { name: 'Save capture' }).click()
	]);
	expect(shown.suggestedFilename()).toBe('flip-the-flag-flag-off-as-shown.pcapng');
	expect(await payloadOf(shown)).toEqual(expected('probes-flag-off'));
});

test('says where a packet stands for more than it is', async ({ page }) => {
	const figure = await openDesk(page, FLIP_THE_FLAG);
	const discover = lines(page).filter({ hasText: 'DHCP lease request' }).first();
	await expect(discover).toContainText('255.255.255.255');
	await discover.click();
	const story = figure.getByRole('region', { name: 'What became of it' });
	await expect(story.getByText('the model stops after the first two, discover and offer')).toBeVisible();
	await expect(story.getByText('delivered. The access point offers a lease')).toBeVisible();
	await figure.getByRole('treeitem', { name: /^flags: broadcast/ }).hover();
	await expect(figure.getByText(/^flags: broadcast, bit 0 of byte \d+/)).toBeVisible();
});

test('saving can be cancelled: nothing is saved, and the next attempt is whole', async ({ page }) => {
	const figure = await openDesk(page, FLIP_THE_FLAG);
	const downloads: Download[] = [];
	page.on('download', (download) => downloads.push(download));
	// The writer never arrives, so that the file is under way for as long as it takes to press Cancel.
	await page.route(/save\.worker/, () => {});
	await figure.getByRole('button', { name: 'Save capture' }).click();
	await expect(figure.getByRole('progressbar', { name: 'Packets written' })).toBeVisible();
	await figure.getByRole('button', { name: 'Cancel' }).click();
	await expect(figure.getByText('Cancelled; nothing was saved.')).toBeVisible();
	await page.unroute(/save\.worker/);
	const [whole] = await Promise.all([
		page.waitForEvent('download'),
		figure.getByRole('button', { name: 'Save capture' }).click()
	]);
	expect(await payloadOf(whole)).toEqual(expected('probes-flag-on'));
	expect(downloads).toHaveLength(1);
});

test('lists a capture of the reader’s own, and marks its packets as theirs where they belong', async ({ page }) => {
	const figure = await openDesk(page, FLIP_THE_FLAG);
	await figure.getByLabel('Open a capture of your own').setInputFiles(file('mine.pcapng', expected('probes-flag-off')));
	await expect(figure.getByRole('radio', { name: 'mine.pcapng, yours' })).toBeChecked();
	await lines(page).filter({ hasText: 'utun4' }).first().click();
	await expect(figure.getByText('Yours, not the model’s. Its interface “utun4” is a tunnel’s')).toBeVisible();
	await expect(figure.getByText('Internet Control Message Protocol')).toBeVisible();
	await expect(figure.getByText(/rule “own voice, flag off”: The tunnel process/)).toBeVisible();
	// The model’s packets are one click away still.
	await figure.getByRole('radio', { name: 'flag on', exact: true }).check();
	await expect(lines(page).filter({ hasText: 'vanished' }).first()).toBeVisible();
});

test('opens the envelopes of a file that has the keys in it, packed with gzip or not', async ({ page }) => {
	const figure = await openDesk(page, FLIP_THE_FLAG);
	await figure
		.getByLabel('Open a capture of your own')
		.setInputFiles(file('mine.pcapng.gz', gzipSync(expected('probes-flag-off'))));
	await lines(page).filter({ hasText: 'Transport data' }).first().click();
	await figure.getByRole('button', { name: 'Open the envelope' }).click();
	await expect(
		figure.getByRole('region', { name: 'In the envelope' }).getByRole('treeitem', { name: /Padding WireGuard paper/ })
	).toBeVisible();
	await expect(figure.getByText('The keys are in the file.')).toBeVisible();
});

const cut = () => expected('probes-flag-off').slice(0, -30);
const BAD: Readonly<Record<string, readonly [Uint8Array, RegExp]>> = {
	'is empty': [new Uint8Array(), /pcapng or pcap/],
	'is a picture': [Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46), /pcapng or pcap/],
	'is packed': [Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0), /Unpack it first/],
	'is packed with gzip and cut': [gzipSync(expected('probes-flag-off')).subarray(0, 400), /cannot be unpacked/],
	'is text': [new TextEncoder().encode('These are not the packets you are looking for.'), /pcapng or pcap/],
	'is cut short': [cut(), /at byte/]
};
for (const [what, [content, says]] of Object.entries(BAD)) {
	test(`a file that ${what} gets a sentence, and the inspector goes on working`, async ({ page }) => {
		const figure = await openDesk(page, FLIP_THE_FLAG);
		await figure.getByLabel('Open a capture of your own').setInputFiles(file('odd', content));
		await expect(figure.getByRole('alert').getByText(says)).toBeVisible();
		await figure.getByRole('radio', { name: 'flag on', exact: true }).check();
		await expect(lines(page).filter({ hasText: 'vanished' }).first()).toBeVisible();
	});
}

test('the inspector has no fault that axe can find, in light and in dark, and needs no sideways scrolling on the narrowest phone', async ({
	page
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	const figure = await openDesk(page, AROUND_THE_KERNEL);
	await lines(page).filter({ hasText: 'envelope with' }).first().click();
	await figure.getByRole('button', { name: 'Open the envelope' }).click();
	await expectAxeToFindNothing(page, 'dialog');
	expect(await figure.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
});
