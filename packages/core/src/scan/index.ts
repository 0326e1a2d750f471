export * from './names.ts';
export * from './scan.ts';
