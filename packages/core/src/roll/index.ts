export * from './call.ts';
export * from './erase.ts';
export * from './sums.ts';
