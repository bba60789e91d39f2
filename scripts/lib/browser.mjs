/**
 * Finds a Chromium that really starts. A browser may be there and still be unable to run (Playwright's own, without its
 * system libraries), so every candidate is started once before it is believed.
 */
import { existsSync } from 'node:fs';
import { Launcher } from 'chrome-launcher';
import { chromium } from 'playwright-core';
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

const isDebianRoot = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

async function installFromDebian() {
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update'], env);
	await run('apt-get', ['install', '-y', 'chromium'], env);
}

async function firstOnTheSystem() {
	for (const executablePath of installedOnTheSystem()) {
		if (await starts(executablePath)) return { executablePath };
	}
	return undefined;
}

/**
 * In this order: one that Playwright already has; one that the system has; Playwright's download; Debian's package.
 * @returns {Promise<{ executablePath?: string }>} launch options; empty means Playwright's own browser
 */
export async function findBrowser() {
	if (await starts(undefined)) return {};
	const onTheSystem = await firstOnTheSystem();
	if (onTheSystem) return onTheSystem;

	console.log('There is no Chromium yet, so one is being installed.');
	await run('playwright', ['install', 'chromium']);
	if (await starts(undefined)) return {};
	if (isDebianRoot()) {
		await installFromDebian();
		const fromDebian = await firstOnTheSystem();
		if (fromDebian) return fromDebian;
	}
	throw new Error('The browser tests need Chromium or Chrome: install one, then run this again.');
}
