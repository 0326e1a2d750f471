/** What came of an import, for a person: needs nothing that reads. */
export { lacksArchive } from './lacks-archive.ts';
export type { Proof } from './proof.ts';
export { filesWords, originWords, proofLines, proofWords } from './words.ts';
export { proofLists, proofSums, type ProofList } from './lists.ts';
export { proofPage } from './page.ts';
