import { randomBytes } from 'node:crypto';
import {
  companionRole,
  companionsOf,
  fieldsOf,
  kindOf,
  partName,
  partOf,
  type LocalFile,
  type Part,
  type RemoteAsset,
} from '@rollcall/core';
import { mintId, type CompanionRole, type Resource } from '@rollcall/protocol';
import { openDevice, type Device } from '../device.ts';
import { deliver } from './deliver.ts';
import { answer, complain, EXIT, notLinked, type Io, type ViewOptions } from './io.ts';
import { takeStock } from './standing.ts';
import { find } from './find-photo.ts';

interface Found {
  readonly file: LocalFile | null;
  readonly remote: RemoteAsset;
}

/** A photo of the library by a file here or by its id; complains where there is none. */
function inLibrary(device: Device, wanted: string, io: Io): Found | null {
  const found = find(device, wanted);
  const remote = found?.assetId == null ? null : device.store.remote(found.assetId);
  if (remote !== null) return { file: found?.file ?? null, remote };
  complain(
    io,
    found === null
      ? `no such file in ${device.identity.folder}: ${wanted}`
      : `${wanted} is not in the library yet. Sync first; rollcall why ${wanted} says what it waits for.`,
  );
  return null;
}

/** Two photos are parts of one: the second becomes that part of the first, on every device. */
export async function joinPair(
  options: ViewOptions & { readonly file: string; readonly joined: string; readonly role?: CompanionRole },
  io: Io,
): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    await takeStock(device);
    const kept = inLibrary(device, options.file, io);
    const joined = kept && inLibrary(device, options.joined, io);
    if (!joined) return EXIT.usage;
    const role = options.role ?? roleOf(joined.remote);
    const delivered = await deliver(device, [
      { name: 'asset.join', args: { assetId: kept.remote.asset.id, joined: joined.remote.asset.id, role } },
    ]);
    return answer(
      options,
      io,
      delivered,
      { kept: kept.remote.asset.id, joined: joined.remote.asset.id, role },
      `${joined.remote.asset.fileName} is now part of ${kept.remote.asset.fileName} (${role}): one photo, on every device. To take it back: rollcall undo`,
    );
  } finally {
    device.close();
  }
}

function roleOf({ asset, resources }: RemoteAsset): CompanionRole {
  const mime = resources.find(({ role, removed }) => role === 'original' && !removed)?.mime ?? '';
  return companionRole(kindOf(mime, asset.kind), mime);
}

/** One part of a pair becomes a photo of its own again. */
export async function splitPair(options: ViewOptions & { readonly file: string }, io: Io): Promise<number> {
  const device = openDevice(options.home);
  if (!device) return notLinked(io, options.home);
  try {
    await takeStock(device);
    const found = inLibrary(device, options.file, io);
    if (!found) return EXIT.usage;
    const part = partNamed(found);
    if (part === null) {
      complain(io, `${options.file} is no pair, or has several parts: give the file of the part that is to be a photo of its own.`);
      return EXIT.usage;
    }
    const newId = mintId(Date.now(), randomBytes(10));
    const { asset } = found.remote;
    const delivered = await deliver(device, [
      {
        name: 'asset.split',
        args: { assetId: asset.id, resource: part.id, hash: part.hash, newId, fields: ownFields(found, part) },
      },
    ]);
    const name = partName(found.remote, part);
    return answer(options, io, delivered, { from: asset.id, split: newId, role: part.role }, `${name} is a photo of its own again.`);
  } finally {
    device.close();
  }
}

/** The part that the file is; of the shown file, the one companion there is. */
function partNamed({ file, remote }: Found): Resource | null {
  const part: Part = file === null ? 'shown' : partOf(file, remote);
  if (part !== 'shown') return part;
  const [companion, ...more] = companionsOf(remote);
  return companion !== undefined && more.length === 0 ? companion : null;
}

/** What its own file says of it, where it was read here; else what the pair says that holds for both. */
function ownFields({ file, remote }: Found, part: Resource) {
  const shared = { ...fieldsOf(remote.asset), width: null, height: null, duration: null, favourite: false };
  return { ...(file?.hash === part.hash && file.fields ? file.fields : shared), fileName: partName(remote, part) };
}
