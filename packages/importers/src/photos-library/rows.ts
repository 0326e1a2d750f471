import { setImmediate as turn } from 'node:timers/promises';
import { writeXmp } from '@rollcall/media';
import { LIMITS } from '@rollcall/protocol';
import { Damaged } from '../apple-photos/database.ts';
import type { Library } from '../apple-photos/library.ts';
import type { PartRole } from '../apple-photos/parts.ts';
import type { Photo } from '../apple-photos/photo.ts';
import type { Surroundings } from '../apple-photos/verdict.ts';
import type { Left, ThingPart } from '../found.ts';
import { byPath } from './files.ts';
import { Leftover } from './leftover.ts';
import { namesOf, partsOf, type MissingPart } from './parts.ts';
import type { LibraryFiles, LibraryReading, LibraryRow } from './reading.ts';
import { otherKeys, type LibraryFrame } from './bursts.ts';
import { readShelves } from './shelves.ts';
import { cutWords, toldOf } from './told.ts';
import { isStoodFor, whyApart, whyNotHere, type Reason } from './why-left.ts';

/** After so many photos whoever wants it to end is heard. */
const AT_ONCE = 2000;

/** All photos of a library, with what its database tells of them. @param files of the library, as `listFiles` lists them @param now milliseconds since 1970 */
export async function readLibrary(
  { label, files, library, noted }: LibraryFiles & { readonly library: Library },
  now: number,
  signal: AbortSignal,
): Promise<LibraryReading> {
  const { shelves, entriesOf, left: shelvesLeft } = readShelves(library, label);
  const left: Left[] = [...notWhole(library, label), ...shelvesLeft];
  const rows: LibraryRow[] = [];
  const frames: LibraryFrame[] = [];
  const fileAt = byPath(files);
  const leftover = new Leftover(library.place.kind, files, label);
  const aside = new Set((library.engine.store?.quarantined ?? []).map(({ id }) => id));
  const around: Surroundings = { cloud: library.cloud, now, aside, trusted: library.trusted };
  let [seen, apart, entriesApart] = [0, 0, 0];
  for (const photo of untilDamage(library, label, left)) {
    seen += 1;
    if (seen % AT_ONCE === 0) await turn();
    signal.throwIfAborted();
    const [name] = namesOf(photo);
    const called = `${label}: ${name} (${photo.uuid})`;
    const parts = partsOf(photo, library.place, fileAt);
    const reason: Reason | null =
      whyApart(photo) ?? (isStoodFor(photo) ? { why: 'only-in-icloud', more: 'a smaller version lies here' } : null);
    const shelved = entriesOf(photo.key);
    if (reason !== null || parts.all === null) {
      const why = reason ?? whyNotHere(photo, around);
      left.push({ path: called, ...why });
      leftover.stays(photo);
      apart += 1;
      entriesApart += shelved.length;
      continue;
    }
    for (const each of parts.missing) left.push({ path: called, why: 'part-missing', more: missingWords(each) });
    leftover.comes(photo, parts.all);
    const people = library.people.byPhoto.get(photo.key) ?? [];
    const keywords = library.keywords.byPhoto.get(photo.key) ?? [];
    const cut = cutWords(photo, keywords, people);
    if (cut.length > 0) left.push({ path: called, why: 'cut-words', more: cut.join(', ') });
    const { burst, burstPick: pick, taken, edited } = photo;
    if (burst !== null) frames.push({ burst, pick, taken, label: called, name, edited: edited === true });
    rows.push({
      label: called,
      name,
      parts: [...parts.all, ...namesBeside(name, parts.all[0].file.path, people.slice(0, LIMITS.people), noted)] as [
        ThingPart,
        ...ThingPart[],
      ],
      told: toldOf(photo, keywords),
      fingerprint: photo.fingerprint,
      burst,
      trashed: photo.trashed === 1,
      shelved,
    });
  }
  left.push(...otherKeys(frames));
  const filled = new Set(rows.flatMap(({ shelved }) => shelved.map(({ shelf }) => shelf)));
  for (const { kind, id, title } of shelves)
    if (kind === 'photos' && !filled.has(id)) left.push({ path: `${label}: ${title}`, why: 'empty-album' });
  // What lies twice in it is the one that is not in its trash.
  const inOrder = rows.toSorted((a, b) => Number(a.trashed) - Number(b.trashed));
  return { rows: inOrder, apart, entriesApart, shelves, left: [...left, ...leftover.left()] };
}

function* untilDamage(library: Library, label: string, left: Left[]): IterableIterator<Photo> {
  try {
    yield* library.photos();
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    left.push({ path: label, why: 'not-whole', more: 'its database is damaged' });
  }
}

function notWhole({ cut, log, brokeOff, lock, busy, sound, schema, tree }: Library, path: string): Left[] {
  const words = [
    ...(cut === null ? [] : ['its database is cut short']),
    ...(sound === false ? ['its database is damaged'] : []),
    ...(log === 'not-a-log' ? ['the newest changes may be missing: what lies beside its database as its log is none'] : []),
    ...(log === 'cut-off' ? ['the newest changes may be missing: the log beside its database ends in the middle'] : []),
    ...(brokeOff ? ['a change to its database broke off, or was being made: what is told is of before it'] : []),
    ...(busy ? ['it was being written to: quit Photos, and import again'] : []),
    ...(lock?.alive === true ? ['Photos has it open: what is told is of the moment at which it was copied'] : []),
    ...(schema.known ? [] : [`this version of Photos has not been tested (model ${schema.model ?? 'unknown'})`]),
    ...schema.lacks.map((lack) => `not to be told from its database: ${lack}`),
    ...(tree?.closed ?? []).map((folder) => `this folder could not be looked into: ${folder}`),
  ];
  return words.map((more) => ({ path, why: 'not-whole', more }));
}

const ROLE_WORDS: Readonly<Record<PartRole, string>> = {
  original: 'its original',
  raw: 'its RAW',
  'live-video': 'its film',
  edited: 'its edit',
  'edited-video': 'its edit',
  'edited-live-video': 'the film of its edit',
  'previous-edit': 'an earlier edit',
};

function missingWords({ role, elsewhere }: MissingPart): string {
  return `${ROLE_WORDS[role]}${elsewhere ? ', which may be in iCloud: download it in Photos, and import again' : ''}`;
}

const NOTHING: Parameters<typeof writeXmp>[0] = {
  title: null,
  caption: null,
  keywords: [],
  rating: null,
  place: null,
  capturedAt: '',
  capturedSource: 'unknown',
};

/** Who was named in a photo stands in no file of the library: it comes as XMP beside the photo, which the server reads. */
function namesBeside(name: string, path: string, people: readonly string[], noted: LibraryFiles['noted']): ThingPart[] {
  if (people.length === 0) return [];
  const text = (): string =>
    writeXmp({ ...NOTHING, people: people.map((each) => ({ name: each.slice(0, LIMITS.personName), area: null })) });
  return [{ file: noted(`${path}.people.xmp`, text), role: 'sidecar', name: `${name}.xmp` }];
}
