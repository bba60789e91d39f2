/** When model time 0 is, in ms since 1970: 1 February 2025, 00:00 UTC. A date must be in a capture and in a handshake; this one is ours. */
export const CAPTURE_EPOCH_MS = 1_738_368_000_000;
