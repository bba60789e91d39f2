/** A page with a figure, as a reader meets it: by roles and accessible names only. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The acts by the beginning of their buttons’ names. */
export const ACT = {
	connect: /^Connect/,
	update: /^Update/,
	cancel: /^Cancel the download/,
	toggle: /^Toggle the VPN/,
	remove: /^Remove the/,
	uninstall: /^Uninstall/,
	reboot: /^Reboot/,
	openPage: /^Open a page/
} as const;

export const THROUGH_THE_TUNNEL = 'network: through the tunnel';
export const LOCKED_OUT = 'locked out: no network';
/** Without any network, locked out by the update or otherwise. */
export const NO_NETWORK = /^(locked out: no network|network: nothing of yours leaves)$/;

/** Resolves when the page answers: SvelteKit puts its announcer there when everything else is mounted, and no figure is busy opening a link. A page without scripts has nothing to wait for. */
export const awake = (page: Page) =>
	page.waitForFunction(
		() =>
			document.scripts.length === 0 ||
			(document.getElementById('svelte-announcer') !== null && document.querySelector('[aria-busy=true]') === null),
		undefined,
		{
			// Not by frames: some tests allow none.
			polling: 50
		}
	);

/** What makes a moment that moment. */
export interface Moment {
	readonly pictures: readonly string[];
	readonly rooms: readonly string[];
	readonly told: string;
	readonly position: string;
}

export class Figure {
	readonly main: Locator;
	readonly timeline: Locator;
	readonly pictures: Locator;
	readonly flag: Locator;
	/** On the first screen: all acts at once, in place of its stages. */
	readonly all: Locator;

	constructor(readonly page: Page) {
		this.main = page.getByRole('main');
		this.timeline = this.main.getByRole('slider', { name: 'Timeline' });
		this.pictures = this.main.getByRole('group', { name: 'The phone as a building' });
		this.all = this.main.getByRole('button', { name: 'Everything at once' });
		this.flag = this.main.getByRole('switch', { name: 'includeAllNetworks' });
	}

	static async open(page: Page, address: string): Promise<Figure> {
		await page.goto(address);
		await awake(page);
		const figure = new Figure(page);
		// The first screen shows one act at a time, to those who do not ask for all.
		if (await figure.all.isVisible()) await figure.all.click();
		return figure;
	}

	/** Opens a page in which no time passes: playback is on and does not move, so that only the reader moves it. */
	static async openStopped(page: Page, address: string): Promise<Figure> {
		await page.clock.install({ time: 0 });
		const figure = await Figure.open(page, address);
		await page.clock.pauseAt(3_600_000);
		return figure;
	}

	button = (name: string | RegExp) =>
		this.main.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
	/** Words in the prose that show their moment in the figure. */
	words = (words: string) => this.main.getByRole('link', { name: words });
	/** A room by the beginning of what it says of itself, such as “VPN app, connected”. */
	room = (says: string, run = 0) => this.pictures.nth(run).getByRole('button', { name: says });
	/** Words written in the picture. */
	drawn = (words: string | RegExp, run = 0) => this.pictures.nth(run).getByText(words);

	position = () => this.timeline.inputValue();
	told = async () => (await this.timeline.getAttribute('aria-valuetext')) ?? '';

	/** The words are under the picture, and are the timeline’s value for those who do not see it. */
	async expectTold(words: string | RegExp): Promise<void> {
		const found = typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words);
		await expect.poll(this.told).toEqual(found);
		await expect(this.main.getByText(words).filter({ visible: true }).first()).toBeVisible();
	}

	/** Goes on until something holds. Each step is waited for; a run that ends before fails. */
	async goOnUntil(holds: () => Promise<boolean>, step: () => Promise<void>): Promise<void> {
		while (!(await holds())) {
			const before = await this.position();
			await step();
			await expect.poll(this.position, { message: 'the run goes on' }).not.toBe(before);
		}
	}

	stepUntil = (there: Locator) =>
		this.goOnUntil(
			() => there.isVisible(),
			() => this.button('Step').click()
		);
	stepUntilTold = (words: string) =>
		this.goOnUntil(
			async () => (await this.told()).includes(words),
			() => this.button('Step').click()
		);

	/** To the end of what is known of the run, moment by moment. */
	async goToEnd(next = () => this.timeline.press('PageUp')): Promise<void> {
		// The timeline is marked in whole milliseconds, and a run may end between two of them.
		const atEnd = async () => Number(await this.timeline.getAttribute('max')) - Number(await this.position()) <= 1;
		await this.goOnUntil(atEnd, next);
	}

	/** To the first world, before anything has happened. */
	async goToBeginning(): Promise<void> {
		await this.timeline.press('Home');
		await expect(this.timeline).toHaveValue('0');
	}

	/** Reads all that belongs to the moment on the screen: what is drawn, said and told, and where that is. */
	async moment(): Promise<Moment> {
		return {
			pictures: await this.pictures.evaluateAll((drawings) =>
				drawings.map((drawing) =>
					[...drawing.querySelectorAll('*')]
						.map((element) =>
							[
								element.tagName,
								// A name by which one part refers to another is nothing that is seen.
								...[...element.attributes]
									.filter(({ name, value }) => name !== 'id' && !/^(url\()?#/.test(value))
									.map(({ name, value }) => `${name}=${value}`)
									.sort(),
								element.children.length ? '' : element.textContent
							].join(' ')
						)
						.join('\n')
				)
			),
			rooms: await this.pictures
				.getByRole('button')
				.evaluateAll((rooms) => rooms.map((room) => room.getAttribute('aria-label') ?? '')),
			told: await this.told(),
			position: await this.position()
		};
	}
}
