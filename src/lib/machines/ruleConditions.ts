import type { Packet } from './packets';
import type { KernelContext } from './rule';

/** Whether the flag is in force. */
export const flagOn = (kernel: KernelContext) => kernel.inForce?.includeAllNetworks === true;
/** What the tunnel process sends into its own tunnel. */
export const isOwnVoice = (packet: Packet) => packet.sender === 'tunnelProcess' && packet.boundTo === 'utun';
/** To the web site, whose range a lie has made the local network. */
export const isLocal = (packet: Packet, kernel: KernelContext) =>
	packet.destination === 'website' && kernel.lan === 'coversWebsite';
/** Somebody else’s packet, to the address that the phone has for its relay. */
export const isForRelay = (packet: Packet, kernel: KernelContext) =>
	packet.sender !== 'tunnelProcess' && packet.destination === kernel.relayAddress;
