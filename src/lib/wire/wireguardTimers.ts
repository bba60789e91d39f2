/** WireGuard’s timers, in ms. WireGuard paper §6.1. */

/** An unanswered handshake is tried again after so long. */
export const REKEY_TIMEOUT_MS = 5_000;
/** At this age of a key a new handshake is made. */
export const REKEY_AFTER_MS = 120_000;
