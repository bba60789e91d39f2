import { setup } from 'xstate';
import { because, modelActions, type Post } from './actions';
import type { ModelEvent, VpnStatus } from './events';
import type { Configuration, Knobs } from './knobs';
import { IPC_MS } from './timings';

export interface MainAppContext {
	/** The switches in the app; they become the saved profile. */
	readonly settings: Configuration;
	readonly hasProfile: boolean;
	/** The session's status while the app is being replaced, for when it can be opened again. */
	readonly unseen: VpnStatus;
}

type Args = { context: MainAppContext; event: ModelEvent };

const builder = setup({
	types: { context: {} as MainAppContext, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: {
		'the status is connected': ({ event }) => event.type === 'status.change' && event.status === 'connected',
		'the status is connecting': ({ event }) => event.type === 'status.change' && event.status === 'connecting',
		'the status is disconnected': ({ event }) => event.type === 'status.change' && event.status === 'disconnected',
		'the status is disconnecting': ({ event }) => event.type === 'status.change' && event.status === 'disconnecting',
		'a profile is saved': ({ context }) => context.hasProfile,
		'it has no profile': ({ context }) => !context.hasProfile,
		'the session has connected meanwhile': ({ context }) => context.unseen === 'connected',
		'the session is connecting meanwhile': ({ context }) => context.unseen === 'connecting',
		'the session is disconnecting meanwhile': ({ context }) => context.unseen === 'disconnecting'
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
	params: ({ context }: Args) => toSession({ type: 'profile.save', configuration: context.settings, edits: true })
};
const ready = {
	type: 'post' as const,
	params: { to: 'appStoreUpdater' as const, event: { type: 'update.appReady' as const }, delayMs: IPC_MS }
};
const saysOff = {
	type: 'post' as const,
	params: {
		to: 'person' as const,
		event: { type: 'status.change' as const, status: 'disconnected' as const },
		delayMs: IPC_MS
	}
};
const disconnectsForUpdate = { target: 'makingWay', actions: [because('repair.appDisconnects'), stops, saysOff] };
const removed = { target: 'noProfile', actions: [because('app.profileGone'), assign({ hasProfile: false })] };

const tellsPerson = {
	type: 'post' as const,
	params: {
		to: 'person' as const,
		event: { type: 'status.change' as const, status: 'connected' as const },
		delayMs: IPC_MS
	}
};
/** Whoever has a session has a profile. */
const running = [
	{
		guard: 'the status is connected' as const,
		target: 'connected',
		actions: [because('app.showsConnected'), hasProfile, tellsPerson]
	},
	{
		guard: 'the status is connecting' as const,
		target: 'connecting',
		actions: [because('app.showsConnecting'), hasProfile]
	}
] as const;
const status = [
	...running,
	{
		guard: 'the status is disconnecting' as const,
		target: 'disconnecting',
		actions: [because('app.showsDisconnecting')]
	},
	{ target: 'idle', actions: [because('app.showsDisconnected')] }
] as const;

/** An app that can be opened again shows what the session is doing by now. */
const opensAgain = (reason: 'app.newVersion' | 'app.oldVersionAgain') =>
	[
		{ guard: 'it has no profile' as const, target: 'noProfile', actions: [because(reason)] },
		{
			guard: 'the session has connected meanwhile' as const,
			target: 'connected',
			actions: [because(reason), tellsPerson]
		},
		{ guard: 'the session is connecting meanwhile' as const, target: 'connecting', actions: [because(reason)] },
		{ guard: 'the session is disconnecting meanwhile' as const, target: 'disconnecting', actions: [because(reason)] },
		{ target: 'idle', actions: [because(reason)] }
	] as const;

const removesAll = {
	type: 'post' as const,
	params: [
		toSession({ type: 'profile.remove' }),
		{ to: 'appStoreUpdater' as const, event: { type: 'app.remove' as const }, delayMs: IPC_MS }
	]
};

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
		hasProfile: false,
		unseen: 'disconnected'
	}),
	on: {
		'profile.edit': [
			{ guard: 'a profile is saved', actions: [because('app.edits'), edits, savesEdit] },
			{ actions: [because('app.editsEarly'), edits] }
		],
		'app.replace': {
			target: '.beingReplaced',
			actions: [because('app.isReplaced'), assign({ unseen: 'disconnected' })]
		},
		'uninstall.tap': {
			target: '.uninstalled',
			actions: [because('app.uninstalled'), assign({ hasProfile: false }), removesAll]
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
				'status.change': [...running, { actions: [because('app.statusWithoutProfile')] }],
				'profile.removed': { actions: [because('app.neverHad')] },
				'update.announced': { actions: [because('repair.appReady'), ready] }
			}
		},
		idle: {
			on: {
				'connect.tap': { target: 'connecting', actions: [because('app.connects'), starts] },
				'disconnect.tap': { target: 'disconnecting', actions: [because('app.disconnects'), stops] },
				'status.change': status,
				'profile.removed': removed,
				'update.announced': disconnectsForUpdate
			}
		},
		connecting: {
			on: {
				'connect.tap': { actions: [because('app.alreadyConnecting')] },
				'disconnect.tap': { target: 'disconnecting', actions: [because('app.disconnects'), stops] },
				'status.change': status,
				'profile.removed': removed,
				'update.announced': disconnectsForUpdate
			}
		},
		connected: {
			on: {
				'disconnect.tap': { target: 'disconnecting', actions: [because('app.disconnects'), stops] },
				'status.change': status,
				'profile.removed': removed,
				'update.announced': disconnectsForUpdate
			}
		},
		disconnecting: {
			on: {
				'connect.tap': { actions: [because('app.stillDisconnecting')] },
				'disconnect.tap': { actions: [because('app.stillDisconnecting')] },
				'status.change': status,
				'profile.removed': removed,
				'update.announced': { target: 'makingWay', actions: [because('repair.appWaits')] }
			}
		},
		makingWay: {
			tags: ['repair'],
			on: {
				'disconnect.tap': { actions: [because('app.stillDisconnecting')] },
				'status.change': [
					{ guard: 'the status is disconnected', target: 'idle', actions: [because('repair.appReady'), ready] },
					{ actions: [because('repair.appWaits')] }
				],
				'profile.removed': {
					target: 'noProfile',
					actions: [because('repair.appReady'), assign({ hasProfile: false }), ready]
				}
			}
		},
		beingReplaced: {
			on: {
				'app.install': opensAgain('app.newVersion'),
				'app.restore': opensAgain('app.oldVersionAgain'),
				'status.change': {
					actions: [
						because('app.cannotShow'),
						assign({ unseen: ({ context, event }) => (event.type === 'status.change' ? event.status : context.unseen) })
					]
				},
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
				'update.announced': { actions: [because('repair.appAway')] },
				'profile.edit': { actions: [because('app.isGone')] },
				// A removal that the reboot cut short is completed.
				reboot: { actions: [because('app.staysGone'), removesAll] }
			}
		}
	}
});
