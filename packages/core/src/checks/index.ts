export * from './cures.ts';
export * from './elsewhere.ts';
export * from './facts.ts';
export * from './gather.ts';
export * from './place.ts';
export * from './seven.ts';
export * from './warn.ts';
export * from './warning.ts';
