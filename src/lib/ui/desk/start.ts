/** With which run, and with which packet, the desk opens: the one that a message carries, or that a step made. */
export interface DeskStart {
	readonly run: number;
	readonly packet: { readonly message: number; readonly step: number } | null;
}
