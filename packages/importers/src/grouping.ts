import { completedBeside, group, type Grouping } from '@rollcall/core';
import type { AssetFields } from '@rollcall/protocol';
import { NOTHING_TOLD, type FoundFile, type Left, type ReadMedia, type Told } from './found.ts';

/** A file under the name by which it is grouped with others, which need not be its own. */
export interface Placed<F> {
  readonly path: string;
  readonly file: F;
}

/** Which photos and films, and files that lie beside them, are one thing. Each path is there once. */
export function grouped(media: readonly Placed<ReadMedia>[], beside: readonly Placed<FoundFile>[]): Grouping {
  return group([
    ...media.map(({ path, file: { file, kind, mime, facts } }) => ({ ...facts, path, kind, mime, size: file.size })),
    ...beside.map(({ path, file: { size } }) => ({
      path,
      kind: 'other' as const,
      mime: '',
      size,
      capturedAt: null,
      duration: null,
      rating: null,
      livePairId: null,
      burstId: null,
      film: null,
    })),
  ]);
}

export interface Distinct<F> {
  readonly placed: readonly Placed<F>[];
  readonly left: readonly Left[];
}

/**
 * Files under the paths by which they are grouped, each path once: of several with the same bytes one is taken, others with the same path are
 * grouped among themselves, for nothing says with which of the rest they belong.
 */
export function distinct(files: readonly Placed<ReadMedia>[], nameOf: (file: FoundFile) => string): Distinct<ReadMedia> {
  const taken = new Map<string, ReadMedia>();
  const left: Left[] = [];
  for (const { path, file } of files) {
    let at = path;
    for (let more = 1; taken.has(at) && taken.get(at)?.hash !== file.hash; more += 1) at = `\u0000${more}/${path}`;
    const same = taken.get(at);
    if (same === undefined) taken.set(at, file);
    else left.push({ path: nameOf(file.file), why: 'same-bytes', more: nameOf(same.file) });
  }
  return { placed: [...taken].map(([path, file]) => ({ path, file })), left };
}

/** What a photo tells of itself, completed by what is told beside it. */
export function completed(own: AssetFields, { fields, knowsZone }: Told): AssetFields {
  const { favourite, hidden } = fields;
  return {
    ...completedBeside(own, { fields, knowsZone }),
    ...(favourite === undefined ? {} : { favourite }),
    ...(hidden === undefined ? {} : { hidden }),
  };
}

/** When a file was written says when a takeout or an export was unpacked, and nothing of the photo. */
export function withoutFileTime(own: AssetFields): AssetFields {
  return own.capturedSource === 'file-time' ? { ...own, capturedAt: '1970-01-01T00:00:00', capturedSource: 'unknown' } : own;
}

/** What several say of one photo, the first before the others. */
export function united(all: readonly Told[]): Told {
  const [first = NOTHING_TOLD, ...others] = all;
  return others.reduce(
    (one, other) => ({
      fields: {
        ...other.fields,
        ...one.fields,
        ...(one.fields.favourite || other.fields.favourite ? { favourite: true } : {}),
        ...(one.fields.hidden || other.fields.hidden ? { hidden: true } : {}),
      },
      knowsZone: one.fields.capturedAt === undefined ? other.knowsZone : one.knowsZone,
    }),
    first,
  );
}

/** What grouping left apart, by the names that a person knows. */
export function leftApart({ unclear }: Grouping, nameAt: (path: string) => string): Left[] {
  return unclear.flatMap(({ paths: [first, ...others], why }) =>
    first === undefined ? [] : [{ path: nameAt(first), why: 'unclear-pair' as const, more: `${why}: ${others.map(nameAt).join(', ')}` }],
  );
}
