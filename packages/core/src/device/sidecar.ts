import { planted, type NewResource, type SidecarRole } from '@rollcall/protocol';
import { beginningsBeside, photosBeside, sidecarRole } from '../group/index.ts';
import { fullName, hasBytes, type LocalFile, type RemoteAsset, type SidecarOf } from '../plan/index.ts';
import { isRacyStamp } from '../scan/index.ts';
import { assetName } from './asset-name.ts';
import { folderOf, nameOf } from './names.ts';
import type { DeviceStore } from './store.ts';
import { fileUnit, type Unit } from './unit.ts';

/** Files of one beginning that are looked at: with more of them, which belongs to which is not told. */
const MOST_NEAR = 500;

/** It is no photo, and holds data of one: it was recognised as such by its name and its content. */
export function isSidecar({ excluded, hash, missingSince }: Pick<LocalFile, 'excluded' | 'hash' | 'missingSince'>): boolean {
  return excluded === 'not-a-photo' && hash !== null && missingSince === null;
}

/** A file was read that holds data of a photo. Nothing is noted where a look has found it changed since. @param what as a person would say it */
export function noteSidecar(store: DeviceStore, file: LocalFile, hash: string, what: string, readAt: number): Unit[] {
  const now = store.file(file.key);
  if (now === null || now.stamp !== file.stamp || now.assetId !== null) return [];
  store.patchFile(file.key, {
    excluded: 'not-a-photo',
    hash,
    mime: what,
    racy: isRacyStamp(file.stamp, readAt),
    hashedAt: readAt,
    trouble: null,
  });
  return [];
}

/** What a file that holds data of a photo goes with; null: it is none. */
export function sidecarOf(store: DeviceStore, file: LocalFile): SidecarOf | null {
  const role = isSidecar(file) ? sidecarRole(file.path) : null;
  if (role === null) return null;
  const near = photosNear(store, file.path);
  const found =
    near === null
      ? []
      : photosBeside(
          file.path,
          near.map((photo) => ({ path: pathInFull(photo), of: ofPhoto(store, photo), picture: isPicture(store, photo) })),
        );
  const [first] = found;
  const only = found.length === 1 && first !== undefined && near !== null ? near.filter((photo) => ofPhoto(store, photo) === first) : [];
  const agreed = only.find(({ baseHash, assetId }) => baseHash !== null && assetId !== null);
  return { role, photos: near === null ? MOST_NEAR : found.length, remote: agreed?.assetId == null ? null : store.remote(agreed.assetId) };
}

/** The photo that a file is kept with in the cloud; null: it holds data of none, or is not there yet. */
export function keptWith(store: DeviceStore, file: LocalFile): RemoteAsset | null {
  const remote = sidecarOf(store, file)?.remote ?? null;
  return remote !== null && file.hash !== null && hasBytes(file.hash, remote) ? remote : null;
}

/** Files that hold data of photos, and may go with the file at this path: what becomes of it bears on them. */
export function sidecarsBeside(store: DeviceStore, path: string): Unit[] {
  // Most people have none at all.
  if (planted('sidecar-forgotten') || store.sidecarsBeginning('', 1).length === 0) return [];
  return beginningsBeside(path)
    .flatMap((beginning) => store.sidecarsBeginning(beginning, MOST_NEAR))
    .filter((other) => folderOf(other.path) === folderOf(path))
    .map(({ key }) => fileUnit(key));
}

/** The cloud has the bytes: that they belong to the photo is queued, in the caller's transaction. */
export function offerSidecar(store: DeviceStore, file: LocalFile, assetId: string, role: SidecarRole, at: number): void {
  const now = store.file(file.key);
  if (now === null || now.hash === null || now.hash !== file.hash || now.stamp !== file.stamp) return;
  const photo = sidecarOf(store, now)?.remote ?? null;
  if (photo === null || photo.asset.id !== assetId || photo.asset.state !== 'live' || hasBytes(now.hash, photo)) return;
  if (store.queuedFor(assetId).some((change) => change.name === 'resource.attach' && change.hash === now.hash)) return;
  const { hash, size, mtimeMs, path } = now;
  const resource: NewResource = {
    role,
    hash,
    size,
    mime: sidecarMime(path),
    fileName: assetName(nameOf(path)),
    modifiedAt: Math.round(mtimeMs),
  };
  store.queue({ name: 'resource.attach', args: { assetId, resource } }, hash, at);
}

/** Of the file's content, by its ending: what it is was found by reading it. */
export function sidecarMime(path: string): string {
  if (path.toLowerCase().endsWith('.xmp')) return 'application/rdf+xml';
  return path.toLowerCase().endsWith('.json') ? 'application/json' : 'application/vnd.apple.photos';
}

/** Null: there are too many to tell. */
function photosNear(store: DeviceStore, path: string): LocalFile[] | null {
  const found = new Map<number, LocalFile>();
  for (const beginning of beginningsBeside(path)) {
    const near = store.photosBeginning(beginning, MOST_NEAR);
    if (near.length >= MOST_NEAR) return null;
    for (const photo of near) if (folderOf(photo.path) === folderOf(path)) found.set(photo.key, photo);
  }
  return [...found.values()];
}

function ofPhoto(store: DeviceStore, { key, assetId }: LocalFile): string {
  return assetId === null ? fileUnit(key) : store.resolve(assetId);
}

/** A stand-in goes by the name of what it stands for. */
function pathInFull({ path, wantedName, standIn }: LocalFile): string {
  if (standIn == null) return path;
  const name = fullName(nameOf(path), wantedName);
  return folderOf(path) === '' ? name : `${folderOf(path)}/${name}`;
}

function isPicture(store: DeviceStore, { assetId, kind }: LocalFile): boolean {
  const asset = assetId === null ? undefined : store.remote(assetId)?.asset;
  return (asset?.kind ?? kind) === 'photo';
}
