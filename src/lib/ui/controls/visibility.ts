import type { Attachment } from 'svelte/attachments';

/** Tells whether anybody can see one of the elements that this is attached to: on the screen, in a tab that is shown. */
export function watchVisibility(look: (visible: boolean) => void): Attachment {
	const onScreen = new Set<Element>();
	const report = () => look(onScreen.size > 0 && document.visibilityState === 'visible');
	return (element) => {
		const sight = new IntersectionObserver((entries) => {
			if (entries.at(-1)?.isIntersecting) onScreen.add(element);
			else onScreen.delete(element);
			report();
		});
		sight.observe(element);
		document.addEventListener('visibilitychange', report);
		return () => {
			sight.disconnect();
			onScreen.delete(element);
			document.removeEventListener('visibilitychange', report);
		};
	};
}
