import { EVIDENCE_LEVELS, EVIDENCE } from '../../../src/lib/machines/evidence.ts';

/** The word that says how something is known, and nothing beside it. */
export const LEVEL = new RegExp(`^(${EVIDENCE_LEVELS.map((level) => EVIDENCE[level].name).join('|')})$`);
