import { and, assertEvent, not, setup } from 'xstate';
import { because, messageTo, modelActions, post, type ActionArgs } from './actions';
import type { ModelEvent, VpnStatus } from './events';
import type { Configuration, Knobs } from './knobs';
import type { StateTag } from './tags';

export interface MainAppContext {
	/** The switches in the app; they become the saved profile. */
	readonly settings: Configuration;
	readonly hasProfile: boolean;
	/** NEVPNStatus as the app last heard of it. */
	readonly session: VpnStatus;
	/** Whether the tunnel process has had an answer to its own probe. Without one the app shows “connecting”. */
	readonly answered: boolean;
}

type Args = ActionArgs<MainAppContext>;

const builder = setup({
	types: { context: {} as MainAppContext, events: {} as ModelEvent, input: {} as Knobs, tags: {} as StateTag },
	actions: modelActions,
	guards: {
		'the status is': ({ event }, { status }: { status: VpnStatus }) =>
			event.type === 'status.change' && event.status === status,
		'the session is': ({ context }, { status }: { status: VpnStatus }) => context.session === status,
		'the tunnel process has its answer': ({ context }) => context.answered,
		'a profile is saved': ({ context }) => context.hasProfile
	}
});
const { assign } = builder;

const statusIs = (status: VpnStatus) => ({ type: 'the status is' as const, params: { status } });
const sessionIs = (status: VpnStatus) => ({ type: 'the session is' as const, params: { status } });
const ANSWERED = 'the tunnel process has its answer' as const;

const starts = post(({ context }: Args) => [
	messageTo('sessionManager', { type: 'profile.save', configuration: context.settings }),
	messageTo('sessionManager', { type: 'startVPNTunnel' })
]);
const stops = post(messageTo('sessionManager', { type: 'stopVPNTunnel' }));
const hasProfile = assign({ hasProfile: true });
const edits = assign({
	settings: ({ context, event }: Args) => {
		assertEvent(event, 'profile.edit');
		return { ...context.settings, ...event.change };
	}
});
/** An answer counts for the session in which it came. */
const hears = assign({
	session: ({ event }: Args) => {
		assertEvent(event, 'status.change');
		return event.status;
	},
	answered: ({ context, event }) => {
		assertEvent(event, 'status.change');
		return event.status === 'connected' && context.answered;
	}
});
const hearsAnswer = assign({ answered: true });
/** What was heard of one session says nothing of the next. */
const knowsNothing = assign({ session: 'disconnected', answered: false });
const savesEdit = post(({ context }: Args) =>
	messageTo('sessionManager', { type: 'profile.save', configuration: context.settings, edits: true })
);
const ready = post(messageTo('appStoreUpdater', { type: 'update.appReady' }));
const saysOff = post(messageTo('person', { type: 'status.change', status: 'disconnected' }));
const disconnectsForUpdate = { target: 'makingWay', actions: [because('repair.appDisconnects'), stops, saysOff] };
const removed = {
	target: 'noProfile',
	actions: [because('app.profileGone'), assign({ hasProfile: false })]
};

const tellsPerson = post(messageTo('person', { type: 'status.change', status: 'connected' }));
/** Whoever has a session has a profile. */
const running = [
	{
		guard: and([statusIs('connected'), ANSWERED]),
		target: 'connected',
		actions: [because('app.showsConnected'), hasProfile, hears, tellsPerson]
	},
	{
		guard: statusIs('connected'),
		target: 'connecting',
		actions: [because('app.stillConnecting'), hasProfile, hears]
	},
	{
		guard: statusIs('connecting'),
		target: 'connecting',
		actions: [because('app.showsConnecting'), hasProfile, hears]
	}
] as const;
const status = [
	...running,
	{
		guard: statusIs('disconnecting'),
		target: 'disconnecting',
		actions: [because('app.showsDisconnecting')]
	},
	{ target: 'idle', actions: [because('app.showsDisconnected')] }
] as const;

/** An app that can be opened again shows what the session is doing by now. */
const opensAgain = (reason: 'app.newVersion' | 'app.oldVersionAgain') =>
	[
		{ guard: not('a profile is saved'), target: 'noProfile', actions: [because(reason)] },
		{
			guard: and([sessionIs('connected'), ANSWERED]),
			target: 'connected',
			actions: [because(reason), tellsPerson]
		},
		{ guard: sessionIs('connected'), target: 'connecting', actions: [because(reason)] },
		{ guard: sessionIs('connecting'), target: 'connecting', actions: [because(reason)] },
		{ guard: sessionIs('disconnecting'), target: 'disconnecting', actions: [because(reason)] },
		{ target: 'idle', actions: [because(reason)] }
	] as const;

const removesAll = post([
	messageTo('sessionManager', { type: 'profile.remove' }),
	messageTo('appStoreUpdater', { type: 'app.remove' })
]);

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
		session: 'disconnected',
		answered: false
	}),
	on: {
		'tunnel.answered': { actions: [because('app.hearsAnswer')] },
		'profile.edit': [
			{ guard: 'a profile is saved', actions: [because('app.edits'), edits, savesEdit] },
			{ actions: [because('app.editsEarly'), edits] }
		],
		'app.replace': {
			target: '.beingReplaced',
			actions: [because('app.isReplaced')]
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
			entry: knowsNothing,
			on: {
				'connect.tap': { target: 'connecting', actions: [because('app.createsProfile'), hasProfile, starts] },
				'status.change': [...running, { actions: [because('app.statusWithoutProfile')] }],
				'profile.removed': { actions: [because('app.neverHad')] },
				'update.announced': { actions: [because('repair.appReady'), ready] }
			}
		},
		idle: {
			entry: knowsNothing,
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
				'tunnel.answered': [
					{
						guard: sessionIs('connected'),
						target: 'connected',
						actions: [because('app.showsAnswered'), hearsAnswer, tellsPerson]
					},
					{ actions: [because('app.hearsAnswer'), hearsAnswer] }
				],
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
			entry: knowsNothing,
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
			entry: knowsNothing,
			on: {
				'disconnect.tap': { actions: [because('app.stillDisconnecting')] },
				'status.change': [
					{ guard: statusIs('disconnected'), target: 'idle', actions: [because('repair.appReady'), ready] },
					{ actions: [because('repair.appWaits')] }
				],
				'profile.removed': {
					target: 'noProfile',
					actions: [because('repair.appReady'), assign({ hasProfile: false }), ready]
				}
			}
		},
		beingReplaced: {
			entry: knowsNothing,
			on: {
				'app.install': opensAgain('app.newVersion'),
				'app.restore': opensAgain('app.oldVersionAgain'),
				'status.change': { actions: [because('app.cannotShow'), hears] },
				'tunnel.answered': { actions: [because('app.cannotShow'), hearsAnswer] },
				'profile.removed': { actions: [because('app.cannotShow'), assign({ hasProfile: false })] }
			}
		},
		uninstalled: {
			entry: knowsNothing,
			on: {
				'connect.tap': { actions: [because('app.isGone')] },
				'disconnect.tap': { actions: [because('app.isGone')] },
				'status.change': { actions: [because('app.isGone')] },
				'tunnel.answered': { actions: [because('app.isGone')] },
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
