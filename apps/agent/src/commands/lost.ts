import { sizeWords } from '@rollcall/protocol';
import { openDevice } from '../device.ts';
import { complain, EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { takeStock } from './standing.ts';

/** Photos that were only on the server, and newer than the backup that was put back there. */
export async function lostList(options: ViewOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const { lost } = (await takeStock(device)).state;
    if (options.json) showJson(io, lost);
    else if (lost.count === 0) say(io, 'Nothing is lost with the server.');
    else
      for (const photo of lost.photos)
        say(io, `${photo.assetId}\t${photo.part}\t${photo.fileName}\t${sizeWords(photo.size)}\t${photo.capturedAt.slice(0, 10)}`);
    return EXIT.ok;
  } finally {
    device.close();
  }
}

/** The person says that a lost photo is gone: this device does not list it any more. */
export async function lostForget(options: ViewOptions & { readonly id: string }, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    await takeStock(device);
    const found = device.store.lost().photos.filter(({ assetId, fileName }) => assetId === options.id || fileName === options.id);
    const [photo] = found;
    if (photo === undefined || found.length > 1) {
      complain(
        io,
        `${found.length === 0 ? 'nothing that is lost' : 'more than one that is lost'} is called ${options.id}. See: rollcall lost ls`,
      );
      return EXIT.usage;
    }
    device.store.forgetLost(photo.assetId);
    if (options.json) showJson(io, { forgotten: photo.assetId, fileName: photo.fileName });
    else say(io, `${photo.fileName} is not listed any more.`);
    return EXIT.ok;
  } finally {
    device.close();
  }
}
