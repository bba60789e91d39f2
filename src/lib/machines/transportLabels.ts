import type { Transport } from './knobs';

/** The ways that the tunnel process’s own traffic can take, and what makes it: said alike wherever it is chosen or told. */
export const TRANSPORT_LABELS = {
	userspaceStack: { short: 'around the kernel', by: 'userspace stack' },
	bsdSocket: { short: 'through the kernel', by: 'BSD socket, NWTCPConnection' },
	nwConnection: { short: 'through the kernel', by: 'NWConnection, requiredInterface' }
} as const satisfies Partial<Record<Transport, { readonly short: string; readonly by: string }>>;
