import { sidecarMime, untold } from '@rollcall/core';
import { LIMITS, type AssetKind, type Change, type SidecarRole } from '@rollcall/protocol';
import { capturedFromFileTime } from '../library/capture.ts';
import type { SourceFile } from './pipeline.ts';

/** What can be said of a file without looking inside; the server reads the rest from its bytes. */
export function createChange(
  assetId: string,
  file: SourceFile,
  { kind, mime }: { readonly kind: AssetKind; readonly mime: string },
  hash: string,
): Change {
  return {
    name: 'asset.create',
    args: {
      assetId,
      kind,
      fields: {
        fileName: safeName(file.name),
        capturedAt: capturedFromFileTime(file.lastModified),
        capturedSource: 'file-time',
        ...untold(),
      },
      resources: [{ role: 'original', hash, size: file.size, mime, fileName: null, modifiedAt: Math.round(file.lastModified) }],
      newHere: true,
    },
  };
}

/** A file holds data of this photo, and is kept with it. */
export function attachChange(assetId: string, file: SourceFile, role: SidecarRole, hash: string): Change {
  const { name, size, lastModified } = file;
  const resource = { role, hash, size, mime: sidecarMime(name), fileName: safeName(name), modifiedAt: Math.round(lastModified) };
  return { name: 'resource.attach', args: { assetId, resource } };
}

/** A name as the protocol takes it: one segment, no control characters. */
function safeName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
  const clean = name.replace(/[/\\\u0000-\u001f\u007f]/g, '_');
  return clean === '' || clean === '.' || clean === '..' ? '_' : clean.slice(0, LIMITS.fileName * 4);
}
