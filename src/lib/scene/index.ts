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
