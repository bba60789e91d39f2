/**
 * Named first worlds and what is done in them, the figures that show them, and links that lead to a moment.
 *
 * Data, and functions that play it. A scenario always gives the same run. A link holds knobs, acts and answers, never a
 * world: it is played again when it is opened, and one that cannot be read says why in a sentence and never throws.
 *
 * @example A run, and the link to one of its moments
 * ```ts
 * import { formatPermalink, parsePermalink, play, SCENARIOS } from '$lib/scenarios';
 *
 * const run = play(SCENARIOS['update-flag-on']);
 * const link = formatPermalink({ runs: [run], positions: [27] });
 * const opened = parsePermalink(link, 1);
 * opened && 'runs' in opened && opened.positions; // → [27]
 *
 * parsePermalink('v=3&acts=fly@4', 1); // → { error: 'This link’s part “knobs” cannot be read: it should be there.' }
 * ```
 * @module scenarios
 */
export { type GridVerdict } from './apiGrid';
export { CLAIM_MOMENTS, type ClaimMoment } from './claimMoments';
export {
	FIGURE_IDS,
	FIGURES,
	scenariosOf,
	type FigureId,
	type FigureSpec,
	type KnobChoice,
	type MomentMark,
	type StillSpec
} from './figureSpecs';
export { loadFigure } from './figureSpecs/load';
export { LESSON_CAPTURES, lessonRun } from './lessons';
export { parsePermalink, type ParsedPermalink } from './parsePermalink';
export { formatPermalink, type Permalink } from './permalink';
export {
	knobsOf,
	play,
	playWith,
	SCENARIO_IDS,
	SCENARIOS,
	type Cue,
	type Scenario,
	type ScenarioId
} from './scenarios';
