import { setup } from 'xstate';
import { because, modelActions, type Post } from './actions';
import { ON_THE_PHONE } from './components';
import type { ModelEvent } from './events';
import type { Knobs } from './knobs';

const now = (to: Post['to'], event: ModelEvent): Post => ({ to, event, delayMs: 0 });
const post = (params: Post | Post[]) => ({ type: 'post' as const, params });
const isAct = (act: string) => ({ type: 'act' as const, params: { act } });

const does = (act: string, reason: Parameters<typeof because>[0], ...posts: Post[]) => ({
	guard: isAct(act),
	actions: [because(reason), post(posts)]
});
const edits = (act: string, reason: Parameters<typeof because>[0], change: object) =>
	does(act, reason, now('mainApp', { type: 'profile.edit', change }));
const endsVpn = (act: string, reason: Parameters<typeof because>[0], ...posts: Post[]) => ({
	...does(act, reason, ...posts),
	target: '.believesUnprotected'
});

const builder = setup({
	types: { context: {}, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: {
		act: ({ event }, params: { act: string }) => event.type === 'act' && event.act === params.act,
		'the app says that it has disconnected': ({ event }) =>
			event.type === 'status.change' && event.status === 'disconnected'
	}
});

/**
 * The person: acts, and believes. The belief decides what counts as a leak to the checker: once the
 * app has shown “connected”, only an act of their own tells a person that the VPN is off (C34).
 * Whoever switches it in Settings counts on nothing until the app shows “connected” again.
 */
export const person = builder.createMachine({
	id: 'person',
	initial: 'believesUnprotected',
	context: {},
	on: {
		'status.change': [
			{
				guard: 'the app says that it has disconnected',
				target: '.believesUnprotected',
				actions: [because('repair.seesDisconnected')]
			},
			{ target: '.believesProtected', actions: [because('person.seesConnected')] }
		],
		act: [
			does('connect', 'person.connects', now('mainApp', { type: 'connect.tap' })),
			endsVpn('disconnect', 'person.disconnects', now('mainApp', { type: 'disconnect.tap' })),
			edits('editProfile:includeAllNetworks=on', 'person.flagOn', { includeAllNetworks: true }),
			edits('editProfile:includeAllNetworks=off', 'person.flagOff', { includeAllNetworks: false }),
			edits('editProfile:excludeLocalNetworks=on', 'person.excludeLocalOn', { excludeLocalNetworks: true }),
			edits('editProfile:excludeLocalNetworks=off', 'person.excludeLocalOff', { excludeLocalNetworks: false }),
			edits('editProfile:onDemand=on', 'person.onDemandOn', { onDemand: true }),
			edits('editProfile:onDemand=off', 'person.onDemandOff', { onDemand: false }),
			does('safari', 'person.opensPage', now('safari', { type: 'page.open' })),
			does('ping', 'person.pings', now('terminal', { type: 'ping.type' })),
			does('update', 'person.updates', now('appStoreUpdater', { type: 'update.request', source: 'manual' })),
			does('cancelDownload', 'person.cancels', now('appStoreUpdater', { type: 'cancel.tap' })),
			endsVpn('toggleVpn', 'person.toggles', now('sessionManager', { type: 'toggle.tap' })),
			endsVpn('removeProfile', 'person.removesProfile', now('sessionManager', { type: 'profile.remove' })),
			endsVpn('uninstall', 'person.uninstalls', now('mainApp', { type: 'uninstall.tap' })),
			does('reboot', 'person.reboots', ...ON_THE_PHONE.map((component) => now(component, { type: 'reboot' })))
		]
	},
	states: { believesUnprotected: {}, believesProtected: {} }
});
