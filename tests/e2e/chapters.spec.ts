/** Two phones in lockstep: where they part, what each tells, and the words beside them. */
import { expect, test } from '@playwright/test';
import { Figure, LOCKED_OUT, NO_NETWORK, THROUGH_THE_TUNNEL } from './support/figure.ts';
import { chapters, FLIP_THE_FLAG, THE_UPDATE } from './support/pages.ts';

const [LEFT, RIGHT] = [0, 1];

test.describe('chapter 4, flag off and flag on', () => {
	test('left the probe is answered and it connects; right it vanishes, relay after relay', async ({ page }) => {
		const figure = await Figure.open(page, FLIP_THE_FLAG);

		await figure.stepUntil(figure.drawn('vanished: 1', RIGHT));
		await figure.expectTold('goes into the tunnel, as another app’s would');
		await figure.expectTold('is not seen again: it never comes out of the tunnel');

		await figure.stepUntil(figure.room('VPN app, connected', LEFT));
		await expect(figure.drawn(THROUGH_THE_TUNNEL, LEFT)).toBeVisible();
		await expect(figure.room('VPN app, connecting', RIGHT)).toBeVisible();
		await expect(figure.drawn(NO_NETWORK, RIGHT)).toBeVisible();

		await figure.stepUntil(figure.room('Tunnel process, probing through relay 2', RIGHT));
		await figure.goToEnd();
		await expect(figure.room('VPN app, connected', LEFT)).toBeVisible();
		await expect(figure.room('VPN app, connecting', RIGHT)).toBeVisible();
		await expect(figure.drawn(/vanished/, LEFT)).toBeHidden();
	});

	const moments = [
		{ words: 'calls sendmsg()', told: 'from a BSD socket that is bound to utun' },
		{ words: 'the packet is gone', told: 'is not seen again: it never comes out of the tunnel' },
		{ words: 'sendmsg() returns without an error', told: 'sendmsg() returns without an error' },
		{ words: 'the tunnel is declared up', told: 'so the tunnel works' },
		{ words: 'every other connection waits', told: 'is held: with the flag on no connection is ready' },
		{ words: 'It gives the relay up', told: 'gives it up and picks anew' }
	];
	for (const { words, told } of moments) {
		test(`the words “${words}” show their moment`, async ({ page }) => {
			const figure = await Figure.open(page, FLIP_THE_FLAG);
			await figure.words(words).click();
			await figure.expectTold(told);
		});
	}
});

test.describe('chapter 8, one boolean apart', () => {
	test('a button leads to where the runs part: left the download leaks, right it is held', async ({ page }) => {
		const figure = await Figure.open(page, THE_UPDATE);

		await figure.button('Where they part').click();
		const parting = await figure.position();
		expect(await figure.told()).toMatch(/leaves outside the tunnel.*is held/);

		await figure.button('Step back').click();
		expect(await figure.told(), 'both tell the same, so it is told once and of neither').not.toMatch(
			/flag off: |flag on: /
		);
		await figure.button('Step').click();
		await expect(figure.timeline).toHaveValue(parting);
	});

	test('right the circle closes, left the update finishes', async ({ page }) => {
		const figure = await Figure.open(page, THE_UPDATE);
		// Who needs it stands in the node from which the arrow comes.
		const circle = ['needs the network', 'needs the tunnel', 'needs the download'];

		await figure.button('Where they part').click();
		await expect(figure.drawn(circle[0] ?? '', RIGHT)).toBeHidden();
		await figure.words('the circle is closed').click();
		await figure.expectTold('the old tunnel cannot be launched any more and the new one is not here yet');
		for (const wait of circle) await expect(figure.drawn(wait, RIGHT)).toBeVisible();
		for (const wait of circle.slice(0, 2)) await expect(figure.drawn(wait, LEFT)).toBeHidden();
		await expect(figure.drawn(LOCKED_OUT, RIGHT)).toBeVisible();
		await expect(figure.drawn(/^leaked: [1-9]/, LEFT)).toBeVisible();

		await figure.goToEnd();
		await expect(figure.room('App Store updater, done', LEFT)).toBeVisible();
		await expect(figure.drawn(THROUGH_THE_TUNNEL, LEFT)).toBeVisible();
		await expect(figure.room('App Store updater, waiting for connectivity', RIGHT)).toBeVisible();
		await expect(figure.drawn(LOCKED_OUT, RIGHT)).toBeVisible();
		await expect(figure.drawn(/leaked/, RIGHT)).toBeHidden();
	});
});

test.describe('words in the prose', () => {
	for (const address of chapters.slice(1)) {
		test(`of ${address} all lead to a moment of the run, by keyboard as well`, async ({ page }) => {
			const figure = await Figure.open(page, address);
			const shows = page.getByTitle('Show this moment in the figure');
			expect(await shows.count()).toBeGreaterThan(0);

			for (const words of await shows.all()) {
				await figure.goToBeginning();
				await words.press('Enter');
				// A title that the run does not have starts the figure over instead.
				await expect(page.getByText('Back at the beginning.')).toBeHidden();
				await expect(figure.timeline, `“${await words.innerText()}”`).not.toHaveValue('0');
			}
		});
	}

	test('a way leads from chapter to chapter, to the last and back', async ({ page }) => {
		await Figure.open(page, './');
		const visited = [new URL(page.url()).pathname];
		const follow = async (rel: 'next' | 'prev') => {
			const way = page.getByRole('main').getByRole('link', { name: rel === 'next' ? /→$/ : /^←/ });
			while ((await way.count()) > 0) {
				const { pathname } = new URL(page.url());
				await way.click();
				await expect(page).not.toHaveURL((url) => url.pathname === pathname);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				visited.push(new URL(page.url()).pathname);
			}
		};
		await follow('next');
		expect(visited).toHaveLength(chapters.length);
		const there = [...visited];
		await follow('prev');
		expect(visited.slice(there.length)).toEqual(there.slice(0, -1).reverse());
	});
});
