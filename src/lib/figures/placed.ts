import type { Attachment } from 'svelte/attachments';

/**
 * Places an element by script. The content security policy allows no style attributes, and those that come with a page
 * are not set again when it comes alive.
 * @param styles style properties by name, with their values
 * @returns the attachment that sets them
 */
export const placed =
	(styles: Readonly<Record<string, string>>): Attachment<HTMLElement> =>
	(element) => {
		for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value);
	};
