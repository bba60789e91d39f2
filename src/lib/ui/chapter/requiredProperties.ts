import type { PropertyId } from '../../check/check';

/** What the smallest repair has to keep unless the reader says otherwise: no leak, no lockout, and updates that complete. */
export const REQUIRED_PROPERTIES: readonly PropertyId[] = ['noLeak', 'noLockout', 'updateCompletes'];
