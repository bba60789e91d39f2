/** WebKitGTK’s own small browser, driven by its own driver under a screen of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { WEBKIT, WEBKIT_DRIVER, XVFB } from '../../../scripts/lib/otherBrowsers.mjs';

/** Starts a screen that nobody sees, and gives its name. It picks a free number itself and says it. */
async function startScreen(): Promise<{ screen: ChildProcess; display: string }> {
	const screen = spawn(XVFB, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const [number] = (await once(createInterface({ input: screen.stdout }), 'line')) as [string];
	return { screen, display: `:${number}` };
}

async function driverOf(port: number): Promise<WebDriver> {
	const capabilities = new Capabilities({
		browserName: 'MiniBrowser',
		'webkitgtk:browserOptions': { binary: WEBKIT, args: ['--automation'] }
	});
	return await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
}

/** Does something in WebKit, and ends what was started for it, by its process. */
export async function inWebKit<T>(port: number, work: (driver: WebDriver) => Promise<T>): Promise<T> {
	const { screen, display } = await startScreen();
	const server = spawn(WEBKIT_DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
		stdio: 'ignore',
		env: { ...process.env, DISPLAY: display }
	});
	try {
		const driver = await untilAnswered(() => driverOf(port));
		try {
			return await work(driver);
		} finally {
			await driver.quit();
		}
	} finally {
		server.kill();
		screen.kill();
	}
}

/** The driver’s server takes a moment to listen. */
async function untilAnswered<T>(ask: () => Promise<T>, tries = 50): Promise<T> {
	try {
		return await ask();
	} catch (error) {
		if (tries === 0 || !/ECONNREFUSED/.test(String(error))) throw error;
		await new Promise((resolve) => void setTimeout(resolve, 100));
		return untilAnswered(ask, tries - 1);
	}
}
