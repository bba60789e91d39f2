import type { ComponentId } from '../machines/components';
import type { ModelEvent } from '../machines/events';
import type { Configuration } from '../machines/knobs';
import type { PersonActId } from '../machines/person';
import { repaired } from '../machines/repairs';
import { appContext, hasTag, isIn, sessionContext, stateOf, type World } from './world';

/** Where the lab offers an act: with what a person does, what the environment does, or the edits of the profile. */
export type ActGroup = 'person' | 'environment' | 'profile';

/** An act from outside: the message it is, who gets it, and why it may make no sense now. */
export interface Act {
	/** What a button for it says. */
	readonly label: string;
	readonly group: ActGroup;
	/** Acts of a person are known to the person; those of the environment are not. */
	readonly by: 'person' | 'environment';
	/** Whether the checker tries it: always, or only where no open page keeps itself fresh. */
	readonly tried: 'always' | 'quiet' | 'never';
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

const byPerson = (act: PersonActId) => ({ to: 'person' as const, event: { type: 'act' as const, act } });

type Told = Pick<Act, 'label' | 'tried'>;
const person = (id: PersonActId, told: Told, refuse: Act['refuse'], group: ActGroup = 'person'): Act => ({
	...told,
	group,
	by: 'person',
	message: () => byPerson(id),
	refuse
});
const environment = (told: Told, to: ComponentId, event: ModelEvent, refuse: Act['refuse']): Act => ({
	...told,
	group: 'environment',
	by: 'environment',
	message: () => ({ to, event }),
	refuse
});

/** A switch in the app, moved to a position that it does not have yet. */
const edit = (setting: keyof Configuration, value: boolean, label: string): Act =>
	person(
		`editProfile:${setting}=${value ? 'on' : 'off'}`,
		{ label, tried: 'never' },
		(world) =>
			appAway(world) ??
			(appContext(world).settings[setting] === value
				? `The switch ${setting} is ${value ? 'on' : 'off'} already.`
				: null),
		'profile'
	);

const noProfile = (world: World) =>
	sessionContext(world).saved === null ? 'There is no VPN profile in Settings.' : null;

const updating = (world: World) => hasTag(world, 'appStoreUpdater', 'updating');

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
	group: 'environment',
	by: 'environment',
	tried: 'always',
	message: (world) =>
		updatesByHand(world)
			? byPerson('update')
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

/** Every act, by the name that scripts, links and the terminal use; the checker tries them in this order. */
export const ACTS = {
	connect: person(
		'connect',
		{ label: 'Connect', tried: 'always' },
		(world) =>
			appAway(world) ??
			waitsForUpdate(world) ??
			(['noProfile', 'idle'].includes(stateOf(world, 'mainApp'))
				? null
				: 'The VPN app is connected already, or on its way.')
	),
	disconnect: person(
		'disconnect',
		{ label: 'Disconnect', tried: 'always' },
		(world) =>
			appAway(world) ??
			(stateOf(world, 'mainApp') === 'disconnecting'
				? 'The VPN app is disconnecting already.'
				: stateOf(world, 'mainApp') === 'noProfile' ||
					  (stateOf(world, 'mainApp') === 'idle' && !sessionContext(world).armed)
					? 'The VPN is not connected.'
					: null)
	),
	toggleVpn: person(
		'toggleVpn',
		{ label: 'Toggle the VPN', tried: 'always' },
		(world) =>
			noProfile(world) ??
			waitsForUpdate(world) ??
			(isIn(world, 'sessionManager', 'disconnecting') ||
			isIn(world, 'sessionManager', 'waitingForExit') ||
			isIn(world, 'sessionManager', 'toggledOn')
				? 'The VPN is stopping; Settings wait for it.'
				: null)
	),
	removeProfile: person('removeProfile', { label: 'Remove the profile', tried: 'always' }, noProfile),
	uninstall: person('uninstall', { label: 'Uninstall the app', tried: 'always' }, (world) =>
		isIn(world, 'mainApp', 'uninstalled') ? 'The VPN app is not installed any more.' : null
	),
	cancelDownload: person('cancelDownload', { label: 'Cancel the download', tried: 'always' }, (world) => {
		const state = stateOf(world, 'appStoreUpdater');
		return ['requested', 'downloading', 'waitingForConnectivity'].includes(state)
			? null
			: 'No download is under way that could be cancelled.';
	}),
	update,
	reboot: person('reboot', { label: 'Reboot', tried: 'always' }, always),
	safari: person('safari', { label: 'Open a page', tried: 'quiet' }, always),
	ping: person('ping', { label: 'Ping 10.64.0.1', tried: 'never' }, always),
	push: environment({ label: 'Send a push', tried: 'quiet' }, 'pushNotifications', { type: 'push.arrive' }, always),
	joinWifi: environment({ label: 'Join the Wi-Fi again', tried: 'never' }, 'kernelRouter', { type: 'link.up' }, always),
	crash: environment({ label: 'Crash the tunnel', tried: 'never' }, 'tunnelProcess', { type: 'crash' }, (world) =>
		isIn(world, 'tunnelProcess', 'running') ? null : 'There is no tunnel process that could crash.'
	),
	relayDown: environment({ label: 'Relays down', tried: 'never' }, 'relay', { type: 'relay.fail' }, (world) =>
		stateOf(world, 'relay') === 'up' ? null : 'The relays are down already.'
	),
	relayUp: environment({ label: 'Relays up', tried: 'never' }, 'relay', { type: 'relay.recover' }, (world) =>
		stateOf(world, 'relay') === 'down' ? null : 'The relays are up already.'
	),
	'editProfile:includeAllNetworks=on': edit('includeAllNetworks', true, 'Flag on'),
	'editProfile:includeAllNetworks=off': edit('includeAllNetworks', false, 'Flag off'),
	'editProfile:excludeLocalNetworks=on': edit('excludeLocalNetworks', true, 'Exclude local networks'),
	'editProfile:excludeLocalNetworks=off': edit('excludeLocalNetworks', false, 'Include local networks'),
	'editProfile:onDemand=on': edit('onDemand', true, 'On-demand on'),
	'editProfile:onDemand=off': edit('onDemand', false, 'On-demand off')
} as const satisfies Readonly<Record<PersonActId, Act>> & Readonly<Record<string, Act>>;

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
