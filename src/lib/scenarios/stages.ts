import { setup } from 'xstate';
import type { ReasonId } from '../machines/reasons';

/** The stages of the first screen, in the order of the story. */
export const STAGES = ['start', 'flipped', 'around', 'updated'] as const;
export type StageId = (typeof STAGES)[number];

/** A named moment of a stage, on which one can go back and forth: the first step that takes a transition for this reason. */
export interface Stop {
	readonly title: string;
	readonly reason: ReasonId;
	/** The last step of that reason counts, and not the first. */
	readonly isLast?: true;
	/** The wall that the loupe shows there, when it is not the one at which that step happens. */
	readonly wall?: { readonly left: 'tunnelProcess'; readonly right: 'kernelRouter' };
}

const TUNNEL_WALL = { left: 'tunnelProcess', right: 'kernelRouter' } as const;

/** The stops of each stage, in causal order. A stage shows itself by playing from its act to its last stop. */
export const STOPS: Readonly<Record<StageId, readonly Stop[]>> = {
	start: [
		{ title: 'probe sent', reason: 'icmp.sendsEcho' },
		{ title: 'back by utun4', reason: 'rule.ownVoiceFlagOff' },
		{ title: 'sealed', reason: 'wireguard.session' },
		// The app says it a moment after the reply: until then the phone is without a tunnel.
		{ title: 'answered', reason: 'app.showsConnected', wall: TUNNEL_WALL }
	],
	flipped: [
		{ title: 'reconnecting', reason: 'app.disconnects' },
		{ title: 'probe sent', reason: 'icmp.sendsEcho' },
		{ title: 'thrown away', reason: 'rule.ownVoiceFlagOn' },
		{ title: '“send: OK”', reason: 'icmp.sendmsgOk' },
		{ title: 'no reply', reason: 'icmp.sendsAgain' }
	],
	around: [
		{ title: 'probe built', reason: 'icmp.buildsEcho' },
		{ title: 'sealed', reason: 'wireguard.session' },
		{ title: 'envelope passes', reason: 'rule.outerTraffic' },
		{ title: 'answered', reason: 'icmp.reply' },
		{ title: 'connected', reason: 'app.showsConnected', wall: TUNNEL_WALL }
	],
	updated: [
		{ title: 'update starts', reason: 'update.begins' },
		{ title: 'tunnel stopped', reason: 'session.suspended' },
		{ title: 'download waits', reason: 'update.waits' },
		{ title: 'everything waits', reason: 'rule.held' },
		{ title: 'locked out', reason: 'session.cannotLaunch', isLast: true }
	]
};

/**
 * How the first screen is staged: one act at a time, in one place. `everything` is for the impatient: all acts at once,
 * without stages. What an act does to the phone is none of its business; it says only what is asked for next.
 */
export const stagingMachine = setup({
	types: {
		events: {} as {
			type: 'flip' | 'goAround' | 'update' | 'findWayOut' | 'undo' | 'startOver' | 'showEverything' | 'showStages';
		}
	}
}).createMachine({
	id: 'staging',
	initial: 'start',
	on: { startOver: '.start', showEverything: '.everything' },
	states: {
		start: { on: { flip: 'flipped' } },
		flipped: { on: { goAround: 'around', undo: 'start' } },
		around: { on: { update: 'updated', undo: 'flipped' } },
		updated: { on: { findWayOut: 'exits', undo: 'around' } },
		/** The stage is that of the update; what is asked for is any of the ways out. */
		exits: { on: { undo: 'around' } },
		everything: { on: { showStages: 'start' } }
	}
});
/** A state of the staging. */
export type StagingState = StageId | 'exits' | 'everything';
