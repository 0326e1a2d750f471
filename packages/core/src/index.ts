export * from './cloud/index.ts';
export * from './device/index.ts';
export * from './group/index.ts';
export * from './library/index.ts';
export * from './plan/index.ts';
export * from './policy/index.ts';
export * from './roll/index.ts';
export * from './scan/index.ts';
