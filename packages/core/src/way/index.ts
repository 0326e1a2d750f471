export * from './judge.ts';
export * from './seen.ts';
export * from './stuck.ts';
