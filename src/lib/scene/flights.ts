import { bisector } from 'd3-array';
import { easeCubicInOut } from 'd3-ease';
import type { ModelEvent } from '../machines/events';
import { describePacket, isOwn, type Packet } from '../machines/packets';
import { present } from '../sim/history';
import { believesProtected, kernelContext, tunnelContext } from '../sim/world';
import type { DrawnPacket, DrawnSlip, Flights, Glyph } from './drawables';
import type { Layout } from './layout';
import { along, centre } from './polyline';
import { routeOf } from './routes';
import { isAssumed, shownMs, stepsAt, type Flight, type Timeline } from './timeline';

/** Messages that are shown as a slip of paper, and what is written on it. */
export const SLIPS: Partial<Record<ModelEvent['type'], readonly [string, DrawnSlip['tone']]>> = {
	'send.ok': ['send: OK', 'ok'],
	'send.error': ['send: error', 'wait'],
	'connection.waiting': ['not ready', 'wait'],
	'connection.ready': ['ready', 'ok'],
	'connection.cancel': ['cancel', 'signal'],
	'traffic.wantsNetwork': ['on demand', 'signal'],
	startTunnel: ['startTunnel', 'signal'],
	stopTunnel: ['stopTunnel', 'signal'],
	SIGTERM: ['SIGTERM', 'wait'],
	'tunnel.up': ['up', 'ok'],
	'tunnel.down': ['down', 'wait'],
	'tunnel.exited': ['exited', 'signal'],
	'profile.activate': ['in force', 'signal'],
	'profile.deactivate': ['not in force', 'signal'],
	'profile.save': ['save profile', 'signal'],
	startVPNTunnel: ['start', 'signal'],
	stopVPNTunnel: ['stop', 'signal'],
	'update.stopTunnel': ['stop the tunnel', 'wait'],
	'update.tunnelStopped': ['stopped', 'signal'],
	'update.installed': ['installed', 'ok'],
	'update.cancelled': ['cancelled', 'signal'],
	'app.replace': ['replace', 'wait'],
	'app.install': ['new version', 'ok']
};

/** A packet’s glyph. */
export const glyphOf = (packet: Packet): Glyph => ({
	shape: packet.inner ? glyphOf(packet.inner).shape : packet.protocol === 'wireguard' ? 'handshake' : packet.protocol,
	envelopes: packet.protocol === 'wireguard' ? (packet.layers ?? 1) : 0
});

/** How far a flight has come at this play time, 0 to 1, or null when it is not in the air. */
function progress({ playMs, history }: Timeline, { departs, arrives, message }: Flight, nowMs: number): number | null {
	const begin = playMs[departs] ?? 0;
	if (nowMs < begin) return null;
	if (arrives !== null) {
		const end = playMs[arrives] ?? begin;
		return nowMs >= end ? null : easeCubicInOut((nowMs - begin) / (end - begin));
	}
	// Never delivered: lost with the phone’s power, or still on its way where the history ends.
	if (!present(history).pending.some(({ id }) => id === message.id)) return null;
	return Math.min(0.8, (nowMs - begin) / shownMs(message.dueMs - message.sentMs));
}

/** Steps between two lists of open flights. */
const BLOCK = 64;

const blocks = new WeakMap<Timeline, readonly (readonly Flight[])[]>();

/** For every block of steps the flights that are open at its beginning: made once a timeline. */
function blocksOf(timeline: Timeline): readonly (readonly Flight[])[] {
	const known = blocks.get(timeline);
	if (known) return known;
	const count = Math.floor(timeline.history.entries.length / BLOCK) + 1;
	const made = Array.from({ length: count }, (): Flight[] => []);
	for (const flight of timeline.flights) {
		const last = flight.arrives ?? timeline.history.entries.length;
		for (let block = Math.floor(flight.departs / BLOCK) + 1; block * BLOCK <= last && block < count; block++)
			made[block]?.push(flight);
	}
	blocks.set(timeline, made);
	return made;
}

const byDeparture = bisector(({ departs }: Flight) => departs);

/** The flights that are open after so many steps; what it costs does not grow with the history. */
function open(timeline: Timeline, steps: number): readonly Flight[] {
	const block = Math.floor(steps / BLOCK);
	const { flights } = timeline;
	const since = flights.slice(byDeparture.left(flights, block * BLOCK), byDeparture.left(flights, steps));
	return [...(blocksOf(timeline)[block] ?? []), ...since].filter(
		({ departs, arrives }) => departs < steps && (arrives === null || arrives >= steps)
	);
}

/**
 * What is under way at a play time, and where it is.
 * @param timeline a run, laid out for watching
 * @param layout where rooms and wires are
 * @param nowMs the play time, in ms
 * @param knownOnly leaves out what is assumed
 * @returns packets, each of which can be opened, and messages as slips
 */
export function flightsAt(timeline: Timeline, layout: Layout, nowMs: number, knownOnly = false): Flights {
	const packets: DrawnPacket[] = [];
	const slips: DrawnSlip[] = [];
	for (const flight of open(timeline, stepsAt(timeline, nowMs))) {
		const cause = timeline.history.entries[flight.departs];
		if (knownOnly && cause && isAssumed(cause)) continue;
		const t = progress(timeline, flight, nowMs);
		const route = t === null ? null : routeOf(layout, flight.message);
		if (t === null || !route) continue;
		const { id, event } = flight.message;
		const at = along(route, t);
		const slip = SLIPS[event.type];
		if (slip) slips.push({ key: id, at, text: slip[0], tone: slip[1] });
		else if ('packet' in event) {
			packets.push({
				key: id,
				at,
				...glyphOf(event.packet),
				leaking: leaks(timeline, flight),
				name: describePacket(event.packet),
				packet: event.packet,
				step: flight.message.cause
			});
		}
	}
	return { packets: [...packets, ...insideTunnelProcess(timeline, layout, nowMs)], slips };
}

/** How long a packet takes from the userspace stack to encryption, in ms of play time. */
const HANDOVER_MS = 650;

/** Packets between the userspace stack and encryption: they never leave the process, so no message carries them. */
function insideTunnelProcess(timeline: Timeline, { stack, encryption }: Layout, nowMs: number): DrawnPacket[] {
	const { history, playMs } = timeline;
	const drawn: DrawnPacket[] = [];
	for (let i = stepsAt(timeline, nowMs) - 1; i >= 0 && nowMs - (playMs[i] ?? 0) < HANDOVER_MS; i--) {
		const { records = [] } = history.entries[i] ?? {};
		const opened = records.find(({ reason }) => reason === 'wireguard.forStack')?.carries?.inner;
		const ways = [
			[packetsBuiltIn(timeline, i), [centre(stack), centre(encryption)]] as const,
			[opened ? [opened] : [], [centre(encryption), centre(stack)]] as const
		];
		const t = easeCubicInOut((nowMs - (playMs[i] ?? 0)) / HANDOVER_MS);
		// One step may hand packets over in both directions, and several in one; they go one behind the other.
		ways.forEach(([packets, route], way) =>
			packets.forEach((packet, n) => {
				const at = along(route, Math.max(0, t - 0.25 * n));
				drawn.push({
					key: -1 - MOST_AT_ONCE * (2 * i + way) - n,
					at,
					...glyphOf(packet),
					leaking: false,
					name: describePacket(packet),
					packet,
					step: i
				});
			})
		);
	}
	return drawn;
}

/** As many packets as one step hands over in one direction at most: WireGuard stages no more. */
const MOST_AT_ONCE = 8;

/** What the stack has built in a step, in order: the packets in envelopes that this step posted, and those that it staged for later ones. */
function packetsBuiltIn({ history, flights }: Timeline, entry: number): Packet[] {
	const { world, records = [] } = history.entries[entry] ?? {};
	const built = records.filter(({ reason }) => reason === 'stack.muxes').length;
	if (built === 0 || !world) return [];
	const sent = flights
		.slice(byDeparture.left(flights, entry), byDeparture.right(flights, entry))
		.flatMap(({ message: { event } }) =>
			'packet' in event && event.packet.inner?.api === 'userspaceStack' ? [event.packet.inner] : []
		);
	return [
		...sent,
		...tunnelContext(world)
			.staged.filter(({ api }) => api === 'userspaceStack')
			.slice(sent.length - built)
	].slice(0, built);
}

/** In the clear outside the wall, while a profile is meant to protect it. */
export function leaks(
	{ history }: Pick<Timeline, 'history'>,
	{ departs, message: { from, to, event } }: Flight
): boolean {
	const entry = history.entries[departs];
	if (!entry || !('packet' in event) || event.packet.protocol === 'wireguard' || event.packet.purpose === 'lease')
		return false;
	const outside = ['internet', 'accessPoint'].includes(from) || ['internet', 'accessPoint', 'gateway'].includes(to);
	const inTunnel = from === 'relay' || to === 'relay' || (event.type === 'packet.arrive' && event.from === 'relay');
	const unawares = isOwn(event.packet) && believesProtected(entry.world);
	return (
		outside &&
		!inTunnel &&
		event.packet.purpose !== 'relayLookup' &&
		(kernelContext(entry.world).inForce !== null || unawares)
	);
}
