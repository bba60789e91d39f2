/**
 * How many snapshots and answers of machines are remembered before the cache starts anew: some twenty times what the
 * checker asks for the largest phone, and a few megabytes.
 */
export const MAX_CACHE_ENTRIES = 1 << 14;
