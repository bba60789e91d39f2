/** A reader without a mouse. */
import { expect, type Locator } from '@playwright/test';

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** More than there are controls before any other; the table of phones alone has some three hundred. */
const MOST_PRESSES = 500;

/** Presses Tab until the target has the focus; fails when Tab does not lead there. */
export async function tabTo(target: Locator): Promise<void> {
	const keyboard = target.page().keyboard;
	for (let presses = 0; presses < MOST_PRESSES && !(await isFocused(target)); presses++) await keyboard.press('Tab');
	await expect(target).toBeFocused();
}

/** Goes to a control with Tab and presses a key on it. */
export async function use(target: Locator, key = 'Enter'): Promise<void> {
	await tabTo(target);
	await target.page().keyboard.press(key);
}
