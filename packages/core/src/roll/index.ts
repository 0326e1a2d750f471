export * from './call.ts';
export * from './sums.ts';
