import { SCENARIOS, type ScenarioId } from '../../scenarios/scenarios';
import { FIGURES, scenariosOf } from '../../scenarios/figureSpecs';
import type { Chapter } from '../controls/chapters';

/** The runs of a chapter’s figure. */
export interface PresetGroup {
	readonly chapter: string;
	readonly presets: readonly { readonly id: ScenarioId; readonly title: string }[];
}

/** Every run of the story, by the chapter that tells it; a run that several tell stands with the first. */
export function presetsOf(chapters: readonly Pick<Chapter, 'number' | 'title' | 'figure'>[]): PresetGroup[] {
	const seen = new Set<ScenarioId>();
	return chapters.flatMap(({ number, title, figure }) => {
		const fresh = scenariosOf(FIGURES[figure]).filter((id) => !seen.has(id));
		fresh.forEach((id) => seen.add(id));
		return fresh.length > 0
			? [{ chapter: `${number} ${title}`, presets: fresh.map((id) => ({ id, title: SCENARIOS[id].title })) }]
			: [];
	});
}
