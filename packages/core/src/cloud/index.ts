export * from './ask.ts';
export * from './chain.ts';
export * from './collect.ts';
export * from './cursor.ts';
export * as ledger from './ledger.ts';
export { freeOf, type LedgerEntry, type Sums } from './ledger.ts';
export * from './time.ts';
