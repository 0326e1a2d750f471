import { openDevice, removeHome, type Device } from '../device.ts';
import { takeDevice } from '../lock.ts';
import { readMarker, removeMarker } from '../folder/marker.ts';
import { compressedIn } from '../folder/compressed-in.ts';
import { folderOfDamaged } from '../folder/of-damaged-home.ts';
import { stateTrouble, StateTrouble } from '../state-trouble.ts';
import { closingTrouble } from '@rollcall/core';
import { areWords, countWords, dayWords, sizeWords, tellReason } from '@rollcall/protocol';
import { lookAround } from '../conditions/look-around.ts';
import { bringHere, wantedOf } from './bring.ts';
import type { GlanceAhead } from './glance.ts';
import { freeInFull } from '../engine/device-room.ts';
import { Reserve } from '../work/reserve.ts';
import { linkTrouble } from '../work/trouble.ts';
import { complain, EXIT, notLinked, say, type HomeOptions, type Io } from './io.ts';

export interface UnlinkOptions extends HomeOptions {
  /** What becomes of photos that are compressed here: their originals are brought first, or stay in the cloud alone. Absent: the person is asked. */
  readonly compressed?: 'download' | 'leave';
}

/** Ends this device; its photos stay where they are, and those that are compressed here are brought in full first, unless the person leaves them so. */
export async function unlink(options: UnlinkOptions, io: Io): Promise<number> {
  const device = opened(options.home);
  if (device === 'damaged') return unlinkDamaged(options, io);
  if (!device) return notLinked(io, options.home);
  const lock = await takeDevice(options.home);
  if (!lock) {
    device.close();
    complain(io, 'the agent of this device is running. Stop it first (Ctrl-C, or SIGTERM), then unlink.');
    return EXIT.needsYou;
  }
  const stays = await bringFirst(device, options, io).catch((error: unknown) => {
    if (stateTrouble(error, options.home)?.of !== 'file') throw error;
    return 'damaged' as const;
  });
  if (stays === 'damaged') {
    const { folder } = device.identity;
    device.close();
    lock.release();
    return unlinkDamaged(options, io, folder);
  }
  if (stays !== null) {
    device.close();
    lock.release();
    return stays;
  }
  const { folder, deviceId, server } = device.identity;
  try {
    const answer = await device.connection.call('revokeDevice', { params: { deviceId }, body: {} });
    if (!answer.ok && answer.refusal.code === 'signed-out')
      complain(
        io,
        'the server was not told, as the token of this device could not be had. Remove it there as well: Devices, in the web app.',
      );
    else if (!answer.ok && answer.refusal.status !== 401 && answer.refusal.status !== 404) complain(io, answer.refusal.words);
  } catch (error) {
    const { code, evidence } = linkTrouble(error);
    const why = tellReason({ code, since: 0, evidence }).words;
    complain(io, `${why} The device is ended here all the same. Remove it at ${server} as well: Devices, in the web app.`);
  }
  device.close();
  if (readMarker(folder)?.deviceId === deviceId) removeMarker(folder);
  lock.release();
  removeHome(options.home);
  say(io, `${folder} is no longer a device. Its photos are where they were.`);
  return EXIT.ok;
}

/** Null: nothing is compressed here any more, or it is left so. Else the device stays, with this exit code. */
async function bringFirst(device: Device, { home, compressed }: UnlinkOptions, io: Io): Promise<number | null> {
  const { store } = device;
  const { files, bytes, originals } = store.storage.sums().compressed;
  if (files === 0) return null;
  const closing = closingTrouble(store)?.evidence['date'];
  const ends = typeof closing === 'number' ? ` the library closes on ${dayWords(closing)}, and they are gone then` : null;
  if (compressed === 'leave') {
    if (ends !== null)
      say(
        io,
        `${countWords(files, 'photo')} ${files === 1 ? 'stays' : 'stay'} compressed. Their originals are in the cloud, and not here:${ends}.`,
      );
    return null;
  }
  const { policy, overrides, conditions } = await takeStandingAhead(device);
  const needed = Math.max(0, originals - bytes);
  const { folder } = device.identity;
  const free = freeInFull(folder, overrides, Date.now());
  const room = 'is' in free ? free.is : null;
  const sum = `${countWords(files, 'photo')} ${areWords(files)} only compressed here, and would be so for good: the originals (${sizeWords(needed)} more than is here; ${room === null ? 'how much is free is not known' : `${sizeWords(room)} of this disk are free`}) are in the cloud, and not here${ends === null ? '' : `:${ends}`}.`;
  const ways = `To bring them first: rollcall unlink --download-originals --home ${home}. To leave them as they are: rollcall unlink --leave-compressed --home ${home}.`;
  if (compressed === undefined && (io.ask === null || !(await io.ask(`${sum} Download the originals first?`)))) {
    complain(io, `${io.ask === null ? `${sum} ` : ''}The device stays as it is. ${ways}`);
    return EXIT.needsYou;
  }
  if (room !== null && needed > room) {
    complain(
      io,
      `${sum} That does not fit: nothing was changed, and the device stays as it is. Free up ${sizeWords(needed - room)}. To leave them as they are: rollcall unlink --leave-compressed --home ${home}.`,
    );
    return EXIT.needsYou;
  }
  new Reserve(folder).give();
  const wanted = wantedOf(device, store.files());
  const failed = await bringHere(
    device,
    { policy: { ...policy, storage: 'keep-originals' }, overrides, conditions },
    wanted,
    io,
    io.signal,
  );
  if (failed.size === 0) return null;
  const [reason] = failed.values();
  complain(
    io,
    `${countWords(failed.size, 'original')} did not come, and the device stays as it is. ${reason === undefined ? '' : tellReason(reason).words} ${ways}`,
  );
  return EXIT.needsYou;
}

/** What the planner is asked with, for a device that this command has to itself. */
async function takeStandingAhead(device: Device): Promise<Pick<GlanceAhead, 'policy' | 'overrides' | 'conditions'>> {
  const { policy, overrides, held } = await lookAround(device);
  return { policy, overrides, conditions: { now: Date.now(), server: [], folder: [], held } };
}

function opened(home: string): Device | 'damaged' | null {
  try {
    return openDevice(home, 'go-on');
  } catch (error) {
    if (error instanceof StateTrouble && error.of === 'file') return 'damaged';
    throw error;
  }
}

/** Files that are looked into before a device ends whose state is damaged. */
const LOOKED_INTO = 20_000;

/**
 * Nothing can be brought any more, and nobody be told: where compressed versions lie in its folder, the person says that they stay so. The folder's
 * marker is taken for its own by the next link.
 */
async function unlinkDamaged({ home, compressed }: UnlinkOptions, io: Io, folder = folderOfDamaged(home)): Promise<number> {
  const lock = await takeDevice(home);
  if (!lock) {
    complain(io, 'the agent of this device is running. Stop it first (Ctrl-C, or SIGTERM), then unlink.');
    return EXIT.needsYou;
  }
  try {
    const words = await compressedWords(folder);
    if (words !== null && words.found && compressed !== 'leave') {
      complain(
        io,
        `${words.told} The state of this device is damaged, so that they cannot be brought first. ${anew(folder)} To end it and leave them as they are until then: rollcall unlink --leave-compressed --home ${home}. Nothing was changed.`,
      );
      return EXIT.needsYou;
    }
    removeHome(home);
    say(
      io,
      `The damaged state in ${home} is gone; its photos are where they were. Remove the old device in the web app as well, under Devices.`,
    );
    if (words !== null) say(io, `${words.told} ${anew(folder)}`);
    return EXIT.ok;
  } finally {
    lock.release();
  }
}

/** What is to be said of compressed versions in a folder; null: there are none. `found`: there are. */
async function compressedWords(folder: string | null): Promise<{ readonly found: boolean; readonly told: string } | null> {
  const unknown = 'are compressed versions, whose originals are in the cloud and not here, is not known.';
  if (folder === null) return { found: false, told: `Whether some of them ${unknown}` };
  const { files, all } = await compressedIn(folder, LOOKED_INTO).catch(() => ({ files: 0, all: false }));
  if (files === 0) return all ? null : { found: false, told: `Whether some files in ${folder} ${unknown}` };
  return {
    found: true,
    told: `${all ? '' : 'At least '}${countWords(files, 'file')} in ${folder} ${areWords(files)} compressed, with the original in the cloud, and not here.`,
  };
}

function anew(folder: string | null): string {
  return `Link ${folder ?? 'the folder'} to the same account again (rollcall link), and they come back in full: a device keeps originals unless you choose otherwise.`;
}
