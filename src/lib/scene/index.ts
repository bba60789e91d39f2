/**
 * From a run and a time to places and words: the scene of the building, the ladder, statecharts, stills, and the same run
 * as text in other languages.
 *
 * Everything is plain data for any renderer: it knows no DOM and measures no text. The same run and the same time give
 * the same scene.
 *
 * @example A still
 * ```ts
 * import { play, SCENARIOS } from '$lib/scenarios';
 * import { layOut, sceneAt, stillOf, TALL, WIDE } from '$lib/scene';
 *
 * const timeline = layOut(play(SCENARIOS['update-flag-on']));
 * sceneAt(timeline, WIDE, 0).caption.text; // → 'The phone is about to join its Wi-Fi.'
 *
 * const { scene } = stillOf(timeline, TALL, 'The circle closes');
 * scene.circle?.length; // → 3
 * ```
 * @module scene
 */
export {
	type Caption,
	type DrawnFate,
	type DrawnPacket,
	type DrawnRoom,
	type DrawnSlip,
	type Glyph,
	type Scene
} from './drawables';
export { placeOf, timelineIn, type Place } from './figureRuns';
export { partingMachine, sharedSteps } from './futures';
export { ladderOf, type Ladder, type LadderOptions } from './ladder';
export { type Arrow, type ArrowEnd, type Bar } from './ladderSpans';
export { sentenceOf, type Row } from './ladderRows';
export { type Layout, type RoomId, type WireId } from './layout';
export { HALF } from './layoutHalf';
export { TALL } from './layoutTall';
export { WIDE } from './layoutWide';
export { mermaidOf, type DiagramHead } from './mermaid';
export { type Point, type Rect } from './polyline';
export {
	filterOptions,
	filterRecords,
	NO_FILTER,
	type FilterOption,
	type FilterOptions,
	type RecordFilter,
	type RecordRow
} from './recordFilter';
export { sceneAt } from './scene';
export { chartOf, type ChartRegion, type ChartState, type ChartTransition } from './statechart';
export { momentOf, stillOf, stillsOf, toldAt, type Frame, type Told } from './storyboard';
export { swiftOf, swiftOfWorld } from './swift';
export {
	firstDifference,
	layOut,
	playMsOf,
	stepsAt,
	stopsOf,
	type Flight,
	type Moment,
	type Timeline
} from './timeline';
export { jsonLines, jsonText } from './traceJson';
