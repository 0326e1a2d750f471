export * from './names.ts';
export * from './scan.ts';
export * from './stamp.ts';
