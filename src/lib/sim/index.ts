export { ACT_IDS, ACTS, refusal, type Act, type ActId } from './acts';
export { causesOf, whyOf, type Why } from './causes';
export {
	act,
	advance,
	append,
	atRest,
	fork,
	nextChoice,
	present,
	recordsIn,
	runUntil,
	sameActs,
	seek,
	settle,
	SETTLE_CAP_MS,
	start,
	type Entry,
	type History,
	type Until
} from './history';
export { lockoutReasonOf, type LockoutReason } from './lockoutReason';
export { ARTICLE_OUTCOMES, OUTCOME_IDS, OUTCOMES, type Outcomes } from './outcomes';
export { firstWorld, step, type Choice, type Step } from './step';
export { connectivity, isLocked, summarise, type Connectivity, type Summary } from './summary';
export { type PacketRecord, type TraceRecord } from './traceRecord';
export { circleOf, waitsIn, type Wait } from './waits';
export {
	believesProtected,
	isIn,
	MODEL_VERSION,
	stateOf,
	type Pending,
	type Snapshot,
	type StateValue,
	type World
} from './world';
