export * from './deletion.ts';
export * from './from-afar.ts';
export * from './place.ts';
export * from './silence.ts';
export * from './switched-off.ts';
export * from './words.ts';
