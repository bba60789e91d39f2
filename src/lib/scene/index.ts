/**
 * From a run and a time to places and words: plate and loupe, the ladder, statecharts, stills, and the same run
 * as text in other languages.
 *
 * Everything is plain data for any renderer: it knows no DOM and measures no text. The same run and the same time give
 * the same scene.
 *
 * @example A still
 * ```ts
 * import { play, SCENARIOS } from '$lib/scenarios';
 * import { layOut, sceneAt, stillOf } from '$lib/scene';
 *
 * const timeline = layOut(play(SCENARIOS['update-flag-on']));
 * sceneAt(timeline, 0).caption.text; // → 'The phone is about to join its Wi-Fi.'
 *
 * const { scene } = stillOf(timeline, 'The circle closes');
 * scene.circle?.length; // → 3
 * ```
 * @module scene
 */
export {
	type Caption,
	type DrawnPacket,
	type DrawnRoom,
	type DrawnSlip,
	type Flights,
	type Glyph,
	type Scene
} from './drawables';
export { type Beat, type Deed } from './closeup/beats';
export { type Chamber, type Ground } from './closeup/chambers';
export { closeUpOf, type CloseUp, type Pipe } from './closeup/closeUp';
export { drawCloseUp, type DrawnCloseUp, type Opening } from './closeup/compose';
export { type Happening } from './closeup/episode';
export { type CloseUpType, type Frame as CloseUpFrame, type Outline } from './closeup/frame';
export { type PacketLook, type Part, type Shape, type Sign, type TextPart, type Tone } from './closeup/parts';
export { type Arrival, type SideId, type Wall } from './closeup/walls';
export { placeOf, timelineIn, type Place } from './figureRuns';
export { partingMachine, sharedSteps } from './futures';
export { ladderOf, type Ladder, type LadderOptions } from './ladder';
export { type Arrow, type ArrowEnd, type Bar } from './ladderSpans';
export { sentenceOf, type Row } from './ladderRows';
export { type Layout, type LoupePlace, type RoomId, type WireId, type Wording } from './layout';
export { HALF, LAB, LOCATOR, POCKET, STREET } from './plate/layouts';
export { UPRIGHT, type Cut, type InnerWire, type Outside, type PhonePlan } from './plate/phonePlan';
export { plateViewOf, type PlateRoom, type PlateView } from './plate/plateView';
export { type Face } from './type/widths';
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
export { flightsAt } from './flights';
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
