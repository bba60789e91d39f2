import type { Attachment } from 'svelte/attachments';

/**
 * Places an element by script. The content security policy allows no style attributes, and those that come with a page
 * are not set again when it comes alive. Hidden by its style sheet until then, nothing is seen to jump.
 * @param css declarations
 * @returns the attachment that sets them
 */
export const placed =
	(css: string): Attachment<HTMLElement> =>
	(element) => {
		element.style.cssText = `visibility:visible;${css}`;
	};
