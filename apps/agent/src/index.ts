import { inWords } from './state-trouble.ts';
import type { accountClose as accountClosePlainly, accountKeep as accountKeepPlainly } from './commands/account.ts';
import type {
  conditions as conditionsPlainly,
  conditionsClear as conditionsClearPlainly,
  conditionsSet as conditionsSetPlainly,
} from './commands/conditions.ts';
import type { cloudSpace as cloudSpacePlainly, cloudSpaceTrash as cloudSpaceTrashPlainly } from './commands/cloud-space.ts';
import type { devices as devicesPlainly } from './commands/devices.ts';
import type { doctor as doctorPlainly } from './commands/doctor/doctor.ts';
import type { heldAnswer as heldAnswerPlainly, heldList as heldListPlainly } from './commands/held.ts';
import type { evict as evictPlainly } from './commands/evict.ts';
import type { get as getPlainly } from './commands/get.ts';
import type { pin as pinPlainly, pins as pinsPlainly, unpin as unpinPlainly } from './commands/pin.ts';
import type { storage as storagePlainly } from './commands/storage.ts';
import type { forget as forgetPlainly, keep as keepPlainly } from './commands/keep.ts';
import type { link as linkPlainly } from './commands/link.ts';
import type { lostForget as lostForgetPlainly, lostList as lostListPlainly } from './commands/lost.ts';
import type { ls as lsPlainly } from './commands/ls.ts';
import type { joinPair as joinPairPlainly, splitPair as splitPairPlainly } from './commands/pair.ts';
import type { restart as restartPlainly } from './commands/restart.ts';
import type {
  pause as pausePlainly,
  resume as resumePlainly,
  settingsGet as settingsGetPlainly,
  settingsSet as settingsSetPlainly,
  syncNow as syncNowPlainly,
} from './commands/settings.ts';
import type { serviceInstall as serviceInstallPlainly } from './commands/service.ts';
import type { status as statusPlainly } from './commands/status.ts';
import type { sync as syncPlainly } from './commands/sync.ts';
import type {
  trashEmpty as trashEmptyPlainly,
  trashList as trashListPlainly,
  trashRestore as trashRestorePlainly,
} from './commands/trash.ts';
import type { undo as undoPlainly } from './commands/undo.ts';
import type { unlink as unlinkPlainly } from './commands/unlink.ts';
import type { update as updatePlainly } from './commands/update/update.ts';
import type { version as versionPlainly } from './commands/update/version.ts';
import type { verify as verifyPlainly } from './commands/verify.ts';
import type { verifyErase as verifyErasePlainly } from './commands/erase.ts';
import type { receiptCheck as receiptCheckPlainly } from './commands/receipt-check.ts';
import type { why as whyPlainly } from './commands/why.ts';
import type { importPhotos as importPhotosPlainly } from './commands/import/import.ts';
import type { exportLibrary as exportLibraryPlainly } from './commands/export/export.ts';
import type { inspect as inspectPlainly } from './commands/inspect.ts';
import type { inspectFolder as inspectFolderPlainly } from './commands/inspect-folder.ts';
import type { icloudDoctor as icloudDoctorPlainly } from './commands/icloud/icloud-doctor.ts';

type Command<O, Io> = (options: O, io: Io) => Promise<number>;

/** A command is loaded when it is run: what one of them needs, the others do not wait for. */
function loaded<O, Io>(load: () => Promise<Command<O, Io>>): Command<O, Io> {
  return async (options, io) => (await load())(options, io);
}

/** The same of a command that works with a device's state folder. */
function ofDevice<O extends { readonly home: string }, Io>(load: () => Promise<Command<O, Io>>): Command<O, Io> {
  return inWords(loaded(load));
}

/** The device agent, as the program `rollcall` runs it: one function per command. Each gives the exit code. */
export const accountClose: typeof accountClosePlainly = ofDevice(async () => (await import('./commands/account.ts')).accountClose);
export const accountKeep: typeof accountKeepPlainly = ofDevice(async () => (await import('./commands/account.ts')).accountKeep);
export const conditions: typeof conditionsPlainly = ofDevice(async () => (await import('./commands/conditions.ts')).conditions);
export const conditionsClear: typeof conditionsClearPlainly = ofDevice(
  async () => (await import('./commands/conditions.ts')).conditionsClear,
);
export const conditionsSet: typeof conditionsSetPlainly = ofDevice(async () => (await import('./commands/conditions.ts')).conditionsSet);
export const cloudSpace: typeof cloudSpacePlainly = ofDevice(async () => (await import('./commands/cloud-space.ts')).cloudSpace);
export const cloudSpaceTrash: typeof cloudSpaceTrashPlainly = ofDevice(
  async () => (await import('./commands/cloud-space.ts')).cloudSpaceTrash,
);
export const devices: typeof devicesPlainly = ofDevice(async () => (await import('./commands/devices.ts')).devices);
export const doctor: typeof doctorPlainly = ofDevice(async () => (await import('./commands/doctor/doctor.ts')).doctor);
export const heldAnswer: typeof heldAnswerPlainly = ofDevice(async () => (await import('./commands/held.ts')).heldAnswer);
export const heldList: typeof heldListPlainly = ofDevice(async () => (await import('./commands/held.ts')).heldList);
export const forget: typeof forgetPlainly = ofDevice(async () => (await import('./commands/keep.ts')).forget);
export const keep: typeof keepPlainly = ofDevice(async () => (await import('./commands/keep.ts')).keep);
export const link: typeof linkPlainly = ofDevice(async () => (await import('./commands/link.ts')).link);
export const lostForget: typeof lostForgetPlainly = ofDevice(async () => (await import('./commands/lost.ts')).lostForget);
export const lostList: typeof lostListPlainly = ofDevice(async () => (await import('./commands/lost.ts')).lostList);
export const ls: typeof lsPlainly = ofDevice(async () => (await import('./commands/ls.ts')).ls);
export const joinPair: typeof joinPairPlainly = ofDevice(async () => (await import('./commands/pair.ts')).joinPair);
export const splitPair: typeof splitPairPlainly = ofDevice(async () => (await import('./commands/pair.ts')).splitPair);
export const pause: typeof pausePlainly = ofDevice(async () => (await import('./commands/settings.ts')).pause);
export const restart: typeof restartPlainly = ofDevice(async () => (await import('./commands/restart.ts')).restart);
export const resume: typeof resumePlainly = ofDevice(async () => (await import('./commands/settings.ts')).resume);
export const settingsGet: typeof settingsGetPlainly = ofDevice(async () => (await import('./commands/settings.ts')).settingsGet);
export const settingsSet: typeof settingsSetPlainly = ofDevice(async () => (await import('./commands/settings.ts')).settingsSet);
export const syncNow: typeof syncNowPlainly = ofDevice(async () => (await import('./commands/settings.ts')).syncNow);
export const serviceInstall: typeof serviceInstallPlainly = ofDevice(async () => (await import('./commands/service.ts')).serviceInstall);
export const status: typeof statusPlainly = ofDevice(async () => (await import('./commands/status.ts')).status);
export const sync: typeof syncPlainly = ofDevice(async () => (await import('./commands/sync.ts')).sync);
export const trashEmpty: typeof trashEmptyPlainly = ofDevice(async () => (await import('./commands/trash.ts')).trashEmpty);
export const trashList: typeof trashListPlainly = ofDevice(async () => (await import('./commands/trash.ts')).trashList);
export const trashRestore: typeof trashRestorePlainly = ofDevice(async () => (await import('./commands/trash.ts')).trashRestore);
export const undo: typeof undoPlainly = ofDevice(async () => (await import('./commands/undo.ts')).undo);
export const unlink: typeof unlinkPlainly = ofDevice(async () => (await import('./commands/unlink.ts')).unlink);
export const verify: typeof verifyPlainly = ofDevice(async () => (await import('./commands/verify.ts')).verify);
export const verifyErase: typeof verifyErasePlainly = ofDevice(async () => (await import('./commands/erase.ts')).verifyErase);
export const receiptCheck: typeof receiptCheckPlainly = ofDevice(async () => (await import('./commands/receipt-check.ts')).receiptCheck);
export const why: typeof whyPlainly = ofDevice(async () => (await import('./commands/why.ts')).why);
export const inspect: typeof inspectPlainly = loaded(async () => (await import('./commands/inspect.ts')).inspect);
export const inspectFolder: typeof inspectFolderPlainly = loaded(async () => (await import('./commands/inspect-folder.ts')).inspectFolder);
export const icloudDoctor: typeof icloudDoctorPlainly = loaded(
  async () => (await import('./commands/icloud/icloud-doctor.ts')).icloudDoctor,
);
export const evict: typeof evictPlainly = ofDevice(async () => (await import('./commands/evict.ts')).evict);
export const get: typeof getPlainly = ofDevice(async () => (await import('./commands/get.ts')).get);
export const pin: typeof pinPlainly = ofDevice(async () => (await import('./commands/pin.ts')).pin);
export const pins: typeof pinsPlainly = ofDevice(async () => (await import('./commands/pin.ts')).pins);
export const unpin: typeof unpinPlainly = ofDevice(async () => (await import('./commands/pin.ts')).unpin);
export const storage: typeof storagePlainly = ofDevice(async () => (await import('./commands/storage.ts')).storage);
export const importPhotos: typeof importPhotosPlainly = ofDevice(async () => (await import('./commands/import/import.ts')).importPhotos);
export const exportLibrary: typeof exportLibraryPlainly = ofDevice(async () => (await import('./commands/export/export.ts')).exportLibrary);
export const update: typeof updatePlainly = loaded(async () => (await import('./commands/update/update.ts')).update);
export const version: typeof versionPlainly = loaded(async () => (await import('./commands/update/version.ts')).version);
