/** What came of an import, for a person: needs nothing that reads. */
export type { Proof } from './proof.ts';
export { filesWords, leftByWhy, leftWords, originWords, proofLines, proofWords, type ProofLine } from './words.ts';
export { proofPage } from './page.ts';
