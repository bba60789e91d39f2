/** Firefox and WebKit for the tests that compare browsers: found, or installed where that can be done. */
import { existsSync } from 'node:fs';
import { installFromDebian, isDebianRoot } from './debian.mjs';

export const FIREFOX = '/usr/bin/firefox-esr';
export const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
export const WEBKIT = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
export const XVFB = '/usr/bin/Xvfb';

const PACKAGES = { 'firefox-esr': [FIREFOX], 'webkit2gtk-driver': [WEBKIT_DRIVER, WEBKIT], xvfb: [XVFB] };

/** Always true: without them the tests that compare browsers say that they are skipped. */
export async function findOtherBrowsers() {
	for (const [name, files] of Object.entries(PACKAGES)) {
		if (!files.every((file) => existsSync(file)) && isDebianRoot())
			await installFromDebian([name], 'for the tests that compare browsers');
	}
	return true;
}
