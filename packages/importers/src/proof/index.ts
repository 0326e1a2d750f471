/** What came of an import, for a person: needs nothing that reads. */
export { lacksArchive } from './lacks-archive.ts';
export type { Proof } from './proof.ts';
export { filesWords } from './counted.ts';
export { proofLines } from './lines.ts';
export { originWords, proofWords } from './words.ts';
export { proofLists, proofSums, type ProofList } from './lists.ts';
export { proofPage } from './page.ts';
