import { editedStemOf } from '@rollcall/core';
import { plainText } from '@rollcall/media';

/** Behind the name of a photo, in that of its data; of a long name only a beginning is left. */
const SUPPLEMENT = '.supplemental-metadata';
/** Where Google cuts the name of the data, in letters, without `.json`. */
const CUT = 46;
/** Letters of a photo’s name, without its ending, that was cut. */
const SHORTEST_CUT = 45;

/** How strongly the name of data is that of a photo, best first. */
export const PASSES = ['as-written', 'exact', 'cut', 'without-ending', 'edited', 'forgotten'] as const;
export type Pass = (typeof PASSES)[number];

/** The number that tells files of one name apart, which stands before the ending of a photo and behind all of the name of its data. */
interface Numbered {
  readonly plain: string;
  readonly number: string;
}

/** One spelling: accents are written in two ways, and letters of names may be capitals here and not there. */
function alike(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Both ways of counting letters have been seen in takeouts: whole letters, and the halves in which rare ones, such as emoji, are stored. */
function cut(text: string, length = CUT): string[] {
  const halves = text.slice(0, length);
  return [
    ...new Set([
      Array.from(text).slice(0, length).join(''),
      // A letter that was cut in its middle is left out, or replaced.
      halves.isWellFormed() ? halves : halves.slice(0, -1),
      halves.toWellFormed(),
    ]),
  ];
}

/** `IMG(1).jpg` is the file `IMG.jpg` with the number `(1)`. */
function numberedPhoto(name: string): Numbered | null {
  const match = /^(.+)(\(\d{1,4}\))(\.[^.]*)?$/s.exec(name);
  return match === null ? null : { plain: `${match[1]}${match[3] ?? ''}`, number: match[2]! };
}

/** The name of a file of data without `.json`, as it is written; null: it is none. */
export function dataBase(name: string): string | null {
  return /\.json$/i.test(name) ? name.slice(0, -5).normalize('NFC') : null;
}

/** Keys under which the data of a photo of this name are found, by the rules of one pass. */
export function keysOfPhoto(fileName: string, pass: Pass): string[] {
  const name = pass === 'as-written' ? fileName.normalize('NFC') : alike(fileName);
  const numbered = numberedPhoto(name);
  switch (pass) {
    case 'as-written':
    case 'exact':
      return [...whole(name), ...(numbered === null ? [] : whole(numbered.plain).map((base) => base + numbered.number))];
    case 'cut':
      if (numbered === null) return cuts(name);
      // Where the cut took the number as well, it may be the name of the first file's data.
      return [
        ...cuts(name).filter((base) => base.includes(numbered.number)),
        ...cuts(numbered.plain).map((base) => base + numbered.number),
      ];
    case 'without-ending': {
      const stem = stemOf(name);
      return [...whole(stem), ...(numbered === null ? [] : whole(stemOf(numbered.plain)).map((base) => base + numbered.number))];
    }
    case 'edited': {
      const stem = editedStemOf(name);
      return stem === null ? [] : [stem];
    }
    case 'forgotten':
      // Only where the name was cut: of a whole name each file has data of its own, which may lie in a part that is missing.
      return numbered?.number === '(1)' ? shortened(numbered.plain) : [];
    default:
      return pass satisfies never;
  }
}

/** The key of data in one pass: their name without `.json`, or the stem of the photo that they name. */
export function keyOfData(base: string, pass: Pass): string {
  if (pass === 'as-written') return base;
  return pass === 'edited' ? stemOf(withoutSupplement(alike(base))) : alike(base);
}

/** Whether the whole name, which the data tell, could have been cut to that of the photo. */
export function isCutFrom(fileName: string, title: string): boolean {
  const name = alike(fileName);
  const own = stemOf(numberedPhoto(name)?.plain ?? name);
  return writtenAs(title).some((written) => {
    const whole = stemOf(alike(written));
    // Only a long name is cut: any other is there in full.
    return beginsLike(alike(written), own) && (own.length >= SHORTEST_CUT || own.length === whole.length);
  });
}

/** Whether the data tell the very name of the photo, letter by letter. */
export function isNamedBy(fileName: string, title: string): boolean {
  const name = fileName.normalize('NFC');
  return [name, numberedPhoto(name)?.plain].includes(title.normalize('NFC'));
}

/** Whether the data tell a name without an ending, which the photo got from its kind: `27/06/12` is `27_06_12.jpg`. */
export function isWithoutEnding(fileName: string, title: string): boolean {
  const name = alike(fileName);
  return [name, numberedPhoto(name)?.plain].some(
    (each) =>
      each !== undefined &&
      writtenAs(title).some((written) => alike(written).length === stemOf(each).length && beginsLike(alike(written), stemOf(each))),
  );
}

/** As it stands there, and as a page would show it. */
function writtenAs(title: string): string[] {
  return [...new Set([title, plainText(title)])];
}

/** What cannot be in a name is `_` there. */
function beginsLike(whole: string, own: string): boolean {
  const [letters, its] = [Array.from(whole), Array.from(own)];
  return its.every(
    (letter, at) => letters[at] === letter || (letter === '_' && letters[at] !== undefined && /[^\p{L}\p{N}]/u.test(letters[at])),
  );
}

function whole(name: string): string[] {
  return [name, name + SUPPLEMENT];
}

/** Cut in the middle of the long word, or, where the name itself is long, of the name: then it is as long as such a name may be. */
function cuts(name: string): string[] {
  const all = name + SUPPLEMENT;
  const within = Array.from({ length: SUPPLEMENT.length - 1 }, (_, letters) => all.slice(0, name.length + letters + 1));
  return [...new Set([...within, ...shortened(name)])];
}

/** What is left of a long name. */
function shortened(name: string): string[] {
  return [...new Set([...cut(name), ...cut(name, CUT - 1)])].filter((base) => base !== name);
}

function withoutSupplement(base: string): string {
  const match = /^(.*?)(\(\d{1,4}\))?$/s.exec(base);
  const [plain, number] = [match?.[1] ?? base, match?.[2] ?? ''];
  const dot = plain.lastIndexOf('.');
  const name = dot > 0 && SUPPLEMENT.startsWith(plain.slice(dot)) ? plain.slice(0, dot) : plain;
  const end = name.lastIndexOf('.');
  return number === '' || end <= 0 ? name : `${name.slice(0, end)}${number}${name.slice(end)}`;
}

function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
