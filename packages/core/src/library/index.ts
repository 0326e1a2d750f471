export { decide } from './decide.ts';
export { deedsOf, type Deed } from './deeds.ts';
export { describe, fieldsOf } from './fields.ts';
export { inverse, type Inverse, type Standing } from './inverse.ts';
export { kindOf } from './resources.ts';
export { needs, type Needs } from './needs.ts';
export { purged } from './state.ts';
export { recreate, unpurge, type PurgedAsset } from './unpurge.ts';
export type { AssetRows, Context, Decision, JournalEntry, Rows, RowWrite } from './rows.ts';
