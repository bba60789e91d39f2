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
