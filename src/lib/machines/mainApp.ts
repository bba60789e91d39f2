import { setup } from 'xstate';
import { because, modelActions, type Post } from './actions';
import type { ModelEvent } from './events';
import type { Configuration, Knobs } from './knobs';
import { IPC_MS } from './timings';

export interface MainAppContext {
	/** The switches in the app; they become the saved profile. */
	readonly settings: Configuration;
	readonly hasProfile: boolean;
}

type Args = { context: MainAppContext; event: ModelEvent };

const builder = setup({
	types: { context: {} as MainAppContext, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: {
		'the status is connected': ({ event }) => event.type === 'status.change' && event.status === 'connected',
		'the status is connecting': ({ event }) => event.type === 'status.change' && event.status === 'connecting',
		'the status is disconnecting': ({ event }) => event.type === 'status.change' && event.status === 'disconnecting',
		'a profile is saved': ({ context }) => context.hasProfile
	}
});
const { assign } = builder;

const toSession = (event: ModelEvent): Post => ({ to: 'sessionManager', event, delayMs: IPC_MS });

const starts = {
	type: 'post' as const,
	params: ({ context }: Args) => [
		toSession({ type: 'profile.save', configuration: context.settings }),
		toSession({ type: 'startVPNTunnel' })
	]
};
const stops = { type: 'post' as const, params: toSession({ type: 'stopVPNTunnel' }) };
const hasProfile = assign({ hasProfile: true });
const edits = assign({
	settings: ({ context, event }: Args) =>
		event.type === 'profile.edit' ? { ...context.settings, ...event.change } : context.settings
});
const savesEdit = {
	type: 'post' as const,
	params: ({ context }: Args) => toSession({ type: 'profile.save', configuration: context.settings })
};
const removed = { target: 'noProfile', actions: [because('app.profileGone'), assign({ hasProfile: false })] };

const status = [
	{ guard: 'the status is connected' as const, target: 'connected', actions: [because('app.showsConnected'), { type: 'post' as const, params: { to: 'person' as const, event: { type: 'status.change' as const, status: 'connected' as const }, delayMs: IPC_MS } }] },
	{ guard: 'the status is connecting' as const, target: 'connecting', actions: [because('app.showsConnecting')] },
	{ guard: 'the status is disconnecting' as const, target: 'disconnecting', actions: [because('app.showsDisconnecting')] },
	{ target: 'idle', actions: [because('app.showsDisconnected')] }
] as const;

/** What the user sees of the VPN: it owns the profile and the connect button (C17). */
export const mainApp = builder.createMachine({
	id: 'mainApp',
	initial: 'noProfile',
	context: ({ input }) => ({
		settings: {
			includeAllNetworks: input.includeAllNetworks,
			excludeLocalNetworks: input.excludeLocalNetworks,
			onDemand: input.onDemand
		},
		hasProfile: false
	}),
	on: {
		'profile.edit': [
			{ guard: 'a profile is saved', actions: [because('app.edits'), edits, savesEdit] },
			{ actions: [because('app.editsEarly'), edits] }
		],
		'app.replace': { target: '.beingReplaced', actions: [because('app.isReplaced')] },
		'uninstall.tap': {
			target: '.uninstalled',
			actions: [
				because('app.uninstalled'),
				assign({ hasProfile: false }),
				{ type: 'post', params: [toSession({ type: 'profile.remove' }), { to: 'appStoreUpdater', event: { type: 'app.remove' }, delayMs: IPC_MS }] }
			]
		},
		reboot: [
			{ guard: 'a profile is saved', target: '.idle', actions: [because('app.rebootIdle')] },
			{ target: '.noProfile', actions: [because('app.rebootNoProfile')] }
		]
	},
	states: {
		noProfile: {
			on: {
				'connect.tap': { target: 'connecting', actions: [because('app.createsProfile'), hasProfile, starts] },
				'status.change': { actions: [because('app.statusWithoutProfile')] },
				'profile.removed': { actions: [because('app.profileGone')] }
			}
		},
		idle: {
			on: {
				'connect.tap': { target: 'connecting', actions: [because('app.connects'), starts] },
				'disconnect.tap': { target: 'disconnecting', actions: [because('app.disconnects'), stops] },
				'status.change': status,
				'profile.removed': removed
			}
		},
		connecting: {
			on: {
				'connect.tap': { actions: [because('app.alreadyConnecting')] },
				'disconnect.tap': { target: 'disconnecting', actions: [because('app.disconnects'), stops] },
				'status.change': status,
				'profile.removed': removed
			}
		},
		connected: {
			on: {
				'disconnect.tap': { target: 'disconnecting', actions: [because('app.disconnects'), stops] },
				'status.change': status,
				'profile.removed': removed
			}
		},
		disconnecting: {
			on: {
				'connect.tap': { actions: [because('app.stillDisconnecting')] },
				'disconnect.tap': { actions: [because('app.stillDisconnecting')] },
				'status.change': status,
				'profile.removed': removed
			}
		},
		beingReplaced: {
			on: {
				'app.install': [
					{ guard: 'a profile is saved', target: 'idle', actions: [because('app.newVersion')] },
					{ target: 'noProfile', actions: [because('app.newVersion')] }
				],
				'app.restore': [
					{ guard: 'a profile is saved', target: 'idle', actions: [because('app.oldVersionAgain')] },
					{ target: 'noProfile', actions: [because('app.oldVersionAgain')] }
				],
				'status.change': { actions: [because('app.cannotShow')] },
				'profile.removed': { actions: [because('app.cannotShow'), assign({ hasProfile: false })] }
			}
		},
		uninstalled: {
			on: {
				'connect.tap': { actions: [because('app.isGone')] },
				'disconnect.tap': { actions: [because('app.isGone')] },
				'status.change': { actions: [because('app.isGone')] },
				'profile.removed': { actions: [because('app.isGone')] },
				'app.restore': { actions: [because('app.isGone')] },
				'app.install': { actions: [because('app.isGone')] },
				'app.replace': { actions: [because('app.isGone')] },
				'profile.edit': { actions: [because('app.isGone')] },
				reboot: { actions: [because('app.staysGone')] }
			}
		}
	}
});
