export * from './judge.ts';
export * from './policy.ts';
