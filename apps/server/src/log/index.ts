export type { Details } from './details.ts';
export type { Level } from './level.ts';
export { openLog, type Log, type LogFormat } from './log.ts';
