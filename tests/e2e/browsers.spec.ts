/** The same run, saved in Node and in three browsers, is the same file to the byte. Chromium’s part is in packets.spec.ts. */
import { expect, firefox, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { FIREFOX, WEBKIT, WEBKIT_DRIVER } from '../../scripts/lib/otherBrowsers.mjs';
import { captureOf } from '../../src/lib/capture/runCapture.ts';
import { play, SCENARIOS } from '../../src/lib/scenarios/scenarios.ts';
import { writeCapture } from '../../src/lib/wire/pcapng.ts';
import { awake } from './support/figure.ts';
import { AROUND_THE_KERNEL } from './support/pages.ts';
import { inWebKit } from './support/webkit.ts';

/** With envelopes, a TCP connection and a page in it. */
const expected = Buffer.from(writeCapture(captureOf(play(SCENARIOS['userspace-flag-on']))));
const address = (baseURL: string | undefined) => new URL(AROUND_THE_KERNEL, baseURL).href;

/**
 * Saves the run as a reader would, and keeps the file that is offered for download as a data URL: neither driver tells of
 * downloads. It runs in the page, as text.
 */
const SAVE = `new Promise((done) => {
	const make = URL.createObjectURL;
	URL.createObjectURL = (blob) => {
		const reader = new FileReader();
		reader.onload = () => done(reader.result);
		reader.readAsDataURL(blob);
		return make.call(URL, blob);
	};
	HTMLAnchorElement.prototype.click = () => {};
	const button = (name) => [...document.querySelectorAll('main button, dialog button')].find((each) => each.textContent.trim() === name);
	const press = (name) => (button(name) ? button(name).click() : setTimeout(press, 50, name));
	press('All packets');
	press('Save capture');
})`;
const bytesOf = (url: string): Buffer => Buffer.from(url.split(',')[1] ?? '', 'base64');

test('Firefox saves it as Node does', async ({ baseURL }) => {
	test.skip(!existsSync(FIREFOX), 'There is no Firefox on this machine.');
	const browser = await firefox.launch({ executablePath: FIREFOX, channel: 'moz-firefox' });
	try {
		const page = await browser.newPage();
		await page.goto(address(baseURL));
		await awake(page);
		expect(bytesOf(await page.evaluate<string>(SAVE))).toEqual(expected);
	} finally {
		await browser.close();
	}
});

test('WebKit saves it as Node does', async ({ baseURL }, { parallelIndex }) => {
	test.skip(!existsSync(WEBKIT) || !existsSync(WEBKIT_DRIVER), 'There is no WebKitGTK on this machine.');
	const saved = await inWebKit(4_480 + parallelIndex, async (driver) => {
		await driver.manage().setTimeouts({ script: 50_000 });
		await driver.get(address(baseURL));
		await driver.wait(
			() => driver.executeScript('return document.getElementById("svelte-announcer") !== null'),
			30_000
		);
		return driver.executeAsyncScript<string>(`${SAVE}.then(arguments[arguments.length - 1])`);
	});
	expect(bytesOf(saved)).toEqual(expected);
});
