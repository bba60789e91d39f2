import type { Packet } from './packets';
import type { Configuration, Knobs } from './knobs';

/** Outcomes that the evidence leaves open: each is a choice, never a coin. */
export type OutcomeId = 'toggleRestores' | 'retryAfterReboot';

/** NEVPNStatus, in Apple's words. */
export type VpnStatus = 'invalid' | 'disconnected' | 'connecting' | 'connected' | 'disconnecting';

/** Every message that one machine can send to another, or a person to a machine. */
export type ModelEvent =
	| PacketEvent
	| ProfileEvent
	| TunnelEvent
	| UpdateEvent
	| PersonEvent
	| RegionEvent
	| { type: 'outcome'; outcome: OutcomeId; value: boolean }
	| { type: 'link.up' }
	| { type: 'reboot' };

/** Packets on the wires between rooms. */
export type PacketEvent =
	/** A process hands a packet to the kernel. */
	| { type: 'packet.send'; packet: Packet }
	/** The kernel hands the tunnel process what came out of utun (packetFlow or the descriptor, C19). */
	| { type: 'packet.read'; packet: Packet }
	/** The tunnel process writes a decrypted packet back into utun (C16). */
	| { type: 'packet.write'; packet: Packet }
	/** A packet reaches somebody outside the phone. */
	| { type: 'packet.arrive'; packet: Packet; from: 'kernelRouter' | 'relay' | 'accessPoint' }
	/** An answer on its way back reaches the relay. */
	| { type: 'packet.return'; packet: Packet }
	/** A packet comes in by the physical interface. */
	| { type: 'packet.inbound'; packet: Packet }
	/** A WireGuard message reaches the tunnel process. */
	| { type: 'packet.datagram'; packet: Packet }
	/** A packet reaches the process it is for. */
	| { type: 'packet.receive'; packet: Packet }
	/** What the send call returned to the caller. */
	| { type: 'send.ok'; packet: Packet }
	| { type: 'send.error'; packet: Packet }
	/** The kernel tells the sender that its connection has to wait. */
	| { type: 'connection.waiting'; packet: Packet }
	/** The kernel tells the sender that its connection is ready, and what was held goes on (C26). */
	| { type: 'connection.ready'; packet: Packet }
	/** The sender gives a waiting connection up. */
	| { type: 'connection.cancel'; packet: Packet };

/** The packet that an event carries, or undefined when it carries none. */
export const packetIn = (event: ModelEvent): Packet | undefined => ('packet' in event ? event.packet : undefined);

/** The packet that an event carries. Throws when it carries none: a transition has been given an event of another kind. */
export function packetOf(event: ModelEvent): Packet {
	const packet = packetIn(event);
	if (!packet) throw new Error(`The event ${event.type} carries no packet.`);
	return packet;
}

/** The profile and what is in force. */
export type ProfileEvent =
	| { type: 'profile.edit'; change: Partial<Configuration> }
	/** `edits` says that it changes a profile that is there, and creates none. */
	| { type: 'profile.save'; configuration: Configuration; edits?: true }
	| { type: 'profile.remove' }
	| { type: 'profile.removed' }
	| { type: 'profile.activate'; configuration: Configuration }
	/** `unasked`: no person has ended the session. */
	| { type: 'profile.deactivate'; unasked?: true };

/** The life of the tunnel. */
export type TunnelEvent =
	| { type: 'startVPNTunnel' }
	| { type: 'stopVPNTunnel' }
	| { type: 'startTunnel' }
	| { type: 'stopTunnel' }
	| { type: 'SIGTERM' }
	| { type: 'crash' }
	| { type: 'interface.configure'; relayAddress: 'relay' | 'website' }
	| { type: 'interface.remove' }
	| { type: 'tunnel.up' }
	| { type: 'tunnel.down' }
	/** The tunnel process’s own probe was answered. In life the app asks for this by IPC; here it is told. */
	| { type: 'tunnel.answered' }
	/** iOS shows its VPN symbol in the status bar. */
	| { type: 'symbol.show' }
	| { type: 'tunnel.exited' }
	| { type: 'traffic.wantsNetwork'; packet: Packet }
	| { type: 'status.change'; status: VpnStatus };

/** The life of an update. */
export type UpdateEvent =
	| { type: 'update.request'; source: Knobs['updateSource'] }
	| { type: 'update.stopTunnel' }
	| { type: 'update.tunnelStopped' }
	| { type: 'update.installed' }
	| { type: 'update.relaunched' }
	| { type: 'update.cancelled' }
	/** Repaired: the app is told before it is replaced, and answers when it has disconnected. */
	| { type: 'update.announced' }
	| { type: 'update.appReady' }
	| { type: 'app.replace' }
	| { type: 'app.install' }
	| { type: 'app.restore' }
	| { type: 'app.remove' };

/** What a person, or the world outside, does. */
export type PersonEvent =
	| { type: 'act'; act: string }
	| { type: 'connect.tap' }
	| { type: 'disconnect.tap' }
	| { type: 'toggle.tap' }
	| { type: 'cancel.tap' }
	| { type: 'uninstall.tap' }
	| { type: 'page.open' }
	| { type: 'ping.type' }
	| { type: 'push.arrive' }
	| { type: 'relay.fail' }
	| { type: 'relay.recover' };

/** Raised by one region of the tunnel process for the others; they never leave it. */
export type RegionEvent =
	| { type: 'regions.start' }
	| { type: 'regions.reset' }
	| { type: 'regions.stop' }
	| { type: 'probe.begin' }
	| { type: 'probe.answered' }
	| { type: 'probe.lost' }
	| { type: 'peer.negotiate' }
	| { type: 'peer.negotiated' }
	| { type: 'tcp.open' }
	| { type: 'tcp.established' }
	| { type: 'tcp.silence' }
	| { type: 'tcp.request' }
	| { type: 'tcp.closed' }
	| { type: 'stack.send'; packet: Packet }
	| { type: 'encrypt'; packet: Packet };
