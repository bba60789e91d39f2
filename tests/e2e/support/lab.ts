import { expect, type Locator, type Page } from '@playwright/test';
import { Figure } from './figure.ts';
import { LAB } from './pages.ts';

/** The lab as somebody uses it. */
export class Lab extends Figure {
	readonly ladder = this.main.getByRole('listbox', { name: /^Ladder diagram/ });
	readonly events = this.main.getByRole('grid', { name: /^Events/ });
	readonly futures = this.main.getByRole('region', { name: 'Futures' });
	readonly knobs = this.main.getByRole('region', { name: /^Knobs/ });

	static override async open(page: Page, address: string = LAB): Promise<Lab> {
		const { main } = await Figure.open(page, address);
		await expect(main.getByRole('heading', { level: 1, name: 'The lab' })).toBeVisible();
		return new Lab(page);
	}
	/** The lab in which nothing plays, so that only the reader moves it. */
	static override async openStopped(page: Page, address: string = LAB): Promise<Lab> {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		return Lab.open(page, address);
	}

	async view(name: string): Promise<Locator> {
		await this.main.getByRole('tab', { name }).click();
		return this.main.getByRole('tabpanel', { name });
	}
	act = (name: RegExp | string) => this.main.getByRole('region', { name: /^Acts/ }).getByRole('button', { name });
	/** By its number, wherever in the list it is. */
	future = (number: number) => this.futures.getByRole('listitem').filter({ hasText: new RegExp(`^\\s*${number}: `) });
}
