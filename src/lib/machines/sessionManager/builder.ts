import { setup } from 'xstate';
import { modelActions } from '../actions';
import type { ModelEvent } from '../events';
import type { Configuration, Knobs } from '../knobs';
import { repaired, type Repairable } from '../repairs';

export interface SessionContext extends Repairable {
	/** What is saved in Settings, and what the running session was started with (C18). */
	readonly saved: Configuration | null;
	readonly running: Configuration | null;
	/** Whether traffic may start the tunnel by itself (C27). */
	readonly armed: boolean;
}

export type SessionArgs = { context: SessionContext; event: ModelEvent };

/** The typed setup that the session manager's states share. */
export const builder = setup({
	types: { context: {} as SessionContext, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: {
		'on-demand is armed': ({ context }) => context.armed,
		// What is saved counts from the next start on, and a reboot is one (C18).
		'the profile starts on demand': ({ context }) => context.saved?.onDemand === true && context.armed,
		'a profile is saved': ({ context }) => context.saved !== null,
		'no profile is saved': ({ context }) => context.saved === null,
		'it edits a profile that is gone': ({ context, event }) =>
			context.saved === null && event.type === 'profile.save' && event.edits === true,
		'its profile is gone, and the flag was not in force': ({ context }) =>
			context.saved === null && context.running?.includeAllNetworks !== true,
		'the flag was not in force': ({ context }) => context.running?.includeAllNetworks !== true,
		'the old tunnel may start until the new one is here': ({ context }) => repaired(context, 'oldTunnelMayStart'),
		'a profile is saved, and the old tunnel may start': ({ context }) =>
			repaired(context, 'oldTunnelMayStart') && context.saved !== null,
		'nothing of a removed profile stays in force': ({ context }) =>
			repaired(context, 'downloadFirst') || repaired(context, 'oldTunnelMayStart'),
		'its profile is gone, and nothing of it stays in force': ({ context }) =>
			context.saved === null && (repaired(context, 'downloadFirst') || repaired(context, 'oldTunnelMayStart')),
		'the flag is to be dropped for the update': ({ context }) =>
			repaired(context, 'flagDropped') && context.armed && context.running?.includeAllNetworks === true,
		'the toggle restores the network': ({ event }) => event.type === 'outcome' && event.value
	}
});
export const { assign } = builder;
