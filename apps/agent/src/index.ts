import { inWords } from './state-trouble.ts';
import {
  conditions as conditionsPlainly,
  conditionsClear as conditionsClearPlainly,
  conditionsSet as conditionsSetPlainly,
} from './commands/conditions.ts';
import { devices as devicesPlainly } from './commands/devices.ts';
import { doctor as doctorPlainly } from './commands/doctor/doctor.ts';
import { heldAnswer as heldAnswerPlainly, heldList as heldListPlainly } from './commands/held.ts';
import { forget as forgetPlainly, keep as keepPlainly } from './commands/keep.ts';
import { link as linkPlainly } from './commands/link.ts';
import { lostForget as lostForgetPlainly, lostList as lostListPlainly } from './commands/lost.ts';
import { ls as lsPlainly } from './commands/ls.ts';
import { joinPair as joinPairPlainly, splitPair as splitPairPlainly } from './commands/pair.ts';
import { restart as restartPlainly } from './commands/restart.ts';
import {
  pause as pausePlainly,
  resume as resumePlainly,
  settingsGet as settingsGetPlainly,
  settingsSet as settingsSetPlainly,
  syncNow as syncNowPlainly,
} from './commands/settings.ts';
import { status as statusPlainly } from './commands/status.ts';
import { sync as syncPlainly } from './commands/sync.ts';
import { trashEmpty as trashEmptyPlainly, trashList as trashListPlainly, trashRestore as trashRestorePlainly } from './commands/trash.ts';
import { undo as undoPlainly } from './commands/undo.ts';
import { unlink as unlinkPlainly } from './commands/unlink.ts';
import { verify as verifyPlainly } from './commands/verify.ts';
import { why as whyPlainly } from './commands/why.ts';

export { inspect } from './commands/inspect.ts';
export { inspectFolder } from './commands/inspect-folder.ts';

/** The device agent, as the program `rollcall` runs it: one function per command. Each gives the exit code. */
export const conditions: typeof conditionsPlainly = inWords(conditionsPlainly);
export const conditionsClear: typeof conditionsClearPlainly = inWords(conditionsClearPlainly);
export const conditionsSet: typeof conditionsSetPlainly = inWords(conditionsSetPlainly);
export const devices: typeof devicesPlainly = inWords(devicesPlainly);
export const doctor: typeof doctorPlainly = inWords(doctorPlainly);
export const heldAnswer: typeof heldAnswerPlainly = inWords(heldAnswerPlainly);
export const heldList: typeof heldListPlainly = inWords(heldListPlainly);
export const forget: typeof forgetPlainly = inWords(forgetPlainly);
export const keep: typeof keepPlainly = inWords(keepPlainly);
export const link: typeof linkPlainly = inWords(linkPlainly);
export const lostForget: typeof lostForgetPlainly = inWords(lostForgetPlainly);
export const lostList: typeof lostListPlainly = inWords(lostListPlainly);
export const ls: typeof lsPlainly = inWords(lsPlainly);
export const joinPair: typeof joinPairPlainly = inWords(joinPairPlainly);
export const splitPair: typeof splitPairPlainly = inWords(splitPairPlainly);
export const pause: typeof pausePlainly = inWords(pausePlainly);
export const restart: typeof restartPlainly = inWords(restartPlainly);
export const resume: typeof resumePlainly = inWords(resumePlainly);
export const settingsGet: typeof settingsGetPlainly = inWords(settingsGetPlainly);
export const settingsSet: typeof settingsSetPlainly = inWords(settingsSetPlainly);
export const syncNow: typeof syncNowPlainly = inWords(syncNowPlainly);
export const status: typeof statusPlainly = inWords(statusPlainly);
export const sync: typeof syncPlainly = inWords(syncPlainly);
export const trashEmpty: typeof trashEmptyPlainly = inWords(trashEmptyPlainly);
export const trashList: typeof trashListPlainly = inWords(trashListPlainly);
export const trashRestore: typeof trashRestorePlainly = inWords(trashRestorePlainly);
export const undo: typeof undoPlainly = inWords(undoPlainly);
export const unlink: typeof unlinkPlainly = inWords(unlinkPlainly);
export const verify: typeof verifyPlainly = inWords(verifyPlainly);
export const why: typeof whyPlainly = inWords(whyPlainly);
