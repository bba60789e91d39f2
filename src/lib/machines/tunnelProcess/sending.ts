import { messageTo, post, sendPacket } from '../actions';
import type { Packet } from '../packets';
import { raise } from './builder';
import { envelope, EXIT_HANDSHAKE, HANDSHAKE, type TunnelArgs } from './context';

/** Hands the packet that is made of context and event to the kernel: the ordinary way out of any process. */
export const throughKernel = (make: (args: TunnelArgs) => Packet) =>
	post((args: TunnelArgs) => messageTo('kernelRouter', { type: 'packet.send', packet: make(args) }));

/** Hands a packet to the userspace stack in the next region: the kernel never sees it (C21). */
export const throughStack = (make: (args: TunnelArgs) => Packet) =>
	raise((args) => ({
		type: 'stack.send',
		packet: make(args)
	}));

/** Sends one envelope for each of these packets. */
export const sendEnvelopes = (packets: (args: TunnelArgs) => readonly Packet[]) =>
	post((args: TunnelArgs) =>
		packets(args).map((inner) =>
			messageTo('kernelRouter', { type: 'packet.send', packet: envelope(args.context, inner) })
		)
	);

export const sendHandshake = sendPacket(HANDSHAKE);
export const sendExitHandshake = sendPacket(EXIT_HANDSHAKE);
