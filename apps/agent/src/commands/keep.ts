import { askAgain, fileUnit, type LocalFile } from '@rollcall/core';
import { openDevice, type Device } from '../device.ts';
import { deliver } from './deliver.ts';
import { answer, complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { takeStock, type Standing } from './standing.ts';
import { find } from './why.ts';

type Asked = ViewOptions & { readonly file: string };

/** A file of a photo that was deleted before, of which the person's word is asked or was given; complains where it is none. */
function deletedBefore(device: Device, standing: Standing, wanted: string, io: Io): (LocalFile & { readonly hash: string }) | null {
  const file = find(device, wanted)?.file ?? null;
  if (file === null) {
    complain(io, `no such file in ${device.identity.folder}: ${wanted}`);
    return null;
  }
  const codes = standing.reasonsOf(fileUnit(file.key)).map(({ code }) => code);
  const { hash } = file;
  if (hash !== null && (codes.includes('deleted-before') || device.store.word(hash) === 'forgotten')) return { ...file, hash };
  complain(io, `${wanted} is no photo that was deleted before. How it stands: rollcall why ${wanted}`);
  return null;
}

/** The photo is wanted again: restored from Recently Deleted, or added anew where it was deleted for good. */
export async function keep(options: Asked, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  const { store } = device;
  try {
    const standing = await takeStock(device);
    const file = deletedBefore(device, standing, options.file, io);
    if (!file) return EXIT.usage;
    store.transact(() => {
      store.setWord(file.hash, null, Date.now());
      // As if the person had put it here now.
      store.patchFile(file.key, { newHere: true, trouble: null });
    });
    askAgain(store, [file.key]);
    const match = store.match(file.hash);
    if (match?.asset.state === 'trashed') {
      const { id, fileName } = match.asset;
      const delivered = await deliver(device, [{ name: 'asset.restore', args: { assetId: id } }]);
      askAgain(store, [file.key]);
      return answer(options, io, delivered, { kept: file.path, assetId: id }, `${fileName} is back in the library, on every device.`);
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
    const standing = await takeStock(device);
    const file = deletedBefore(device, standing, options.file, io);
    if (!file) return EXIT.usage;
    store.transact(() => {
      store.setWord(file.hash, 'forgotten', Date.now());
      store.patchFile(file.key, { trouble: null });
    });
    askAgain(store, [file.key]);
    if (options.json) showJson(io, { forgotten: file.path });
    else say(io, `${file.path} stays deleted in the library. The file here is left alone; rollcall keep takes that back.`);
    return EXIT.ok;
  } finally {
    device.close();
  }
}
