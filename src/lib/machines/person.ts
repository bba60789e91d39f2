import { setup } from 'xstate';
import { because, messageTo, modelActions, post, type Post } from './actions';
import { ON_THE_PHONE } from './components';
import type { ModelEvent } from './events';
import type { Configuration, Knobs } from './knobs';
import type { ReasonId } from './reasons';

/** What an act of the person is to the machines: why it is told, and which messages it sends. */
interface PersonAct {
	readonly reason: ReasonId;
	readonly posts: readonly Post[];
	/** Whether whoever does this knows that the VPN is off from now on. */
	readonly endsVpn?: true;
}

const now = (to: Post['to'], event: ModelEvent): Post => messageTo(to, event, 0);
const does = (reason: ReasonId, ...posts: Post[]): PersonAct => ({ reason, posts });
const endsVpn = (reason: ReasonId, ...posts: Post[]): PersonAct => ({ reason, posts, endsVpn: true });
const edits = (reason: ReasonId, change: Partial<Configuration>): PersonAct =>
	does(reason, now('mainApp', { type: 'profile.edit', change }));

/** Every act of the person, by its name in `sim/acts`, which says what it is called and when it makes sense. */
const PERSON_ACTS = {
	connect: does('person.connects', now('mainApp', { type: 'connect.tap' })),
	disconnect: endsVpn('person.disconnects', now('mainApp', { type: 'disconnect.tap' })),
	'editProfile:includeAllNetworks=on': edits('person.flagOn', { includeAllNetworks: true }),
	'editProfile:includeAllNetworks=off': edits('person.flagOff', { includeAllNetworks: false }),
	'editProfile:excludeLocalNetworks=on': edits('person.excludeLocalOn', { excludeLocalNetworks: true }),
	'editProfile:excludeLocalNetworks=off': edits('person.excludeLocalOff', { excludeLocalNetworks: false }),
	'editProfile:onDemand=on': edits('person.onDemandOn', { onDemand: true }),
	'editProfile:onDemand=off': edits('person.onDemandOff', { onDemand: false }),
	safari: does('person.opensPage', now('safari', { type: 'page.open' })),
	ping: does('person.pings', now('terminal', { type: 'ping.type' })),
	update: does('person.updates', now('appStoreUpdater', { type: 'update.request', source: 'manual' })),
	cancelDownload: does('person.cancels', now('appStoreUpdater', { type: 'cancel.tap' })),
	toggleVpn: endsVpn('person.toggles', now('sessionManager', { type: 'toggle.tap' })),
	removeProfile: endsVpn('person.removesProfile', now('sessionManager', { type: 'profile.remove' })),
	uninstall: endsVpn('person.uninstalls', now('mainApp', { type: 'uninstall.tap' })),
	reboot: does('person.reboots', ...ON_THE_PHONE.map((component) => now(component, { type: 'reboot' })))
} as const satisfies Readonly<Record<string, PersonAct>>;

export type PersonActId = keyof typeof PERSON_ACTS;

const performed = (act: string, { reason, posts, endsVpn: ends }: PersonAct) => ({
	guard: { type: 'act' as const, params: { act } },
	actions: [because(reason), post(posts)],
	...(ends ? { target: '.believesUnprotected' as const } : {})
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
 * app has shown “connected”, or iOS its VPN symbol, only an act of their own tells a person that the VPN is off (C34).
 * Whoever switches it in Settings counts on nothing until one of the two shows again.
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
		'symbol.show': { target: '.believesProtected', actions: [because('person.seesSymbol')] },
		act: Object.entries(PERSON_ACTS).map(([id, act]) => performed(id, act))
	},
	states: { believesUnprotected: {}, believesProtected: {} }
});
