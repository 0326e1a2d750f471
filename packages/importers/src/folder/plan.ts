import { checksumOfName } from '../apple-checksum.ts';
import type { FoundFile, Left, ReadMedia, Thing, ThingPart, Told } from '../found.ts';
import { completed, distinct, grouped, leftApart, united } from '../grouping.ts';
import { pairName, smallerOf, stemOf } from './names.ts';
import type { TreeLink } from './given.ts';

/** A file that lies beside photos and tells of one, read. */
export interface BesideFile {
  readonly file: FoundFile;
  /** Null: it tells nothing, and is kept with its photo all the same. */
  readonly told: Told | null;
}

/** One folder with all below it, or one archive. */
export interface PlainFolder {
  readonly media: readonly ReadMedia[];
  readonly beside: readonly BesideFile[];
  readonly links: readonly TreeLink[];
}

export interface FolderPlanned {
  readonly things: readonly Thing[];
  readonly left: readonly Left[];
  readonly withoutData: readonly string[];
  /** Files beside photos that went with one. */
  readonly dataUsed: number;
  /** Files that are called by Apple's checksum of their bytes: how many have it. */
  readonly checksums: { readonly agree: number; readonly disagree: readonly string[] };
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** What a folder of photos holds, whoever wrote it. Pure. @param nameOf how a file is called when a person is told of it */
export function planFolder({ media, beside, links }: PlainFolder, nameOf: (file: FoundFile) => string): FolderPlanned {
  const { whole, smaller } = withoutSmaller(media);
  const once = distinct(
    whole.map((file) => ({ path: folderOf(file.file.path) + pairName(lastOf(file.file.path), file.mime), file })),
    nameOf,
  );
  const groups = grouped(
    once.placed,
    beside.map(({ file }) => ({ path: file.path, file })),
  );
  const byPath = new Map(once.placed.map(({ path, file }) => [path, file]));
  const toldAt = new Map(beside.map((each) => [each.file.path, each]));
  const fileAt = (path: string): FoundFile => byPath.get(path)?.file ?? toldAt.get(path)!.file;
  const albums = albumsOf(links);
  const withoutData: string[] = [];
  let dataUsed = 0;
  const things = groups.assets.map(({ members }): Thing => {
    const parts = members.filter(({ within }) => within === null);
    const original = byPath.get(parts[0]!.path)!;
    const its = parts.flatMap(({ path }) => toldAt.get(path) ?? []);
    dataUsed += its.length;
    if (its.length === 0) withoutData.push(nameOf(original.file));
    const told = united(its.flatMap((each) => each.told ?? []));
    return {
      kind: original.kind,
      parts: [
        { file: original.file, role: 'original' },
        ...parts.slice(1).map(({ path, role }): ThingPart => ({ file: fileAt(path), role })),
      ],
      fields: completed(original.fields, told),
      told,
      albums: [...new Set(parts.flatMap(({ path }) => albums.get(fileAt(path).path) ?? []))],
      trashed: false,
    };
  });
  const called = whole.flatMap((file) => {
    const checksum = checksumOfName(stemOf(lastOf(file.file.path)));
    return checksum === null || file.appleChecksum === null ? [] : [{ file, agrees: checksum === file.appleChecksum }];
  });
  return {
    things,
    withoutData,
    dataUsed,
    checksums: {
      agree: called.filter(({ agrees }) => agrees).length,
      disagree: called.filter(({ agrees }) => !agrees).map(({ file }) => nameOf(file.file)),
    },
    left: [
      ...smaller.map(({ file }): Left => ({ path: nameOf(file), why: 'smaller-version' })),
      ...once.left,
      ...leftApart(groups, (path) => nameOf(fileAt(path))),
      ...groups.others.map((path): Left => ({ path: nameOf(fileAt(path)), why: 'no-photo' })),
    ],
  };
}

/** A smaller version is left out only where the whole lies beside it, and has more bytes. */
function withoutSmaller(media: readonly ReadMedia[]): { readonly whole: readonly ReadMedia[]; readonly smaller: readonly ReadMedia[] } {
  const byStem = Map.groupBy(media, ({ file }) => folderOf(file.path) + stemOf(lastOf(file.path)).toLowerCase());
  const isSmaller = ({ file, kind }: ReadMedia): boolean => {
    const stem = smallerOf(lastOf(file.path));
    if (stem === null) return false;
    // icloudpd once called the whole one `-original`.
    const larger = [stem, `${stem}-original`].flatMap((each) => byStem.get(folderOf(file.path) + each) ?? []);
    return larger.some((other) => other.kind === kind && other.file.size > file.size);
  };
  return { whole: media.filter((file) => !isSmaller(file)), smaller: media.filter(isSmaller) };
}

/**
 * Albums as icloud-photos-sync writes them: a link with the album's name leads to a folder of links to the photos. By the path of each
 * photo, the titles of its albums.
 */
function albumsOf(links: readonly TreeLink[]): ReadonlyMap<string, readonly string[]> {
  const folders = Map.groupBy(
    links.filter(({ to }) => to.startsWith('_')),
    ({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/'))),
  );
  const albums = new Map<string, string[]>();
  for (const { path, to } of links)
    for (const member of folders.get(to) ?? []) {
      const title = lastOf(path).normalize('NFC');
      albums.set(member.to, [...new Set([...(albums.get(member.to) ?? []), title])]);
    }
  return albums;
}
