export * from './judge.ts';
export * from './month.ts';
export * from './policy.ts';
export * from './setting.ts';
export * from './settings.ts';
