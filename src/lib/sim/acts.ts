import type { ComponentId } from '../machines/components';
import type { ModelEvent } from '../machines/events';
import type { Configuration } from '../machines/knobs';
import { repaired } from '../machines/repairs';
import { appContext, isIn, sessionContext, stateOf, type World } from './world';

/** An act from outside: the message it is, who gets it, and why it may make no sense now. */
export interface Act {
	/** What a button for it says. */
	readonly label: string;
	/** Acts of a person are known to the person; the world's own are not. */
	readonly by: 'person' | 'world';
	readonly message: (world: World) => { readonly to: ComponentId; readonly event: ModelEvent };
	/** One sentence that says why not now, or null when it can be done. */
	readonly refuse: (world: World) => string | null;
}

const always = () => null;
const appAway = (world: World) =>
	isIn(world, 'mainApp', 'beingReplaced')
		? 'The VPN app is being replaced and cannot be opened.'
		: isIn(world, 'mainApp', 'uninstalled')
			? 'The VPN app is not installed any more.'
			: null;

const byPerson = (act: string) => () => ({ to: 'person' as const, event: { type: 'act' as const, act } });

const person = (id: string, label: string, refuse: Act['refuse']): Act => ({
	label,
	by: 'person',
	message: byPerson(id),
	refuse
});
const world = (label: string, to: ComponentId, event: ModelEvent, refuse: Act['refuse']): Act => ({
	label,
	by: 'world',
	message: () => ({ to, event }),
	refuse
});

/** A switch in the app, moved to a position that it does not have yet. */
const edit = (setting: keyof Configuration, value: boolean, label: string): Act =>
	person(
		`editProfile:${setting}=${value ? 'on' : 'off'}`,
		label,
		(world) =>
			appAway(world) ??
			(appContext(world).settings[setting] === value
				? `The switch ${setting} is ${value ? 'on' : 'off'} already.`
				: null)
	);

const UPDATE_STATES = [
	'retryingLater',
	'requested',
	'tellingApp',
	'stoppingOldTunnel',
	'downloading',
	'waitingForConnectivity',
	'installing',
	'relaunching'
];
const noProfile = (world: World) =>
	sessionContext(world).saved === null ? 'There is no VPN profile in Settings.' : null;

const updating = (world: World) => UPDATE_STATES.includes(stateOf(world, 'appStoreUpdater'));

/** Whether an update begins only when the person asks for it. */
const updatesByHand = ({ knobs }: World) => knobs.updateSource === 'manual' || repaired(knobs, 'manualUpdates');
/** Whether the person has been warned and knows of every update, so that they can keep the VPN out of it. */
const keepsApart = (world: World) => repaired(world.knobs, 'disconnectsFirst') && updatesByHand(world);
const isOff = (world: World) =>
	isIn(world, 'sessionManager', 'invalid') ||
	(isIn(world, 'sessionManager', 'disconnected') && !sessionContext(world).armed);
const waitsForUpdate = (world: World) =>
	keepsApart(world) && updating(world)
		? 'The person heeds the app’s warning and connects when the update is over.'
		: null;

const update: Act = {
	label: 'Update the app',
	by: 'world',
	message: (world) =>
		updatesByHand(world)
			? { to: 'person', event: { type: 'act', act: 'update' } }
			: { to: 'appStoreUpdater', event: { type: 'update.request', source: world.knobs.updateSource } },
	refuse: (world) =>
		isIn(world, 'mainApp', 'uninstalled')
			? 'The VPN app is not installed any more, so there is nothing to update.'
			: updating(world)
				? 'An update is under way already.'
				: keepsApart(world) && !isOff(world)
					? 'The person heeds the app’s warning and disconnects before the update.'
					: null
};

/** Every act, by the name that scripts, links and the terminal use. */
export const ACTS = {
	connect: person(
		'connect',
		'Connect',
		(world) =>
			appAway(world) ??
			waitsForUpdate(world) ??
			(['noProfile', 'idle'].includes(stateOf(world, 'mainApp'))
				? null
				: 'The VPN app is connected already, or on its way.')
	),
	disconnect: person(
		'disconnect',
		'Disconnect',
		(world) =>
			appAway(world) ??
			(stateOf(world, 'mainApp') === 'disconnecting'
				? 'The VPN app is disconnecting already.'
				: stateOf(world, 'mainApp') === 'noProfile' ||
					  (stateOf(world, 'mainApp') === 'idle' && !sessionContext(world).armed)
					? 'The VPN is not connected.'
					: null)
	),
	'editProfile:includeAllNetworks=on': edit('includeAllNetworks', true, 'Flag on'),
	'editProfile:includeAllNetworks=off': edit('includeAllNetworks', false, 'Flag off'),
	'editProfile:excludeLocalNetworks=on': edit('excludeLocalNetworks', true, 'Exclude local networks'),
	'editProfile:excludeLocalNetworks=off': edit('excludeLocalNetworks', false, 'Include local networks'),
	'editProfile:onDemand=on': edit('onDemand', true, 'On-demand on'),
	'editProfile:onDemand=off': edit('onDemand', false, 'On-demand off'),
	safari: person('safari', 'Open a page', always),
	ping: person('ping', 'Ping 10.64.0.1', always),
	joinWifi: world('Join the Wi-Fi again', 'kernelRouter', { type: 'link.up' }, always),
	push: world('Send a push', 'pushNotifications', { type: 'push.arrive' }, always),
	update,
	cancelDownload: person('cancelDownload', 'Cancel the download', (world) => {
		const state = stateOf(world, 'appStoreUpdater');
		return ['requested', 'downloading', 'waitingForConnectivity'].includes(state)
			? null
			: 'No download is under way that could be cancelled.';
	}),
	toggleVpn: person(
		'toggleVpn',
		'Toggle the VPN',
		(world) =>
			noProfile(world) ??
			waitsForUpdate(world) ??
			(isIn(world, 'sessionManager', 'disconnecting') ||
			isIn(world, 'sessionManager', 'waitingForExit') ||
			isIn(world, 'sessionManager', 'toggledOn')
				? 'The VPN is stopping; Settings wait for it.'
				: null)
	),
	removeProfile: person('removeProfile', 'Remove the profile', noProfile),
	uninstall: person('uninstall', 'Uninstall the app', (world) =>
		isIn(world, 'mainApp', 'uninstalled') ? 'The VPN app is not installed any more.' : null
	),
	reboot: person('reboot', 'Reboot', always),
	crash: world('Crash the tunnel', 'tunnelProcess', { type: 'crash' }, (world) =>
		isIn(world, 'tunnelProcess', 'running') ? null : 'There is no tunnel process that could crash.'
	),
	relayDown: world('Relays down', 'relay', { type: 'relay.fail' }, (world) =>
		stateOf(world, 'relay') === 'up' ? null : 'The relays are down already.'
	),
	relayUp: world('Relays up', 'relay', { type: 'relay.recover' }, (world) =>
		stateOf(world, 'relay') === 'down' ? null : 'The relays are up already.'
	)
} as const satisfies Record<string, Act>;

/** The name of an act. */
export type ActId = keyof typeof ACTS;
/** Every act’s name, in the order of the table. */
export const ACT_IDS = Object.keys(ACTS) as ActId[];

/** Between the tap and the last part that hears of it, the phone is off. */
const isRestarting = (world: World) => world.pending.some(({ event }) => event.type === 'reboot');

/**
 * Why an act makes no sense in a world.
 * @param world as it is now
 * @param act its name
 * @returns one sentence, or null when it makes sense
 */
export const refusal = (world: World, act: ActId): string | null =>
	isRestarting(world) ? 'The phone is restarting.' : ACTS[act].refuse(world);
