export { standsFor, type BurstFrame } from './bursts.ts';
export { EDITED_WORDS, editedStemOf } from './file-names.ts';
export { group } from './group.ts';
export { beginningsBeside, photosBeside, sidecarRole } from './sidecars.ts';
export type { Burst, GroupedAsset, GroupFile, Grouping, Member, Unclear } from './file.ts';
