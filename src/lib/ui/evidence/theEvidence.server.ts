import { evidenceDocument, type EvidenceDocument } from './evidenceDocument';

let known: EvidenceDocument | undefined;

/** All of it, made once while the site is built: it takes a few seconds of playing. */
export const theEvidence = (): EvidenceDocument => (known ??= evidenceDocument());
