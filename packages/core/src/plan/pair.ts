import { isCompanion, isRawMime, type AssetKind, type CompanionRole, type Resource } from '@rollcall/protocol';
import { shownResource, type LocalFile, type RemoteAsset } from './rows.ts';

/** Which bytes of its asset a file here stands for: what the asset shows, or one of its companions. */
export type Part = 'shown' | Resource;

type Bytes = Pick<LocalFile, 'hash' | 'baseHash'>;

/** The parts of an asset that stand beside what it shows, each as a file of its own: a Live Photo's video, the RAW of a JPEG. */
export function companionsOf(remote: RemoteAsset): Resource[] {
  const here = new Set([shownResource(remote)?.hash, originalOf(remote)?.hash]);
  const companions: Resource[] = [];
  for (const resource of remote.resources) {
    if (resource.removed || !isCompanion(resource.role) || here.has(resource.hash)) continue;
    here.add(resource.hash);
    companions.push(resource);
  }
  return companions;
}

function originalOf({ resources }: RemoteAsset): Resource | undefined {
  return resources.find(({ role, removed }) => role === 'original' && !removed);
}

/** A video beside a photo is a Live Photo's; a camera's raw data are RAW; anything else is another form of the same photo. */
export function companionRole(kind: AssetKind, mime: string): CompanionRole {
  if (kind === 'video') return 'live-video';
  return isRawMime(mime) ? 'raw' : 'alternate';
}

/** A file stands for the companion whose bytes it has, or had when both sides last agreed; any other for what is shown. */
export function partOf(file: Bytes, remote: RemoteAsset): Part {
  const companions = companionsOf(remote);
  return (
    companions.find(({ hash }) => hash === file.hash) ??
    (isVersion(file.hash, remote) ? 'shown' : (companions.find(({ hash }) => hash === file.baseHash) ?? 'shown'))
  );
}

/** These bytes are, or once were, what the asset shows. */
export function isVersion(hash: string | null, { resources }: RemoteAsset): boolean {
  return resources.some((each) => each.hash === hash && !isCompanion(each.role));
}

/** An edit that both sides agreed on, and of which the cloud knows nothing any more. A film beside a photo is none. */
export function isUnheardEdit({ hash, baseHash, kind }: LocalFile, { asset, resources }: RemoteAsset): boolean {
  return hash !== null && hash === baseHash && kind === asset.kind && !resources.some((each) => each.hash === hash);
}

/** Bytes that the asset has now, in whatever part. */
export function hasBytes(hash: string, { resources }: RemoteAsset): boolean {
  return resources.some((each) => each.hash === hash && !each.removed);
}

/**
 * Of resources that a server which was put back tells of no more: those whose files are photos of their own again. A part of a pair is, and
 * so is an edit that came with it by a join; both have the name of what was joined.
 */
export function partsAlone(untold: readonly Resource[]): Resource[] {
  const parts = untold.filter(({ role, removed }) => isCompanion(role) && !removed);
  const joined = new Set(parts.flatMap(({ assetId, fileName }) => (fileName === null ? [] : [`${assetId} ${fileName}`])));
  const edits = untold.filter(
    ({ role, removed, assetId, fileName }) => role === 'edited' && !removed && joined.has(`${assetId} ${fileName ?? ''}`),
  );
  return [...parts, ...edits];
}

export function samePart(a: Part, b: Part): boolean {
  return a === b || (a !== 'shown' && b !== 'shown' && a.hash === b.hash);
}

/** What of an asset is to be here as a file and is not, what it shows first. `files` are those that are here. */
export function lackingHere(remote: RemoteAsset, files: readonly Bytes[]): Resource[] {
  const parts = files.map((file) => partOf(file, remote));
  const shown = shownResource(remote);
  return [
    ...(shown && !parts.includes('shown') ? [shown] : []),
    ...companionsOf(remote).filter((each) => !parts.some((part) => samePart(part, each))),
  ];
}

/** The name of a part's file: a companion keeps the one it came with. */
export function partName({ asset }: RemoteAsset, part: Part): string {
  if (part === 'shown') return asset.fileName;
  if (part.fileName !== null) return part.fileName;
  const dot = asset.fileName.lastIndexOf('.');
  return `${dot > 0 ? asset.fileName.slice(0, dot) : asset.fileName}.${ENDINGS[part.mime] ?? part.role}`;
}

/** For companions that came without a name of their own. */
const ENDINGS: Readonly<Record<string, string>> = {
  'video/quicktime': 'MOV',
  'video/mp4': 'MP4',
  'image/jpeg': 'JPG',
  'image/heic': 'HEIC',
  'image/x-adobe-dng': 'DNG',
  'image/x-canon-cr2': 'CR2',
  'image/x-canon-cr3': 'CR3',
  'image/x-nikon-nef': 'NEF',
  'image/x-sony-arw': 'ARW',
};
