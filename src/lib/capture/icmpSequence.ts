import type { Packet, Purpose } from '../machines/packets';
import type { TraceRecord } from '../sim/traceRecord';

/** Counts the echo requests of each socket: a lost one counts as well, and a new process begins anew. */
export class IcmpSequence {
	readonly #sent = new Map<Purpose, number>();

	/** Hears what a step told of processes: with the tunnel process its socket is new. */
	hear(records: readonly TraceRecord[]): void {
		if (records.some(({ reason }) => reason === 'tunnel.launches')) this.#sent.delete('probe');
	}

	/** The number of an echo request that is made now, from 1; 0 for any other packet. */
	next({ protocol, purpose }: Packet): number {
		if (protocol !== 'icmp') return 0;
		const number = (this.#sent.get(purpose) ?? 0) + 1;
		this.#sent.set(purpose, number);
		return number;
	}
}
