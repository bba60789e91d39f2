import { concat } from './bytes';
import { paddingTo } from './values';

/** WireGuard paper §5.4.6: packets are filled up with zeros to a multiple of this, in bytes. */
export const PADDING_UNIT = 16;

/** What is encrypted of a packet: the packet and the zeros behind it. WireGuard paper §5.4.6. */
export function withPadding(packet: Uint8Array, mtu = Infinity): Uint8Array {
	const padding = Math.max(0, Math.min(paddingTo(PADDING_UNIT, packet.length), mtu - packet.length));
	return concat(packet, new Uint8Array(padding));
}
