import { KNOBS, KNOB_IDS, type Knobs } from '../../machines/knobs';
import { REPAIR_IDS } from '../../machines/repairs';
import { play, SCENARIO_IDS, SCENARIOS, type Cue, type Scenario } from '../../scenarios/scenarios';
import { ACT_IDS, type ActId } from '../../sim/acts';
import type { History } from '../../sim/history';

/** A run in which reasons may come up: what it is called, and how it is played when somebody asks. */
export interface NamedRun {
	readonly name: string;
	readonly play: () => History;
}

type Given = Pick<Scenario, 'cues' | 'thenMs'> & { readonly knobs?: Partial<Knobs> };

const named = (name: string, { knobs, ...rest }: Given): NamedRun => ({
	name,
	play: () => play({ title: name, knobs: { safariTraffic: 'quiet', ...knobs }, ...rest })
});
const cue = (act: ActId, when: Cue['when'] = 'rest'): Cue => ({ act, when });
const atRest = (...acts: readonly ActId[]): readonly Cue[] => acts.map((act) => cue(act));

const FLAGS = [false, true];
/** In ms: when something is begun, and how long after it something else gets in its way. */
const CONNECT_MS = 100;
const UPDATE_MS = 3_000;
const LATER_MS = [30, 600, 720, 1_300];
const RELAY_BACK_MS = 30_000;
const KEYS_AGE_MS = 200_000;

const ofScenarios = (): NamedRun[] =>
	SCENARIO_IDS.map((id) => ({ name: SCENARIOS[id].title, play: () => play(SCENARIOS[id]) }));

/** Every act, before a connection and after it. */
const ofActs = (): NamedRun[] =>
	FLAGS.flatMap((includeAllNetworks) =>
		[true, false].flatMap((onDemand) =>
			ACT_IDS.flatMap((act) => [
				named('An act, then traffic', {
					knobs: { includeAllNetworks, onDemand },
					cues: atRest('connect', act, 'safari', 'ping', 'push')
				}),
				named('An act, then a connection', {
					knobs: { includeAllNetworks, onDemand },
					cues: atRest(act, 'connect', 'safari')
				})
			])
		)
	);

/** Every act, while something is under way. */
const ofActsMeanwhile = (): NamedRun[] =>
	FLAGS.flatMap((includeAllNetworks) =>
		ACT_IDS.flatMap((act) =>
			LATER_MS.flatMap((later) => [
				named('An act during a connection', {
					knobs: { includeAllNetworks },
					cues: [cue('connect', CONNECT_MS), cue(act, CONNECT_MS + later), cue(act, CONNECT_MS + later + 10)]
				}),
				named('An act during an update', {
					knobs: { includeAllNetworks },
					cues: [cue('connect', CONNECT_MS), cue('update', UPDATE_MS), cue(act, UPDATE_MS + later), cue('safari')]
				})
			])
		)
	);

/** Every knob in every position. */
const ofKnobs = (): NamedRun[] =>
	FLAGS.flatMap((includeAllNetworks) =>
		KNOB_IDS.flatMap((knob) =>
			KNOBS[knob].values.flatMap((value) => [
				named('A knob, then traffic', {
					knobs: { includeAllNetworks, [knob]: value },
					cues: atRest('connect', 'safari', 'ping')
				}),
				named('A knob, then an update', {
					knobs: { includeAllNetworks, [knob]: value },
					cues: atRest('connect', 'update', 'safari')
				})
			])
		)
	);

/** Every repair, alone and with another one, in an update and with what may get in its way. */
const ofRepairs = (): NamedRun[] =>
	FLAGS.flatMap((includeAllNetworks) =>
		REPAIR_IDS.flatMap((one) =>
			REPAIR_IDS.flatMap((other) =>
				[
					cue('safari'),
					cue('removeProfile'),
					cue('cancelDownload', UPDATE_MS + 600),
					cue('disconnect', UPDATE_MS + 600),
					cue('uninstall', UPDATE_MS + 600),
					cue('cancelDownload', UPDATE_MS + 1_300),
					cue('reboot', UPDATE_MS + 2_000)
				].map((last) =>
					named('Repairs, and an update', {
						knobs: { includeAllNetworks, repairs: [...new Set([one, other])] },
						cues: [cue('connect', CONNECT_MS), cue('update', UPDATE_MS), last]
					})
				)
			)
		)
	);

/** What takes longer, or a combination of its own. */
const ofPatience = (): NamedRun[] => [
	...[150, 700].flatMap((later) =>
		(['none', 'both'] as const).map((ephemeralPeer) =>
			named('The relays fail, and come back', {
				knobs: { ephemeralPeer },
				cues: [
					cue('connect', CONNECT_MS),
					cue('relayDown', CONNECT_MS + later),
					cue('relayUp', CONNECT_MS + later + RELAY_BACK_MS)
				],
				thenMs: 20_000
			})
		)
	),
	named('A page that keeps itself fresh', {
		knobs: { safariTraffic: 'steady' },
		cues: atRest('connect'),
		thenMs: KEYS_AGE_MS
	}),
	named('Toggled after a crash', { knobs: { onDemand: false }, cues: atRest('connect', 'crash', 'toggleVpn') }),
	named('Connected again at once', {
		cues: [cue('connect', CONNECT_MS), cue('disconnect', 2_000), cue('toggleVpn', 2_010)]
	}),
	named('Toggled while it connects', {
		cues: [cue('connect', CONNECT_MS), cue('toggleVpn', CONNECT_MS + 620), cue('safari')]
	}),
	named('Local networks included again', {
		knobs: { excludeLocalNetworks: true },
		cues: atRest('connect', 'editProfile:excludeLocalNetworks=off')
	})
];

/** Runs to look into for a reason, the story’s own first. None is played before it is asked for. */
export function* knownRuns(): Generator<NamedRun> {
	for (const runs of [ofScenarios, ofPatience, ofKnobs, ofActs, ofActsMeanwhile, ofRepairs]) yield* runs();
}
