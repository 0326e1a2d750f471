import { sizeWords, tellReason, type ToldReason } from '@rollcall/protocol';
import { assetUnit, fileUnit, type LocalFile, partName, partOf, type Room, type Unit, withRoom } from '@rollcall/core';
import { openDevice, type Device } from '../device.ts';
import { EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';
import { roomOf } from './room.ts';
import { takeStock } from './standing.ts';

/** Everything that this device holds, and what is still to come. */
export async function ls(options: ViewOptions, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    const standing = await takeStock(device);
    let room: Room | null = null;
    const told = (unit: Unit): ToldReason[] => withRoom(standing.reasonsOf(unit), () => (room ??= roomOf(device))).map(tellReason);
    const items = device.store
      .files()
      .filter((file) => file.missingSince === null)
      .map((file) => {
        const reasons = told(fileUnit(file.key));
        return {
          path: file.path,
          name: nameOf(device, file),
          size: file.size,
          hash: file.hash,
          assetId: file.assetId,
          kind: file.kind,
          form: file.standIn == null ? ('original' as const) : ('compressed' as const),
          inSync: reasons.length === 0,
          primary: reasons[0]?.code ?? null,
          reasons,
        };
      });
    const missing = device.store
      .files()
      .filter((file) => file.missingSince !== null)
      .map((file) => ({ file, reasons: told(fileUnit(file.key)) }))
      .map(({ file, reasons }) => ({ path: file.path, assetId: file.assetId, primary: reasons[0]?.code ?? null, reasons }));
    const incoming = device.store
      .incoming()
      .map((assetId) => ({
        assetId,
        remote: device.store.remote(assetId),
        reasons: told(assetUnit(assetId)),
      }))
      .filter((each) => each.reasons.length > 0)
      .map(({ assetId, remote, reasons }) => ({
        assetId,
        fileName: remote?.asset.fileName ?? '',
        primary: reasons[0]?.code ?? null,
        reasons,
      }));
    const lost = standing.state.lost.photos.map(({ assetId, fileName, size, part, since }) => ({ assetId, fileName, size, part, since }));
    if (options.json) showJson(io, { items, missing, incoming, lost });
    else {
      for (const item of items) say(io, `${stateWords(item)}\t${sizeWords(item.size)}\t${item.path}`);
      for (const file of missing) say(io, `missing (${file.primary})\t\t${file.path}`);
      for (const item of lost) say(io, `lost with the server\t${sizeWords(item.size)}\t${item.fileName}`);
      for (const item of incoming) say(io, `to come (${item.primary})\t\t${item.fileName}`);
    }
    return EXIT.ok;
  } finally {
    device.close();
  }
}

function stateWords({
  inSync,
  primary,
  form,
}: {
  readonly inSync: boolean;
  readonly primary: string | null;
  readonly form: string;
}): string {
  const state = inSync ? 'in sync' : (primary ?? '');
  return form === 'compressed' ? `${state}, compressed here, original in the cloud` : state;
}

/** Its name in the library: its photo's, or that of its part of a pair. */
function nameOf({ store }: Device, file: LocalFile): string | null {
  const remote = file.assetId === null ? null : store.remote(file.assetId);
  return remote === null ? null : partName(remote, partOf(file, remote));
}
