import { render } from 'svelte/server';
import styles from 'virtual:component-styles';
import { FIGURES, type FigureSpec } from '$lib/scenarios/figureSpecs';
import type { Chapter } from '$lib/ui/controls/chapters';
import { NAME } from '$lib/ui/controls/site';
import theme from '$lib/ui/controls/theme.css?raw';
import { PICTURE, textRuler } from './png';
import SocialPicture from './SocialPicture.svelte';
import { tellingStill } from './still';
import { lightTokens, plainStyles } from './styles';
import { setWords, type Words } from './words';

const STYLES = plainStyles(styles, lightTokens(theme));

/**
 * A chapter’s social picture: what it is called, and its figure at the moment that tells most.
 * @returns an SVG that needs nothing of a page: no custom properties, nothing from elsewhere but the fonts of png.ts
 */
export async function pictureOf({ number, title, figure }: Chapter): Promise<string> {
	const spec: FigureSpec = FIGURES[figure];
	const still = tellingStill(spec);
	const words: Words =
		number > 0
			? { number: `Chapter ${number}`, title, caption: still.title }
			: {
					number: null,
					title: NAME,
					caption: 'One boolean of iOS, includeAllNetworks, and a phone without any network'
				};
	const paragraphs = setWords(words, await textRuler());
	const { body } = render(SocialPicture, { props: { still, paragraphs } });
	const { width, height } = PICTURE;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><style>${STYLES}</style>${body}</svg>`;
}
