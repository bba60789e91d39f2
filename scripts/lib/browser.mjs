/**
 * Finds a Chromium that really starts. A browser may be there and still be unable to run (Playwright's own, without its
 * system libraries), so every candidate is started once before it is believed.
 */
import { existsSync } from 'node:fs';
import { Launcher } from 'chrome-launcher';
import { chromium } from 'playwright-core';
import { installFromDebian, isDebianRoot } from './debian.mjs';
import { run } from './run.mjs';

/** @param {string | undefined} executablePath Playwright's own when undefined */
async function starts(executablePath) {
	try {
		const browser = await chromium.launch({ ...(executablePath && { executablePath }) });
		await browser.close();
		return true;
	} catch {
		return false;
	}
}

function installedOnTheSystem() {
	try {
		return Launcher.getInstallations();
	} catch {
		return []; // this is how it says "none"
	}
}

const PURPOSE = 'for the browser tests';
/** What a page is set in when its own type does not come. */
const FONTS = 'fonts-liberation';

/** Debian's Chromium without its windows: the same engine, and a page opens in less than half the time. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

async function headlessShell() {
	if (!existsSync(HEADLESS_SHELL) && isDebianRoot())
		await installFromDebian(['chromium-headless-shell', FONTS], PURPOSE);
	return existsSync(HEADLESS_SHELL) && (await starts(HEADLESS_SHELL)) ? { executablePath: HEADLESS_SHELL } : undefined;
}

async function firstOnTheSystem() {
	for (const executablePath of installedOnTheSystem()) {
		if (await starts(executablePath)) return { executablePath };
	}
	return undefined;
}

/**
 * In this order: one that Playwright already has; Debian's headless one; one that the system has; Playwright's download; Debian's package.
 * @returns {Promise<{ executablePath?: string }>} launch options; empty means Playwright's own browser
 */
export async function findBrowser() {
	if (await starts(undefined)) return {};
	const shell = await headlessShell();
	if (shell) return shell;
	const onTheSystem = await firstOnTheSystem();
	if (onTheSystem) return onTheSystem;

	console.log(`Downloading Playwright’s Chromium without windows ${PURPOSE}: about 110 MB to fetch, 300 MB on disk.`);
	await run('playwright', ['install', '--only-shell', 'chromium']);
	if (await starts(undefined)) return {};
	if (isDebianRoot()) {
		await installFromDebian(['chromium', FONTS], PURPOSE);
		const fromDebian = await firstOnTheSystem();
		if (fromDebian) return fromDebian;
	}
	throw new Error('The browser tests need Chromium or Chrome: install one, then run this again.');
}
