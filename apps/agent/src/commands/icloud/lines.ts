import { countWords, sizeWords } from '@rollcall/protocol';
import { agoWords, utcWords, STATES, type CloudCheck, type Examination, type Library, type Outcome, type Step } from '@rollcall/importers';
import { STATE_WORDS, TROUBLE_WORDS } from './state-words.ts';

/** So many photos of each kind are named here; all of them are in the JSON. */
const NAMED = 5;

/** What was found, for a person who fears for a library: how it stands, what to do, and what that rests on. */
export function libraryLines(library: Library, examination: Examination): string[] {
  const { sums, checks, steps, reservations } = examination;
  return [
    ...headLines(library, examination),
    '',
    ...stateLines(examination),
    '',
    ...whereLines(library, examination),
    ...(sums.trash.count > 0 ? ['', trashLine(examination)] : []),
    ...troubleLines(examination),
    '',
    ...stepLines(steps),
    '',
    'The seven checks',
    ...checks.flatMap(checkLines),
    ...(reservations.length > 0 ? ['', 'With these reservations', ...reservations.map((words) => `  ${words}`)] : []),
    '',
    'Nothing in the library was changed: a copy of its database was read, and is deleted again.',
  ];
}

export function headline({ outcome, sums }: Examination): string {
  const { own, inCloud } = sums;
  if (own === 0) return 'There are no photos of your own in it.';
  const of = `${inCloud === own ? 'All' : inCloud === 0 ? 'None' : countWords(inCloud)} of ${countWords(own, 'photo or video', 'photos and videos')} ${own === 1 ? 'is' : 'are'} in iCloud`;
  return `${of}. ${OUTCOMES[outcome]}`;
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  fine: 'Nothing needs you.',
  waiting: 'The rest goes on by itself.',
  'needs-you': 'Something needs you: see the next steps.',
};

/** Which library it is. */
export function nameOf({ name, place, schema, cloud }: Library): string {
  const kind = { mac: 'a library of Photos on a Mac', ios: 'the photos of an iPhone or iPad', database: 'a database of Photos, by itself' }[
    place.kind
  ];
  const model =
    schema.model === null
      ? 'of an unknown version'
      : `model ${schema.model}${schema.build === null ? '' : `, system build ${schema.build}`}`;
  const set = {
    on: 'iCloud Photos is on',
    'was-on': 'iCloud Photos was on',
    'never-on': 'iCloud Photos was never on',
    unknown: 'whether iCloud Photos is on is not known',
  };
  return `${name}: ${kind} (${model}); ${set[cloud]}.`;
}

/** When it was last used. */
export function changedWords({ written }: Library, { at, sums }: Examination): string {
  const last = sums.lastChange;
  const file = `Its database was last written at ${utcWords(written)}.`;
  return last === null ? file : `A photo was last added or changed at ${utcWords(last)}, ${agoWords(at - last)} ago. ${file}`;
}

function headLines(library: Library, examination: Examination): string[] {
  return [nameOf(library), headline(examination), changedWords(library, examination)];
}

function stateLines({ sums, totals }: Examination): string[] {
  const lines = STATES.flatMap((state) => {
    const { photos, videos, bytes, trashed } = sums.states[state];
    if (photos + videos + trashed === 0) return [];
    const parts = [countOrNone(photos, 'photo'), countOrNone(videos, 'video'), trashed > 0 ? `${countWords(trashed)} in the trash` : null];
    return [
      `  ${STATE_WORDS[state]}: ${parts.filter((part) => part !== null).join(', ')}${bytes > 0 ? ` (${sizeWords(bytes)} here)` : ''}`,
    ];
  });
  const shared = totals['shared_library'];
  if (typeof shared === 'number' && shared > 0) lines.push(`  of these in the iCloud Shared Library: ${countWords(shared)}`);
  return ['Where they stand', ...(lines.length === 0 ? ['  There are none.'] : lines)];
}

const countOrNone = (count: number, one: string): string | null => (count === 0 ? null : countWords(count, one));

function whereLines({ tree }: Library, { sums, compared }: Examination): string[] {
  const { where } = sums;
  const lines: (string | null)[] = [
    some(where.here, 'with all of its files here', 'with all of their files here'),
    some(where['only-in-icloud'], 'with its original only in iCloud (optimised)', 'with their originals only in iCloud (optimised)'),
    some(where['partly-in-icloud'], 'with a part only in iCloud', 'with a part only in iCloud'),
    some(
      where['file-missing'],
      'missing here, though the library says otherwise; iCloud has it',
      'missing here, though the library says otherwise; iCloud has them',
    ),
    some(where.lost, 'neither here nor in iCloud', 'neither here nor in iCloud'),
    some(where['part-lost'], 'with a part neither here nor in iCloud', 'with a part neither here nor in iCloud'),
    some(where.outside, 'outside of the library', 'outside of the library'),
    some(where.unknown, 'of which it is not known', 'of which it is not known'),
    sums.bytesInCloud > 0 ? `Originals and edits in iCloud: ${sizeWords(sums.bytesInCloud)} by this database` : null,
    tree === null ? null : `Here: ${usedWords(tree)}`,
    comparedWords(compared),
  ];
  return ['Where their files are', ...lines.filter((line) => line !== null).map((line) => `  ${line}`)];
}

function some(count: number | undefined, one: string, many: string): string | null {
  return count === undefined || count === 0 ? null : `${countWords(count, 'photo')} ${count === 1 ? one : many}`;
}

function usedWords({ used }: NonNullable<Library['tree']>): string {
  const rooms = [...used].sort(([, a], [, b]) => b.bytes - a.bytes);
  return rooms.map(([room, { bytes }]) => `${room} ${sizeWords(bytes)}`).join(', ') || 'no files';
}

export function comparedWords(compared: Examination['compared']): string | null {
  if (compared === null) return null;
  if (compared.skipped) return 'Originals were not read byte for byte: they are large together. --bytes does that.';
  if (compared.files === 0) return null;
  return `${countWords(compared.files, 'original')} (${sizeWords(compared.bytes)}) ${compared.files === 1 ? 'was' : 'were'} read and compared with what Photos noted.`;
}

export function trashLine({ sums: { trash } }: Examination): string {
  const when =
    trash.first === null || trash.last === null
      ? ''
      : `: the first goes from ${utcWords(trash.first)} on, the last from ${utcWords(trash.last)}`;
  return `Recently Deleted: ${countWords(trash.count, 'photo')}${when}.`;
}

function troubleLines({ sums: { troubles } }: Examination): string[] {
  return Object.entries(troubles).flatMap(([trouble, { count, examples }]) => {
    const names = examples.slice(0, NAMED).map(({ name, hidden }) => (hidden ? 'a hidden photo' : name));
    const more = count - names.length;
    return [
      '',
      `${TROUBLE_WORDS[trouble as keyof typeof TROUBLE_WORDS]}: ${countWords(count)}`,
      `  ${names.join(', ')}${more > 0 ? ` and ${countWords(more)} more` : ''}`,
    ];
  });
}

function stepLines(steps: readonly Step[]): string[] {
  if (steps.length === 0) return ['Next steps: none.'];
  return ['Next steps, the most important first', ...steps.flatMap(({ words, why }, at) => [`  ${at + 1}. ${words}`, `     ${why}`])];
}

export const VERDICT_WORDS: Readonly<Record<CloudCheck['verdict'], string>> = {
  fine: 'fine',
  look: 'have a look',
  broken: 'this is it',
  unseen: 'nothing is seen of it here',
};

function checkLines({ check, name, verdict, proves, hints, cannotSee }: CloudCheck): string[] {
  return [
    `  ${check} ${name}: ${VERDICT_WORDS[verdict]}`,
    ...proves.map((words) => `      proven: ${words}`),
    ...hints.map((words) => `      hint: ${words}`),
    ...cannotSee.map((words) => `      not to be seen here: ${words}`),
  ];
}
