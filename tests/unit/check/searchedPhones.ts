/**
 * Phones that are explored whole in a moment and between them need every state, every field and every repair: those in
 * which the search of `underReduction.ts` looks for worlds that differ, and whose worlds `canonicalSnapshot.test.ts`
 * compares with and without reduction.
 */
import { boundsFor, type Bounds } from '../../../src/lib/check/bounds.ts';
import { Explorer } from '../../../src/lib/check/explorer.ts';
import type { Exploration } from '../../../src/lib/check/exploration.ts';
import type { Reductions } from '../../../src/lib/check/canonicalSnapshot.ts';
import { Tables, THE_MODEL } from '../../../src/lib/check/tables.ts';
import { RELEASED_APP, type Knobs } from '../../../src/lib/machines/knobs.ts';
import type { ActId } from '../../../src/lib/sim/acts.ts';

export interface SearchedPhone {
	readonly name: string;
	readonly knobs: Knobs;
	readonly bounds: Bounds;
}

export const FLAG_OFF: Knobs = { ...RELEASED_APP, safariTraffic: 'quiet' };
export const FLAG_ON: Knobs = { ...FLAG_OFF, includeAllNetworks: true };

export const phone = (name: string, knobs: Knobs, acts: readonly ActId[]): SearchedPhone => ({
	name,
	knobs,
	bounds: { ...boundsFor(knobs), acts }
});

export const SEARCHED_PHONES: readonly SearchedPhone[] = [
	phone('flag on, two peers, two relays', { ...FLAG_ON, ephemeralPeer: 'quantum', multihop: true }, [
		'connect',
		'disconnect',
		'update'
	]),
	phone(
		'flag on, a lying resolver, a peer that cannot be had',
		{ ...FLAG_ON, network: 'serverIp', transport: 'bsdSocket', ephemeralPeer: 'quantum' },
		['connect', 'disconnect', 'update']
	),
	phone(
		'flag on, a lying lease, local networks excluded',
		{ ...FLAG_ON, network: 'localNet', excludeLocalNetworks: true },
		['connect', 'toggleVpn', 'safari', 'push']
	),
	phone('flag on, removal', FLAG_ON, ['connect', 'update', 'removeProfile', 'uninstall', 'safari']),
	phone('flag on, ways out', FLAG_ON, ['connect', 'update', 'cancelDownload', 'toggleVpn']),
	phone('flag on, pings', { ...FLAG_ON, transport: 'noProbes' }, ['connect', 'disconnect', 'ping']),
	phone('flag on, no probes, on-demand off', { ...FLAG_ON, transport: 'noProbes', onDemand: false }, [
		'connect',
		'disconnect',
		'update',
		'removeProfile'
	]),
	phone('flag on, the app told before', { ...FLAG_ON, repairs: ['toldBefore'] }, [
		'connect',
		'disconnect',
		'update',
		'uninstall',
		'cancelDownload'
	]),
	phone('flag on, download first', { ...FLAG_ON, repairs: ['downloadFirst'] }, [
		'connect',
		'update',
		'removeProfile',
		'cancelDownload'
	]),
	phone('flag on, the old tunnel allowed', { ...FLAG_ON, repairs: ['oldTunnelMayStart'] }, [
		'connect',
		'update',
		'removeProfile',
		'cancelDownload'
	]),
	phone(
		'flag on, dropped for the update, a lying resolver',
		{ ...FLAG_ON, network: 'serverIp', repairs: ['flagDropped'] },
		['connect', 'toggleVpn', 'update', 'safari']
	),
	phone('flag off', { ...FLAG_OFF, transport: 'bsdSocket' }, ['connect', 'disconnect', 'update', 'safari']),
	phone('flag off, a page that keeps itself fresh', { ...FLAG_OFF, transport: 'bsdSocket', safariTraffic: 'steady' }, [
		'connect',
		'disconnect',
		'update'
	]),
	phone(
		'flag off, a lying resolver, two peers, two relays',
		{ ...FLAG_OFF, network: 'serverIp', transport: 'bsdSocket', ephemeralPeer: 'quantum', multihop: true },
		['connect', 'disconnect', 'safari', 'update']
	)
];

export const explore = ({ knobs, bounds }: SearchedPhone, reductions?: Reductions): Exploration =>
	new Explorer(knobs, bounds, new Tables(THE_MODEL, reductions)).run();
