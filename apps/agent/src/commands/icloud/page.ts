import { countWords, sizeWords } from '@rollcall/protocol';
import {
  escaped,
  utcWords,
  STATES,
  type CloudCheck,
  type Example,
  type Examination,
  type Library,
  type State,
  type Step,
  type Trouble,
} from '@rollcall/importers';
import { picturesOf } from '@rollcall/importers/pictures';
import { barOf, columnsOf, type Share } from './charts.ts';
import { changedWords, comparedWords, headline, nameOf, trashLine, VERDICT_WORDS } from './lines.ts';
import { STYLE } from './page-style.ts';
import { STATE_WORDS, TROUBLE_WORDS } from './state-words.ts';

const LIMITS = { pictures: 60, bytes: 4_000_000 };
/** Of each kind so many are shown. */
const SHOWN = 12;

/**
 * One file that stands by itself: no script, nothing that is asked of anybody, and everything that came out of the library as text or as
 * a small picture in it.
 */
export async function libraryPage(library: Library, examination: Examination): Promise<string> {
  const { sums, outcome, at } = examination;
  const troubles = Object.entries(sums.troubles) as [Trouble, (typeof sums.troubles)[Trouble] & object][];
  const examples = troubles.flatMap(([, { examples: all }]) => all.slice(0, SHOWN));
  const pictures = await picturesOf(library, [...examples, ...sums.latest], LIMITS);
  const sections = [
    section('Next steps, the most important first', stepsPart(examination.steps)),
    section('Where they stand', statesPart(library, examination)),
    ...(troubles.length > 0
      ? [section('What needs a look', troubles.map(([trouble, sum]) => troublePart(trouble, sum.count, sum.examples, pictures)).join(''))]
      : []),
    section('The seven checks', examination.checks.map(checkPart).join('')),
    ...latestPart(sums.latest, pictures),
    ...(examination.reservations.length > 0 ? [section('With these reservations', listOf(examination.reservations))] : []),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escaped(`${library.name}: iCloud Photos, examined`)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(library.name)}</h1>
<p class="soft">${escaped(nameOf(library))}</p>
<p class="soft">${escaped(changedWords(library, examination))}</p>
<div class="verdict ${outcome}"><p><b>${escaped(headline(examination))}</b></p>${sums.trash.count > 0 ? `<p>${escaped(trashLine(examination))}</p>` : ''}</div>
${sections.join('\n')}
<footer class="soft">Examined ${escaped(utcWords(at))} by rollcall icloud doctor. Only a copy of the database was read; nothing in the library was changed. This page holds names and pictures of the library: look at it before you show it.</footer>
</main>
</body>
</html>
`;
}

/** Those that are still to be shown: the same picture twice would only make the page larger. */
type Pictures = Map<string, string>;

const section = (title: string, inside: string): string => `<section><h2>${escaped(title)}</h2>${inside}</section>`;
const listOf = (lines: readonly string[]): string => `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;

function stepsPart(steps: readonly Step[]): string {
  if (steps.length === 0) return '<p>None.</p>';
  const items = steps.map(
    ({ kind, words, why }) =>
      `<li class="${kind}"><div><div class="what">${escaped(words)}</div><div class="soft">${escaped(why)}</div></div></li>`,
  );
  return `<ol class="steps">${items.join('')}</ol>`;
}

const COLOURS: Readonly<Record<State, string>> = {
  'in-icloud': 'c-green',
  'pending-upload': 'c-blue',
  'push-failed': 'c-amber',
  quarantined: 'c-red',
  'not-pushed': 'c-amber',
  'icloud-off': 'c-amber',
  referenced: 'c-red',
  'shared-album': 'c-violet',
  'moment-share': 'c-violet',
  syndicated: 'c-violet',
  incomplete: 'c-red',
  expunging: 'c-grey',
  unknown: 'c-grey',
};

function statesPart({ tree }: Library, { sums, compared }: Examination): string {
  const shares = STATES.map((state): Share => {
    const { photos, videos, trashed } = sums.states[state];
    return { words: STATE_WORDS[state], value: photos + videos + trashed, colour: COLOURS[state] };
  });
  const { where } = sums;
  const places: Share[] = [
    { words: 'all files here', value: where.here ?? 0, colour: 'c-green' },
    { words: 'original only in iCloud', value: where['only-in-icloud'] ?? 0, colour: 'c-blue' },
    { words: 'a part only in iCloud', value: where['partly-in-icloud'] ?? 0, colour: 'c-blue' },
    { words: 'missing here, in iCloud', value: where['file-missing'] ?? 0, colour: 'c-amber' },
    { words: 'neither here nor in iCloud', value: (where.lost ?? 0) + (where['part-lost'] ?? 0), colour: 'c-red' },
    { words: 'outside of the library', value: where.outside ?? 0, colour: 'c-amber' },
    { words: 'copies of others’ photos', value: where.copy ?? 0, colour: 'c-violet' },
    { words: 'not known', value: where.unknown ?? 0, colour: 'c-grey' },
  ];
  const years = sums.years
    .filter(({ year }) => year !== null)
    .map(({ year, count, inCloud }) => ({ name: String(year), value: count, good: inCloud }));
  const words = comparedWords(compared);
  return [
    barOf('iCloud', shares),
    barOf('Files', places),
    columnsOf('Your photos by the year they were taken', 'in iCloud', 'not in iCloud', years),
    tree === null ? '' : barOf('Room that it takes here', roomShares(tree)),
    sums.bytesInCloud > 0
      ? `<p class="soft">${escaped(`Originals and edits in iCloud: ${sizeWords(sums.bytesInCloud)} by this database.`)}</p>`
      : '',
    words === null ? '' : `<p class="soft">${escaped(words)}</p>`,
    statesTable(sums.states),
  ].join('\n');
}

const ROOM_COLOURS = ['c-green', 'c-blue', 'c-violet', 'c-amber', 'c-grey', 'c-grey', 'c-grey'];

function roomShares({ used }: NonNullable<Library['tree']>): Share[] {
  const rooms = [...used].sort(([, a], [, b]) => b.bytes - a.bytes);
  return rooms.map(([words, { bytes }], at) => ({ words, value: bytes, told: sizeWords(bytes), colour: ROOM_COLOURS[at] ?? 'c-grey' }));
}

function statesTable(states: Examination['sums']['states']): string {
  const rows = STATES.flatMap((state) => {
    const { photos, videos, trashed, hidden, bytes } = states[state];
    if (photos + videos + trashed === 0) return [];
    const numbers = [photos, videos, trashed, hidden].map((value) => `<td class="n">${value.toLocaleString('en')}</td>`);
    return [
      `<tr><th scope="row">${escaped(STATE_WORDS[state])}</th>${numbers.join('')}<td class="n">${bytes > 0 ? escaped(sizeWords(bytes)) : ''}</td></tr>`,
    ];
  });
  const heads = ['photos', 'videos', 'trash', 'hidden', 'here'].map((name) => `<th class="n" scope="col">${name}</th>`);
  return `<table><thead><tr><th scope="col">iCloud</th>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function troublePart(trouble: Trouble, count: number, examples: readonly Example[], pictures: Pictures): string {
  const shown = examples.slice(0, SHOWN);
  const more = count - shown.length;
  const rest = more > 0 ? `<p class="soft">and ${escaped(countWords(more))} more; all of them are in the JSON.</p>` : '';
  return `<h3>${escaped(TROUBLE_WORDS[trouble])}: ${escaped(countWords(count))}</h3>${picturesPart(shown, pictures)}${rest}`;
}

/** Only those whose pictures were not seen above. */
function latestPart(latest: readonly Example[], pictures: Pictures): string[] {
  const shown = latest.filter(({ uuid }) => (pictures.get(uuid) ?? '') !== '');
  return shown.length === 0 ? [] : [section('Added last', picturesPart(shown, pictures))];
}

function picturesPart(examples: readonly Example[], pictures: Pictures): string {
  const items = examples.map(({ uuid, name, taken, kind, hidden }) => {
    const words = hidden ? 'a hidden photo' : name;
    const picture = pictures.get(uuid);
    const isAbove = picture === '';
    if (picture !== undefined) pictures.set(uuid, '');
    const seen =
      picture === undefined || isAbove
        ? `<span class="none">${hidden ? 'hidden' : isAbove ? 'its picture is above' : kind === 'video' ? 'video' : 'no picture here'}</span>`
        : `<img src="${escaped(picture)}" alt="${escaped(words)}">`;
    const date = taken === null || hidden ? '' : `<span class="soft">${escaped(utcWords(taken).slice(0, 10))}</span>`;
    return `<li>${seen}<span>${escaped(words)}</span>${date}</li>`;
  });
  return `<ul class="pictures">${items.join('')}</ul>`;
}

function checkPart({ check, name, verdict, proves, hints, cannotSee }: CloudCheck): string {
  const lines = [
    ...proves.map((words) => ['Proven', words]),
    ...hints.map((words) => ['Hint', words]),
    ...cannotSee.map((words) => ['Not to be seen here', words]),
  ];
  const list = lines.map(([of, words]) => `<li><span class="soft">${escaped(of ?? '')}:</span> ${escaped(words ?? '')}</li>`).join('');
  return `<div class="check"><h3>${check}. ${escaped(name)}<span class="tag ${verdict}">${escaped(VERDICT_WORDS[verdict])}</span></h3><ul>${list}</ul></div>`;
}
