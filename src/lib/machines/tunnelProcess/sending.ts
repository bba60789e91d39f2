import type { Packet } from '../packets';
import { IPC_MS } from '../timings';
import { raise } from './builder';
import { envelope, EXIT_HANDSHAKE, HANDSHAKE, type TunnelArgs } from './context';

/** Hands a packet to the kernel: the ordinary way out of any process. */
export const throughKernel = (make: (args: TunnelArgs) => Packet) => ({
	type: 'post' as const,
	params: (args: TunnelArgs) => ({
		to: 'kernelRouter' as const,
		event: { type: 'packet.send' as const, packet: make(args) },
		delayMs: IPC_MS
	})
});

/** Hands a packet to the userspace stack in the next region: the kernel never sees it (C21). */
export const throughStack = (make: (args: TunnelArgs) => Packet) =>
	raise((args) => ({
		type: 'stack.send',
		packet: make(args)
	}));

/** Sends one envelope for each of these packets. */
export const sendEnvelopes = (packets: (args: TunnelArgs) => readonly Packet[]) => ({
	type: 'post' as const,
	params: (args: TunnelArgs) =>
		packets(args).map((inner) => ({
			to: 'kernelRouter' as const,
			event: { type: 'packet.send' as const, packet: envelope(args.context, inner) },
			delayMs: IPC_MS
		}))
});

export const sendHandshake = throughKernel(() => HANDSHAKE);
export const sendExitHandshake = throughKernel(() => EXIT_HANDSHAKE);
