import { setTimeout as wait } from 'node:timers/promises';
import { askAgain, fileUnit, forgetDeleted, keepDeleted, type LocalFile } from '@rollcall/core';
import { openDevice, type Device } from '../device.ts';
import { deliver } from './deliver.ts';
import { answer, complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { takeStock, type Standing } from './standing.ts';
import { find } from './find-photo.ts';

type Asked = ViewOptions & { readonly file: string };

/** How long a file that the running agent reads again is waited for, and how often it is looked at. */
const READ_MS = 15_000;
const GLANCE_MS = 100;

interface Deleted {
  readonly file: LocalFile & { readonly hash: string };
  readonly standing: Standing;
}

/** A file of a photo that was deleted before, of which the person's word is asked or was given; complains where it is none. */
async function deletedBefore(device: Device, wanted: string, io: Io): Promise<Deleted | null> {
  for (const until = Date.now() + READ_MS; ; await wait(GLANCE_MS)) {
    const file = find(device, wanted)?.file ?? null;
    if (file === null) {
      complain(io, `no such file in ${device.identity.folder}: ${wanted}`);
      return null;
    }
    const standing = await takeStock(device);
    const codes = standing.reasonsOf(fileUnit(file.key)).map(({ code }) => code);
    const { hash } = file;
    if (hash !== null && (codes.includes('deleted-before') || device.store.word(hash) === 'forgotten'))
      return { file: { ...file, hash }, standing };
    // What was read too soon after it was written is read once more: then it is known again what it is.
    if (standing.running && (hash === null || codes.includes('hashing')) && Date.now() < until && !io.signal.aborted) continue;
    complain(io, `${wanted} is no photo that was deleted before. How it stands: rollcall why ${wanted}`);
    return null;
  }
}

/** The photo is wanted again: restored from Recently Deleted, or added anew where it was deleted for good. */
export async function keep(options: Asked, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  const { store } = device;
  try {
    const found = await deletedBefore(device, options.file, io);
    if (!found) return EXIT.usage;
    const { file, standing } = found;
    const restored = keepDeleted(store, file, Date.now());
    askAgain(store, [file.key]);
    if (restored !== null) {
      const { assetId, fileName } = restored;
      const delivered = await deliver(device, [{ name: 'asset.restore', args: { assetId } }]);
      askAgain(store, [file.key]);
      return answer(options, io, delivered, { kept: file.path, assetId }, `${fileName} is back in the library, on every device.`);
    }
    if (options.json) showJson(io, { kept: file.path, assetId: null });
    else say(io, `${file.path} is added to the library as a new photo, ${standing.running ? 'now' : 'with the next sync'}.`);
    return EXIT.ok;
  } finally {
    device.close();
  }
}

/** The photo stays deleted. The file here stays where it is, and is left alone from now on. */
export async function forget(options: Asked, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  const { store } = device;
  try {
    const found = await deletedBefore(device, options.file, io);
    if (!found) return EXIT.usage;
    const { file } = found;
    forgetDeleted(store, file, Date.now());
    askAgain(store, [file.key]);
    if (options.json) showJson(io, { forgotten: file.path });
    else say(io, `${file.path} stays deleted in the library. The file here is left alone; rollcall keep takes that back.`);
    return EXIT.ok;
  } finally {
    device.close();
  }
}
