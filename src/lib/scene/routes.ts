import type { ComponentId } from '../machines/components';
import type { Pending } from '../sim/world';
import type { Layout, WireId } from './layout';
import type { Point } from './polyline';

const APP_WIRES: Partial<Record<ComponentId, WireId>> = {
	safari: 'safari',
	terminal: 'terminal',
	pushNotifications: 'push',
	mainApp: 'app',
	appStoreUpdater: 'updater'
};

const SESSION_WIRES: Partial<Record<ComponentId, WireId>> = {
	tunnelProcess: 'sessionTunnel',
	mainApp: 'sessionApp',
	appStoreUpdater: 'sessionUpdater',
	kernelRouter: 'sessionKernel'
};

type Way = readonly [WireId, 'forwards' | 'backwards'];
type Message = Pick<Pending, 'from' | 'to' | 'event'>;

/** Between the tunnel process and the kernel three wires run, each for its own kind of packet. */
function tunnelWire({ event }: Message): WireId {
	const packet = 'packet' in event ? event.packet : undefined;
	if (event.type === 'packet.read' || event.type === 'packet.write') return 'utun';
	return packet?.boundTo || event.type === 'interface.configure' || event.type === 'interface.remove'
		? 'ownVoice'
		: 'outer';
}

/** Whom a wire that ends outside the phone belongs to. */
const outsideWire = (host: ComponentId): WireId | null =>
	host === 'relay'
		? 'toRelay'
		: host === 'internet' || host === 'gateway'
			? 'toInternet'
			: host === 'accessPoint'
				? 'toAccessPoint'
				: null;

/** The wire that a message travels and in which direction, or null when it stays in its room. */
function wayOf(message: Message): Way | null {
	const { from, to } = message;
	if (from === to || from === 'person' || to === 'person') return null;
	if (from === 'tunnelProcess' && to === 'kernelRouter') return [tunnelWire(message), 'forwards'];
	if (from === 'kernelRouter' && to === 'tunnelProcess')
		return [tunnelWire(message), message.event.type === 'packet.read' ? 'forwards' : 'backwards'];
	if (from === 'sessionManager' && SESSION_WIRES[to]) return [SESSION_WIRES[to], 'forwards'];
	if (to === 'sessionManager' && SESSION_WIRES[from]) return [SESSION_WIRES[from], 'backwards'];
	if (from === 'appStoreUpdater' && to === 'mainApp') return ['updaterApp', 'forwards'];
	if (from === 'mainApp' && to === 'appStoreUpdater') return ['updaterApp', 'backwards'];
	if (to === 'kernelRouter' && APP_WIRES[from]) return [APP_WIRES[from], 'forwards'];
	if (from === 'kernelRouter' && APP_WIRES[to]) return [APP_WIRES[to], 'backwards'];
	return outsideWay(from, to);
}

function outsideWay(from: ComponentId, to: ComponentId): Way | null {
	const out = from === 'kernelRouter' ? outsideWire(to) : null;
	if (out) return [out, 'forwards'];
	const back = to === 'kernelRouter' ? outsideWire(from) : null;
	if (back) return [back, 'backwards'];
	const pair = [from, to];
	if (pair.includes('relay') && pair.includes('gateway'))
		return ['relayGateway', from === 'relay' ? 'forwards' : 'backwards'];
	if (pair.includes('relay') && pair.includes('internet'))
		return ['relayInternet', from === 'relay' ? 'forwards' : 'backwards'];
	// From the lying access point onwards: the last part of the wire to the internet.
	return from === 'accessPoint' ? ['toInternet', 'forwards'] : null;
}

/** The points that a message passes, from its sender’s room to its receiver’s, or null when it stays in its room. */
export function routeOf(layout: Layout, message: Message): readonly Point[] | null {
	const way = wayOf(message);
	if (!way) return null;
	const [wire, direction] = way;
	const points = extended(layout, wire, message);
	return direction === 'forwards' ? points : [...points].reverse();
}

/** Wires that end at the kernel's wall, and go on to its points; the others begin there. */
const TO_KERNEL: readonly WireId[] = ['safari', 'terminal', 'push', 'app', 'updater', 'ownVoice', 'outer'];
const FROM_KERNEL: readonly WireId[] = ['utun', 'toAccessPoint', 'toRelay', 'toInternet'];

/**
 * The wire with its ends led to where things happen inside the rooms: the encryption of the tunnel
 * process, the points of the kernel that every packet passes.
 */
function extended(layout: Layout, wire: WireId, { from }: Message): readonly Point[] {
	const bare = layout.wires[wire];
	const { encryption, points } = layout;
	if (wire === 'toInternet' && from === 'accessPoint') return bare.slice(-3);
	const inside =
		wire === 'outer'
			? [{ x: encryption.x + encryption.width / 2, y: bare[0]?.y ?? encryption.y }]
			: wire === 'ownVoice'
				? [{ x: (bare[0]?.x ?? 0) + 28, y: bare[0]?.y ?? 0 }]
				: [];
	const within =
		wire === 'utun' ? [{ x: bare.at(-1)?.x ?? encryption.x, y: encryption.y + encryption.height / 2 }] : [];
	return [
		...(FROM_KERNEL.includes(wire) ? [points] : []),
		...inside,
		...bare,
		...within,
		...(TO_KERNEL.includes(wire) ? [points] : [])
	];
}
