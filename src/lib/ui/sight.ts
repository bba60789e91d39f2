import type { Attachment } from 'svelte/attachments';

/** Tells whether anybody can see an element: on the screen, in a tab that is shown. */
export const watchSight =
	(look: (visible: boolean) => void): Attachment =>
	(element) => {
		let onScreen = false;
		const report = () => look(onScreen && document.visibilityState === 'visible');
		const sight = new IntersectionObserver(([entry]) => {
			onScreen = entry?.isIntersecting === true;
			report();
		});
		sight.observe(element);
		document.addEventListener('visibilitychange', report);
		return () => {
			sight.disconnect();
			document.removeEventListener('visibilitychange', report);
		};
	};
