import { NAMES, type ComponentId } from '../../machines/components';
import { PAGE_REQUEST, type Packet } from '../../machines/packets';
import { decide } from '../../machines/decision';
import type { KernelState, Rule, RuleAction } from '../../machines/rule';
import { RULES } from '../../machines/rules';
import { kernelContext, stateOf, type World } from '../../sim/world';
import type { RoomId } from '../layout';
import { roomLabels } from '../stateLabels';
import type { Tone } from './parts';
import type { SideId } from './walls';

/** What a chamber’s ground looks like. */
export type Ground = 'tunnel' | 'kernel' | 'app' | 'dim' | 'outside' | 'bay';

/** What stands at one side of the wall: its name, and what it says of itself or goes by. */
export interface Chamber {
	readonly id: SideId;
	readonly ground: Ground;
	readonly name: string;
	/** A state in words, or the rules that decided, those that did in a colour. */
	readonly lines: readonly { readonly text: string; readonly tone: Tone }[];
	/** Whether the lines are rules. */
	readonly isRules: boolean;
}

/** Names that are too long for the head of a chamber. */
const SHORT_NAMES: Partial<Record<SideId, string>> = {
	appStoreUpdater: 'updater',
	bay: 'waiting bay',
	outside: 'outside',
	environment: 'environment'
};

/** A component’s name in a picture: at most 15 letters. */
export const sideName = (id: SideId): string => SHORT_NAMES[id] ?? NAMES[id as ComponentId];

/** What a rule does, in the words of a chamber’s head. */
const ACTIONS: Readonly<Record<RuleAction, string>> = {
	utun: 'to utun4',
	physicalInterface: 'out by en0',
	localNetwork: 'out by en0',
	drop: 'drop',
	hold: 'hold',
	refuse: 'none'
};

const TONES: Readonly<Record<RuleAction, Tone>> = {
	utun: 'blue',
	physicalInterface: 'ink',
	localNetwork: 'ink',
	drop: 'red',
	hold: 'ink',
	refuse: 'ink'
};

/** A packet that the tunnel process binds to its own tunnel, and one for its relay: what its rules are about. */
const OWN_INTO_TUNNEL: Packet = {
	protocol: 'icmp',
	purpose: 'probe',
	sender: 'tunnelProcess',
	destination: 'gateway',
	segment: 'request',
	boundTo: 'utun'
};
const OWN_TO_RELAY: Packet = {
	protocol: 'wireguard',
	purpose: 'handshake',
	sender: 'tunnelProcess',
	destination: 'relay',
	segment: 'request'
};

/** What the kernel router does with a packet now, as a line of its head. */
function ruleLine(world: World, who: string, packet: Packet, decided: boolean): Chamber['lines'][number] {
	const { then }: Rule = RULES[decide(packet, stateOf(world, 'kernelRouter') as KernelState, kernelContext(world))];
	const leaves = then === 'physicalInterface' || then === 'localNetwork';
	const passes = packet === OWN_TO_RELAY ? leaves : packet === OWN_INTO_TUNNEL && then === 'utun';
	const what = passes ? 'pass' : ACTIONS[then];
	return { text: `${who}: ${what}`, tone: decided ? TONES[then] : 'mute' };
}

/** Who asks, in a rule’s line. */
const whose = ({ sender }: Packet): string => (sender === 'kernelRouter' ? 'system' : sideName(sender));

/**
 * The rules that matter at a wall, as they are now.
 * @param world as it is now
 * @param packet the one that was decided about, if one was
 * @param own whether the tunnel process stands at the other side
 */
function rulesAt(world: World, packet: Packet | null, own: boolean): Chamber['lines'] {
	if (stateOf(world, 'kernelRouter') === 'noVpn') return [{ text: 'no VPN in force', tone: 'mute' }];
	const isOthers = packet !== null && packet.sender !== 'tunnelProcess';
	if (!own) return [ruleLine(world, isOthers ? whose(packet) : 'any app', isOthers ? packet : PAGE_REQUEST, true)];
	return [
		isOthers
			? ruleLine(world, whose(packet), packet, true)
			: ruleLine(world, 'own, into utun4', OWN_INTO_TUNNEL, packet?.boundTo === 'utun'),
		ruleLine(world, 'own, to the relay', OWN_TO_RELAY, packet?.protocol === 'wireguard')
	];
}

const grounds: Partial<Record<SideId, Ground>> = {
	tunnelProcess: 'tunnel',
	kernelRouter: 'kernel',
	bay: 'bay',
	gateway: 'tunnel',
	relay: 'outside',
	accessPoint: 'outside',
	internet: 'outside',
	outside: 'outside',
	environment: 'outside',
	person: 'outside'
};

function groundOf(id: SideId, world: World): Ground {
	if (id === 'tunnelProcess' && stateOf(world, 'tunnelProcess') === 'absent') return 'dim';
	return grounds[id] ?? 'app';
}

const SAID: Partial<Record<SideId, string>> = {
	outside: 'by en0',
	gateway: '10.64.0.1',
	person: 'at the screen',
	environment: 'nobody has asked',
	internet: 'web site and Apple'
};

/**
 * One side of a wall.
 * @param id who stands there
 * @param world as it is now
 * @param packet what the kernel router decided about, if it did
 * @param own whether the tunnel process stands at the other side
 * @returns its name and lines
 */
export function chamberOf(id: SideId, world: World, packet: Packet | null, own: boolean): Chamber {
	const base = { id, ground: groundOf(id, world), name: sideName(id) };
	if (id === 'kernelRouter') return { ...base, lines: rulesAt(world, packet, own), isRules: true };
	const text =
		id === 'bay' ? waitingLine(world) : (SAID[id] ?? roomLabels(world, id as RoomId).state.replace(' through ', ', '));
	return { ...base, lines: text === '' ? [] : [{ text, tone: 'mute' }], isRules: false };
}

const COUNTS = ['empty', 'one waiting', 'two waiting', 'three waiting', 'four waiting'];
const waitingLine = (world: World): string => {
	const { length } = kernelContext(world).held;
	return COUNTS[length] ?? `${length} waiting`;
};
