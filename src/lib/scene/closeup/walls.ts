import type { ComponentId } from '../../machines/components';
import type { Packet } from '../../machines/packets';
import { RULES, type Rule } from '../../machines/rules';
import type { TraceRecord } from '../../sim/traceRecord';
import type { Pending } from '../../sim/world';
import { LANES } from '../lanes';

/** What can stand at one side of a wall: a component, the waiting bay, what is outside the phone, or what nobody has done. */
export type SideId = ComponentId | 'bay' | 'outside' | 'environment';

/** The wall at which a moment happens: who is at its left and at its right. */
export interface Wall {
	readonly left: SideId;
	readonly right: SideId;
}

/** What arrives in a step: the message, or what a timer, a person or the environment does. */
export type Arrival = Pick<Pending, 'to' | 'event'> & { readonly from: Pending['from'] | 'environment' };

/** Left of two sides is whoever comes first here: who asks stands left, who decides stands right. */
const ORDER: readonly SideId[] = ['environment' as const, ...LANES].flatMap((id): readonly SideId[] =>
	id === 'kernelRouter' ? ['bay', id, 'outside'] : [id]
);

/** Whom a component deals with when it does something by itself. */
const OPPOSITE: Readonly<Record<ComponentId, SideId>> = {
	mainApp: 'sessionManager',
	tunnelProcess: 'kernelRouter',
	kernelRouter: 'outside',
	appStoreUpdater: 'sessionManager',
	sessionManager: 'tunnelProcess',
	safari: 'kernelRouter',
	terminal: 'kernelRouter',
	pushNotifications: 'kernelRouter',
	accessPoint: 'internet',
	relay: 'gateway',
	gateway: 'relay',
	internet: 'relay',
	person: 'mainApp'
};

const between = (one: SideId, other: SideId): Wall =>
	ORDER.indexOf(one) <= ORDER.indexOf(other) ? { left: one, right: other } : { left: other, right: one };

/** Whether two walls are the same one. */
export const isSameWall = (one: Wall, other: Wall): boolean => one.left === other.left && one.right === other.right;

/** The wall between the tunnel process and the kernel router, with its three openings. */
export const isTunnelWall = ({ left, right }: Wall): boolean => left === 'tunnelProcess' && right === 'kernelRouter';

/**
 * The wall at which a step is to be seen.
 * @param arrival what arrived
 * @param record what there is to tell of it
 * @returns who stands left and right of it
 */
export function wallOf(arrival: Arrival, record: TraceRecord): Wall {
	const { component } = record;
	if (arrival.from === 'environment') return between('environment', component);
	if (component === 'kernelRouter') return kernelWall(arrival, record);
	if (component === 'person') return between('person', arrival.from === 'person' ? 'mainApp' : arrival.from);
	if (arrival.from === 'person') return between('person', component);
	if (arrival.from === component) return between(component, OPPOSITE[component]);
	// What wants the network makes the session manager launch a tunnel, or not: that is where to look.
	if (component === 'sessionManager' && arrival.from === 'kernelRouter') return between(component, 'tunnelProcess');
	if (component === 'relay' && record.carries?.purpose === 'handshake' && arrival.from === 'kernelRouter')
		return between('kernelRouter', 'relay');
	if (component === 'relay')
		return between('relay', arrival.from === 'kernelRouter' ? onward(record.carries) : arrival.from);
	return between(component, arrival.from);
}

/** Behind the relay: the gateway, or the internet. */
function onward(packet: Packet | null): SideId {
	const inner = packet?.inner ?? packet;
	return inner && (inner.destination === 'website' || inner.destination === 'apple' || inner.destination === 'internet')
		? 'internet'
		: 'gateway';
}

/** What the kernel router decides is seen where it leads. */
function kernelWall({ from, event }: Arrival, { rule, carries }: TraceRecord): Wall {
	if (from === 'sessionManager') return between('sessionManager', 'kernelRouter');
	if (event.type === 'packet.inbound' && carries?.protocol !== 'wireguard') return between('kernelRouter', 'outside');
	if (from === 'tunnelProcess' || event.type === 'packet.inbound') return between('tunnelProcess', 'kernelRouter');
	const then = rule ? (RULES[rule] as Rule).then : null;
	switch (then) {
		case 'utun':
			return between('tunnelProcess', 'kernelRouter');
		case 'physicalInterface':
		case 'localNetwork':
			return between('kernelRouter', 'outside');
		case 'hold':
			return between('bay', 'outside');
		default:
			return between(from, from === 'kernelRouter' ? 'outside' : 'kernelRouter');
	}
}
