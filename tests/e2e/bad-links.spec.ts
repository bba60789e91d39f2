/** Whatever stands in the address: one sentence says what was wrong, the figure works, and nothing is executed. */
import { MODEL_VERSION } from '../../src/lib/sim/world.ts';
import { expect, test, type Page } from '@playwright/test';
import { RELEASED_APP } from '../../src/lib/machines/knobs.ts';
import { act, recordsIn, settle, start } from '../../src/lib/sim/history.ts';
import { Figure } from './support/figure.ts';
import { FIRST_SCREEN, FLIP_THE_FLAG } from './support/pages.ts';

const knobs = Object.entries(RELEASED_APP)
	.map(([knob, value]) => `${knob}:${value}`)
	.join(',');
const V = String(MODEL_VERSION);
const connected = settle(act(settle(start(RELEASED_APP)), 'connect'));
/** The step after which the app shows “connected”. */
const CONNECTED = 1 + (recordsIn(connected).find(({ reason }) => reason === 'app.showsConnected')?.step ?? NaN);
const GOOD = { v: V, knobs, acts: 'connect@4', at: String(CONNECTED) };
const linkOf = (parts: Record<string, string>) => `${FIRST_SCREEN}?${new URLSearchParams(parts).toString()}`;

const SCRIPTS = [
	'<script>window.executed = true</script>',
	'<img src=x onerror="window.executed=true">',
	'javascript:window.executed=true',
	'"><svg/onload=window.executed=true>',
	'{{constructor.constructor("window.executed=true")()}}'
];

const broken: Record<string, string> = {
	'has a version and nothing else': `?v=${V}`,
	'has acts and nothing else': '?acts=connect@4',
	'misses the knobs': linkOf({ v: V, acts: 'connect@4', at: '3' }),
	'names knobs that do not go together': linkOf({
		...GOOD,
		knobs: knobs.replace('iosVersion:18', 'iosVersion:15').replace('transport:userspaceStack', 'transport:nwConnection')
	}),
	'has no step for its act': linkOf({ ...GOOD, acts: 'connect' }),
	'goes too far': linkOf({ ...GOOD, at: '99999' }),
	'acts too late': linkOf({ ...GOOD, acts: 'connect@99999' }),
	'stands at no number': linkOf({ ...GOOD, at: '-1' }),
	'is longer than any moment': linkOf({ ...GOOD, acts: Array(600).fill('connect@4').join(',') }),
	'has bytes that are no text': `${FIRST_SCREEN}?v=${V}&knobs=%FF%FE&acts=%00&at=%E0%A4`
};

/** What is unknown here, and what is said of it. */
const unknown: Record<string, readonly [link: string, what: string]> = {
	'has a knob that is unknown here': [linkOf({ ...GOOD, knobs: `${knobs},dns:plain` }), 'the knob “dns”'],
	'has an unknown value of a knob': [
		linkOf({ ...GOOD, knobs: knobs.replace('iosVersion:18', 'iosVersion:99') }),
		'the value “99” of the knob iosVersion'
	],
	'names an unknown act': [
		linkOf({ ...GOOD, acts: 'explode@2,connect@5', at: String(CONNECTED + 1) }),
		'the act “explode”'
	],
	'names an act of every object': [
		linkOf({ ...GOOD, acts: 'constructor@1,connect@5', at: String(CONNECTED + 1) }),
		'the act “constructor”'
	],
	'has an unknown outcome': [linkOf({ ...GOOD, outcomes: '__proto__:true' }), 'the outcome “__proto__:true”'],
	'has an unknown repair': [linkOf({ ...GOOD, repairs: 'magic' }), 'the repair “magic”']
};
for (const [i, script] of SCRIPTS.entries()) {
	broken[`carries a script in its acts (${i + 1})`] = linkOf({ ...GOOD, acts: script });
	unknown[`carries a script in its knobs (${i + 1})`] = [
		linkOf({ ...GOOD, knobs: knobs.replace('iosVersion:18', `iosVersion:${script}`) }),
		`the value “${script.slice(0, 40)}” of the knob iosVersion`
	];
}

/** Opens a link and watches for anything that goes wrong meanwhile. */
async function openWatched(page: Page, link: string): Promise<{ figure: Figure; errors: string[] }> {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	page.on('dialog', (dialog) => {
		errors.push(`a dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	return { figure: await Figure.open(page, link), errors };
}

async function expectToWork(figure: Figure): Promise<void> {
	const before = await figure.position();
	await figure.button('Step').click();
	await expect.poll(figure.position).not.toBe(before);
	await figure.button('Step back').click();
	await expect(figure.timeline).toHaveValue(before);
}

test.describe('a link that', () => {
	for (const [what, link] of Object.entries(broken)) {
		test(`${what} gets a sentence, and the figure starts from its beginning`, async ({ page }) => {
			const { figure, errors } = await openWatched(page, link);

			const alert = page.getByRole('alert');
			await expect(alert).toHaveCount(1);
			await expect(alert).toHaveText(/^[A-Z].{10,250}\. The figure starts from its beginning\. Close$/);
			await expectToWork(figure);
			expect(await page.evaluate(() => 'executed' in window)).toBe(false);
			expect(errors).toEqual([]);

			await alert.getByRole('button', { name: 'Close' }).click();
			await expect(alert).toBeHidden();
		});
	}

	for (const [what, [link, leftOut]] of Object.entries(unknown)) {
		test(`${what} opens as far as it can be read, and says what was left out`, async ({ page }) => {
			const { figure, errors } = await openWatched(page, link);

			const alert = page.getByRole('alert');
			await expect(alert).toHaveCount(1);
			await expect(alert).toHaveText(`Left out of it, since it is unknown here: ${leftOut}. Close`);
			await figure.expectTold('app shows: connected');
			await expectToWork(figure);
			expect(await page.evaluate(() => 'executed' in window)).toBe(false);
			expect(errors).toEqual([]);
		});
	}

	test('lacks a knob means what that stood for before it was there, and nothing is said', async ({ page }) => {
		const { figure, errors } = await openWatched(
			page,
			linkOf({ ...GOOD, knobs: knobs.replace(',multihop:false', '') })
		);
		await figure.expectTold('app shows: connected');
		await expect(page.getByRole('alert')).toBeHidden();
		expect(errors).toEqual([]);
	});

	test('is sound gets no sentence', async ({ page }) => {
		const { figure, errors } = await openWatched(page, linkOf(GOOD));
		await figure.expectTold('app shows: connected');
		await expect(page.getByRole('alert')).toBeHidden();
		expect(errors).toEqual([]);
	});

	test('is for a figure with one phone gets a sentence where there are two', async ({ page }) => {
		const { figure, errors } = await openWatched(page, linkOf(GOOD).replace(FIRST_SCREEN, FLIP_THE_FLAG));
		await expect(page.getByRole('alert')).toHaveText(/knobs2/);
		await expectToWork(figure);
		expect(errors).toEqual([]);
	});

	for (const [version, says] of [
		['0', 'version 0'],
		['99', 'version 99'],
		['abc', 'version ?'],
		['', 'version']
	] as const) {
		test(`comes from version “${version}” of the model says so and still opens`, async ({ page }) => {
			const { figure, errors } = await openWatched(page, linkOf({ ...GOOD, v: version }));
			await expect(page.getByRole('alert')).toContainText(`This link was made with ${says}`);
			await figure.expectTold('app shows: connected');
			await expectToWork(figure);
			expect(errors).toEqual([]);
		});
	}

	test('acts at a moment that is past, or far ahead, opens or gets a sentence', async ({ page }) => {
		for (const acts of [
			'connect@4.1',
			'connect@4.999999999',
			'connect@0,connect@0',
			'reboot@9,connect@4',
			'update@4,cancelDownload@4'
		]) {
			const { figure, errors } = await openWatched(page, linkOf({ ...GOOD, acts }));
			await expectToWork(figure);
			expect(errors, acts).toEqual([]);
		}
	});

	test('has somebody else’s parts in it is not ours, and nothing is said', async ({ page }) => {
		const { figure } = await openWatched(page, `${FIRST_SCREEN}?utm_source=somewhere&fbclid=1`);
		await expect(page.getByRole('alert')).toBeHidden();
		await expectToWork(figure);
	});
});

for (const address of ['./404.html', './nowhere/', './nowhere/at/all', './the-update/nowhere/']) {
	test(`${address} is no page, which is said, and there is a way back`, async ({ page }) => {
		await page.goto(address);
		await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
		await page.getByRole('link', { name: 'Back to the first screen' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'One switch' })).toBeVisible();
	});
}
