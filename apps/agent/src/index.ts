/** The device agent, as the program `rollcall` runs it: one function per command. Each gives the exit code. */
export { conditions, conditionsClear, conditionsSet } from './commands/conditions.ts';
export { devices } from './commands/devices.ts';
export { heldAnswer, heldList } from './commands/held.ts';
export { forget, keep } from './commands/keep.ts';
export { link } from './commands/link.ts';
export { lostForget, lostList } from './commands/lost.ts';
export { ls } from './commands/ls.ts';
export { joinPair, splitPair } from './commands/pair.ts';
export { pause, resume, settingsGet, settingsSet, syncNow } from './commands/settings.ts';
export { status } from './commands/status.ts';
export { sync } from './commands/sync.ts';
export { trashEmpty, trashList, trashRestore } from './commands/trash.ts';
export { undo } from './commands/undo.ts';
export { unlink } from './commands/unlink.ts';
export { verify } from './commands/verify.ts';
export { why } from './commands/why.ts';
