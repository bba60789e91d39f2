import { ADDRESSES } from '../machines/components';
import { PROCESS_NAMES } from '../capture/capturePoints';
import type { Layout } from './layout';
import type { Rect } from './polyline';

/** What a packet of somebody else’s capture says about where it was. */
export interface ImportedPacket {
	/** Empty where the file gives none. */
	readonly interfaceName: string;
	readonly source: string;
	readonly destination: string;
	readonly isWireGuard: boolean;
}

/** A place in the building, and why there. */
export interface ImportedPlace {
	readonly at: Rect;
	readonly says: string;
}

/** Names of tunnel interfaces and of physical ones, on Apple’s systems and on others. */
const TUNNEL = /^(utun|tun|wg|ppp|ipsec)\d*/i;
const PHYSICAL = /^(en|pdp_ip|ap|wlan|wlp|eth|enp|rvi)\d*/i;

/** Where in the building a packet of somebody else’s belongs, by its interface’s name or by its addresses; null when neither says. */
export function importedPlace(
	{ doors, rooms }: Layout,
	{ interfaceName, source, destination, isWireGuard }: ImportedPacket
): ImportedPlace | null {
	const inside = PROCESS_NAMES.find(([name]) => name === interfaceName);
	if (inside) return { at: rooms[inside[1]], says: `Its interface is called “${interfaceName}”.` };
	if (TUNNEL.test(interfaceName))
		return { at: doors.utun, says: `Its interface “${interfaceName}” is a tunnel’s, as utun4 is here.` };
	if (PHYSICAL.test(interfaceName))
		return { at: doors.en0, says: `Its interface “${interfaceName}” is a physical one, as en0 is here.` };
	if (isWireGuard)
		return { at: doors.en0, says: 'It is a message of WireGuard, and those leave by the physical interface.' };
	if ([source, destination].some((address) => address === ADDRESSES.gateway))
		return { at: doors.utun, says: `It is to or from ${ADDRESSES.gateway}, which exists inside the tunnel only.` };
	return null;
}

/** How much of the building is shown around a place, in units of the drawing, and how much at least on each side of it. */
const VIEW = { width: 240, height: 150 } as const;
const BESIDE = 12;

/** The part of the building around a place: as large as usual or as the place itself needs, and never beyond the drawing. */
export function frameAround({ width, height }: Layout, { at }: ImportedPlace): Rect {
	const part = {
		width: Math.min(width, Math.max(VIEW.width, at.width + 2 * BESIDE)),
		height: Math.min(height, Math.max(VIEW.height, at.height + 2 * BESIDE))
	};
	const along = (from: number, length: number, shown: number, whole: number) =>
		Math.min(Math.max(0, from + length / 2 - shown / 2), whole - shown);
	return { x: along(at.x, at.width, part.width, width), y: along(at.y, at.height, part.height, height), ...part };
}
