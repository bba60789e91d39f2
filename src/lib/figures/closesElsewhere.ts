import type { Attachment } from 'svelte/attachments';
import { isBrowsersKey } from './keyWalker';

/** For what opens over the rest: whoever goes on elsewhere, or presses Escape, is done with it. */
export const closesElsewhere: Attachment<HTMLDetailsElement> = (details) => {
	const isElsewhere = (target: EventTarget | null) => target instanceof Node && !details.contains(target);
	const onClick = ({ target }: Event) => {
		if (isElsewhere(target)) details.open = false;
	};
	const onFocusOut = ({ relatedTarget }: FocusEvent) => {
		if (isElsewhere(relatedTarget)) details.open = false;
	};
	const onKey = (event: KeyboardEvent) => {
		if (!details.open || event.key !== 'Escape' || isBrowsersKey(event)) return;
		event.preventDefault();
		details.open = false;
		details.querySelector('summary')?.focus();
	};
	document.addEventListener('click', onClick);
	details.addEventListener('focusout', onFocusOut);
	details.addEventListener('keydown', onKey);
	return () => {
		document.removeEventListener('click', onClick);
		details.removeEventListener('focusout', onFocusOut);
		details.removeEventListener('keydown', onKey);
	};
};
