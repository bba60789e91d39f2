import type { ClaimId, Evidence, Fate } from './evidence';
import type { Configuration } from './knobs';
import type { Packet } from './packets';
import type { Repairable, RepairId } from './repairs';
import type { ShortWords } from './shortWords';

/** What the kernel router remembers, and all that its rules may look at. */
export interface KernelContext extends Repairable {
	/** The running configuration: what is in force, not what is saved (C18). */
	readonly inForce: Configuration | null;
	/** Whether the tunnel interface exists. */
	readonly utun: boolean;
	/** The host whose address the relay has, as far as the phone knows. A lying DNS answer changes it. */
	readonly relayAddress: 'relay' | 'website';
	/** The lease: whether the web site's range was handed out as the local network. */
	readonly lan: 'none' | 'honest' | 'coversWebsite';
	/** Connections that wait, in the order they came. */
	readonly held: readonly Packet[];
}

/** The states of the kernel router, as far as rules tell them apart. */
export type KernelState = 'noVpn' | 'tunnelDown' | 'tunnelUp';

/** What a rule does with a packet. */
export type RuleAction = 'utun' | 'physicalInterface' | 'localNetwork' | 'drop' | 'hold' | 'refuse';

/** A row of the table by which the kernel router decides. */
export interface Rule extends ShortWords {
	/** Its name in the design's table, as people read it. */
	readonly name: string;
	readonly when: string;
	/** The states of the kernel router in which it can hold. */
	readonly states: readonly KernelState[];
	readonly holds: (packet: Packet, kernel: KernelContext) => boolean;
	readonly then: RuleAction;
	readonly fate?: Fate;
	readonly evidence: Evidence;
	readonly claims: readonly ClaimId[];
	readonly source?: string;
	readonly text: (packet: Packet) => string;
	readonly moment?: string;
	/** A row that is there only where this repair has been made. */
	readonly repair?: RepairId;
	/** It looks at the flag: what put the configuration in force is a cause of what it decides. */
	readonly looksAtFlag?: true;
	/**
	 * It lets traffic wait or go out for want of a tunnel: such traffic asks for one (C27), and why there is none is a
	 * cause of what it decides.
	 */
	readonly wantsTunnel?: true;
	/** What it lets out leaves as it should; it is a leak while the person counts on a VPN. */
	readonly leaksWhileTrusted?: true;
}
