export * from './counts.ts';
export * from './moved.ts';
export * from './hold.ts';
export * from './overwrite.ts';
export * from './pair.ts';
export * from './plan.ts';
export * from './rehash.ts';
export * from './rows.ts';
