import type { Evidence, Fate } from '../../machines/evidence';
import type { ModelEvent } from '../../machines/events';
import { REASONS } from '../../machines/reasons';
import { RULES, type Rule, type RuleAction } from '../../machines/rules';
import type { Packet } from '../../machines/packets';
import { messageLabel } from '../messageLabels';
import type { Happening } from './episode';
import type { Shape, Tone } from './parts';

/** What a happening is, as far as the drawing tells them apart. */
export type Deed =
	/** A packet is made: by a socket, or by the userspace stack. */
	| 'makes'
	| 'builds'
	/** The kernel router decides. */
	| RuleAction
	/** WireGuard puts into an envelope, shakes hands, opens. */
	| 'seals'
	| 'shakes'
	| 'opens'
	/** An envelope comes in; a packet comes out of utun, or reaches its receiver. */
	| 'comesIn'
	| 'comesOut'
	| 'receives'
	/** A call returns; a connection reports its state. */
	| 'returns'
	/** A message that is no packet. */
	| 'calls'
	/** Something that nobody sent: a timer, a decision. */
	| 'acts';

/** One thing that happened, ready to be drawn. */
export interface Beat {
	readonly deed: Deed;
	/** A step of the sentence, at most 18 letters. */
	readonly label: string;
	/** The outcome in large words. */
	readonly short: string;
	readonly cause: string;
	/** How what is told is known, and how the large words are. */
	readonly evidence: Evidence;
	readonly shortEvidence: Evidence;
	readonly tone: Tone;
	readonly fate: Fate | null;
	readonly packet: Packet | null;
	readonly happening: Happening;
}

const MAKES = /^(icmp\.sendsEcho|tcp\.(connects|asks|closes|peer)|tunnel\.looksUp)/;
const BUILDS = /^(icmp\.buildsEcho|tcp\.buildsSyn)/;
const SEALS = /^wireguard\.(encrypts|session|exitSession|stages)/;
const SHAKES = /^wireguard\.initiates/;
const OPENS = /^(wireguard\.for|relay\.(opens|entryOpens))/;

function deedOf({ arrival, record }: Happening): Deed {
	const { event } = arrival;
	const reason = record.reason ?? '';
	if (record.rule) return (RULES[record.rule] as Rule).then;
	if (BUILDS.test(reason)) return 'builds';
	if (MAKES.test(reason)) return 'makes';
	if (SHAKES.test(reason)) return 'shakes';
	if (SEALS.test(reason) || reason === 'relay.wraps') return 'seals';
	if (OPENS.test(reason)) return 'opens';
	if (event.type === 'packet.inbound' && record.component === 'kernelRouter') return 'comesIn';
	if (event.type === 'packet.write') return 'comesOut';
	if (event.type.startsWith('send.') || event.type === 'connection.waiting') return 'returns';
	if (event.type.startsWith('packet.')) return 'receives';
	return arrival.from === arrival.to || event.type.startsWith('xstate.') ? 'acts' : 'calls';
}

/** What the large words of a leak are, whatever rule let it out. */
const LEAKED = 'leaves outside';

const BLUE: readonly Fate[] = ['delivered'];
const RED: readonly Fate[] = ['vanished', 'leaked'];

/**
 * A happening as it is drawn.
 * @param happening what happened
 * @returns words, tone and packet
 */
export function beatOf(happening: Happening): Beat {
	const { record, arrival } = happening;
	const reason = record.reason ? REASONS[record.reason] : null;
	const fate = record.packet?.fate ?? null;
	const deed = deedOf(happening);
	const short = fate === 'leaked' ? LEAKED : (reason?.short ?? (record.refused ? 'not now' : 'nobody there'));
	return {
		deed,
		label: labelOf(deed, happening, short),
		short,
		cause: reason?.cause ?? (record.refused ? 'that makes no sense here' : 'whom it was for is gone'),
		evidence: record.evidence,
		// Where what the sentence says is only assumed, so are the short words.
		shortEvidence:
			(fate === 'leaked' || record.evidence !== reason?.evidence ? undefined : reason.shortEvidence) ?? record.evidence,
		tone: fate && RED.includes(fate) ? 'red' : fate && BLUE.includes(fate) ? 'blue' : 'ink',
		fate,
		packet: record.carries ?? ('packet' in arrival.event ? arrival.event.packet : null),
		happening
	};
}

/** Calls and returns whose usual label is too long here. */
const CALLS: Partial<Record<ModelEvent['type'], string>> = {
	'send.ok': 'send: OK',
	'send.error': 'send: error',
	'connection.waiting': 'waiting',
	'connection.ready': 'ready',
	'toggle.tap': 'the VPN switch',
	'disconnect.tap': 'Disconnect',
	'connect.tap': 'Connect',
	'cancel.tap': 'Cancel',
	'connection.cancel': 'cancel',
	'profile.edit': 'a setting',
	'profile.activate': 'in force',
	'profile.deactivate': 'not in force',
	'traffic.wantsNetwork': 'network wanted'
};

const DEED_LABELS: Partial<Record<Deed, string>> = {
	utun: 'into utun4',
	physicalInterface: 'out by en0',
	localNetwork: 'out by en0',
	seals: 'sealed',
	shakes: 'asks for keys',
	opens: 'opened',
	comesIn: 'comes in by en0',
	comesOut: 'out of utun4'
};

function labelOf(deed: Deed, { arrival, record }: Happening, short: string): string {
	if (deed === 'calls' || deed === 'returns') return CALLS[arrival.event.type] ?? messageLabel(arrival.event);
	if (deed === 'makes' || deed === 'builds') return madeBy(deed, record.reason ?? '');
	return DEED_LABELS[deed] ?? short;
}

/** What the tunnel process makes, by the reason that tells of it. */
const MADE: readonly (readonly [RegExp, string])[] = [
	[/^icmp/, 'the probe'],
	[/^tunnel/, 'a DNS question'],
	[/asks/, 'a TCP request'],
	[/peer|closes/, 'TCP: FIN'],
	[/./, 'a SYN']
];

function madeBy(deed: 'makes' | 'builds', reason: string): string {
	const what = MADE.find(([pattern]) => pattern.test(reason))?.[1] ?? 'a packet';
	return deed === 'builds' ? `builds ${what.replace('the ', 'a ')}` : what;
}

/** The shape of what a beat is about; where it carries no packet, its reason tells what is made. */
export function shapeOfBeat({ packet, happening: { record } }: Beat): Shape {
	if (packet && packet.purpose !== 'handshake') return shapeOf(packet);
	const reason = record.reason ?? '';
	return reason.startsWith('tcp.') ? 'tcp' : reason.startsWith('tunnel.looksUp') ? 'udp' : 'icmp';
}

/** The shape of a packet’s innermost protocol. */
export function shapeOf(packet: Packet | null): Shape {
	if (!packet) return 'icmp';
	if (packet.inner) return shapeOf(packet.inner);
	return packet.protocol === 'wireguard' ? 'handshake' : packet.protocol;
}

/** What a packet is called in a step, at most 15 letters. */
export function packetLabel(packet: Packet): string {
	if (packet.inner) return 'an envelope';
	const answer = packet.segment === 'reply' || packet.segment === 'SYN, ACK';
	switch (packet.purpose) {
		case 'page':
			return answer ? 'the page' : 'a page request';
		case 'push':
			return answer ? 'a push' : 'a push line';
		case 'download':
			return answer ? 'a piece of it' : 'the download';
		case 'terminalPing':
			return answer ? 'an echo reply' : 'a ping';
		case 'probe':
			return answer ? 'the reply' : 'the probe';
		case 'negotiation':
			return `TCP ${packet.segment}`;
		case 'lease':
			return answer ? 'DHCP: a lease' : 'DHCP: lease?';
		case 'relayLookup':
			return answer ? 'DNS: answer' : 'DNS: relay?';
		case 'handshake':
			return answer ? 'its response' : 'a handshake';
		case 'envelope':
			return 'an envelope';
	}
}
