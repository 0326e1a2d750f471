export { group } from './group.ts';
export type { Burst, GroupedAsset, GroupFile, Grouping, Member, Unclear } from './file.ts';
