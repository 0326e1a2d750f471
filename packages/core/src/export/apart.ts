import { isCompanion, type ExportedApart } from '@rollcall/protocol';
import type { RemoteAsset } from '../plan/rows.ts';

/** What was a part of a photo, and was taken from it: those who read the files again must not put it back. */
export function keptApart({ resources }: Pick<RemoteAsset, 'resources'>): ExportedApart[] {
  return resources
    .filter(({ role, removed }) => removed && isCompanion(role))
    .map(({ role, hash, size, mime, fileName, modifiedAt, pixels }) => ({
      role,
      hash,
      size,
      mime,
      fileName,
      modifiedAt,
      ...(pixels === undefined ? {} : { pixels }),
    }));
}
