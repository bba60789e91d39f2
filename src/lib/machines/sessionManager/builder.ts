import { setup } from 'xstate';
import { modelActions, type ActionArgs } from '../actions';
import type { ModelEvent } from '../events';
import type { Configuration, Knobs } from '../knobs';
import { repaired, type Repairable } from '../repairs';
import type { StateTag } from '../tags';

export interface SessionContext extends Repairable {
	/** What is saved in Settings, and what the running session was started with (C18). */
	readonly saved: Configuration | null;
	readonly running: Configuration | null;
	/** Whether traffic may start the tunnel by itself (C27). */
	readonly armed: boolean;
	/** Whether the latest update has had to stop a tunnel. Nothing depends on it but how the update is known. */
	readonly stoppedTunnel: boolean;
}

export type SessionArgs = ActionArgs<SessionContext>;

/** The typed setup that the session manager's states share. */
export const builder = setup({
	types: { context: {} as SessionContext, events: {} as ModelEvent, input: {} as Knobs, tags: {} as StateTag },
	actions: modelActions,
	guards: {
		'on-demand is armed': ({ context }) => context.armed,
		// What is saved counts from the next start on, and a reboot is one (C18).
		'the saved profile starts on demand': ({ context }) => context.saved?.onDemand === true,
		'a profile is saved': ({ context }) => context.saved !== null,
		'it edits a profile': ({ event }) => event.type === 'profile.save' && event.edits === true,
		'the flag is in force': ({ context }) => context.running?.includeAllNetworks === true,
		'the old tunnel may start until the new one is here': ({ context }) => repaired(context, 'oldTunnelMayStart'),
		'the download comes first': ({ context }) => repaired(context, 'downloadFirst'),
		'an update drops the flag': ({ context }) => repaired(context, 'flagDropped'),
		'the toggle restores the network': ({ event }) => event.type === 'outcome' && event.value
	}
});
export const { assign } = builder;
