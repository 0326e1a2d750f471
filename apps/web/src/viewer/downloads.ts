import { BYTES, isCompanion, type Asset, type Resource } from '@rollcall/protocol';

/** One file that comes with a photo. */
export interface Download {
  readonly href: string;
  readonly name: string;
}

/**
 * What comes with a photo that is downloaded: what is one photo comes as one, a Live Photo with its film, a picture with its RAW, an edit with
 * its original. Each file as it was stored, with its own name; the one of the photo first.
 */
export function downloadsOf({ id, fileName }: Pick<Asset, 'id' | 'fileName'>, resources: readonly Resource[]): Download[] {
  const files = resources.filter(({ role, removed }) => !removed && (role === 'original' || isCompanion(role)));
  const first = files.filter(({ role }) => role === 'original');
  return [...first, ...files.filter((file) => !first.includes(file))].map((file) => ({
    href: BYTES.resource(id, file.id),
    name: file.fileName ?? fileName,
  }));
}
