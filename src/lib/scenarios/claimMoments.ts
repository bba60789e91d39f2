import type { KnownClaim } from '../machines/claims';
import type { ScenarioId } from './scenarios';
import type { FigureId } from './figureSpecs';

/** Where a claim can be seen: a moment of a scenario, in the figure of its chapter. */
export interface ClaimMoment {
	readonly figure: FigureId;
	readonly scenario: ScenarioId;
	readonly moment: string;
}

const at = (figure: FigureId, scenario: ScenarioId, moment: string): ClaimMoment => ({ figure, scenario, moment });

/** Each claim that the model shows, with the moment at which a record names it. A test plays them all. */
export const CLAIM_MOMENTS: Partial<Record<KnownClaim, ClaimMoment>> = {
	C01: at('the-lying-network', 'localnet-flag-off', 'A LocalNet leak'),
	C03: at('the-lying-network', 'join-flag-on', 'Exempt by design'),
	C04: at('alive', 'alive', 'The gateway answers'),
	C05: at('alive', 'alive', 'A peer is to be negotiated'),
	C06: at('alive', 'alive', 'The tunnel process starts'),
	C07: at('alive', 'alive', 'NWTCPConnection'),
	C08: at('alive', 'alive', 'The tunnel is up'),
	C09: at('flip-the-flag', 'probes-flag-on', 'A packet vanishes'),
	C10: at('flip-the-flag', 'negotiation-flag-on', 'The connection waits'),
	C11: at('who-may-speak', 'no-probes-flag-on', 'Declared up, unprobed'),
	C12: at('who-may-speak', 'no-probes-flag-on', 'The terminal gets its reply'),
	C13: at('holding-it-harder', 'nw-connection-flag-on', 'The connection waits'),
	C14: at('holding-it-harder', 'nw-connection-flag-on', 'NWConnection'),
	C15: at('holding-it-harder', 'negotiation-flag-on', 'No peer, no tunnel'),
	C16: at('one-request', 'one-request', 'Into the envelope'),
	C17: at('one-request', 'one-request', 'A profile is in force'),
	C18: at('one-request', 'edit-running', 'Saved, not in force'),
	C19: at('one-request', 'one-request', 'The tunnel is up'),
	C20: at('one-request', 'one-request', 'Into its own tunnel'),
	C21: at('around-the-kernel', 'userspace-flag-on', 'An echo request, built by itself'),
	C22: at('around-the-kernel', 'userspace-flag-on', 'A SYN, built by itself'),
	C23: at('around-the-kernel', 'userspace-flag-on', 'For the stack'),
	C24: at('around-the-kernel', 'two-peers-flag-on', 'A second peer'),
	C25: at('around-the-kernel', 'userspace-flag-on', 'The tunnel is up'),
	C26: at('the-update', 'update-flag-on', 'A connection waits'),
	C27: at('the-update', 'crash-flag-on', 'On demand'),
	C28: at('the-update', 'update-flag-off', 'The new tunnel starts'),
	C29: at('the-update', 'update-flag-off', 'A leak'),
	C30: at('the-update', 'update-flag-on', 'The circle closes'),
	C31: at('the-way-out', 'exit-cancel-toggle', 'A way out'),
	C32: at('the-way-out', 'exit-reboot', 'Reboot'),
	C33: at('the-way-out', 'exit-remove-profile', 'Removed, in vain'),
	C34: at('the-way-out', 'locked-push', 'No push either'),
	C35: at('the-way-out', 'update-flag-on', 'The update begins'),
	C36: at('the-way-out', 'update-flag-on', 'The app falls silent')
};
