import { isStructurallyComplete } from './complete.ts';
import { describe, ONLY_SOUND, type Description } from './describe.ts';
import { exactMime } from './exact-mime.ts';
import { FORMATS } from './formats.ts';
import { NO_META } from './look.ts';
import { whatElse } from './not-media.ts';
import { otherMime } from './other-mime.ts';
import { findPreview, isRaw, type Preview } from './preview.ts';
import { recogniseFile } from './recognise-file.ts';
import { within, type MediaSource } from './source.ts';
import { readStandIn, type StandInFile } from './stand-in.ts';
import { readXmp, type Tags } from './tags.ts';

/** A file looked at by itself: what it is, what it tells, and what is wrong with it. */
export type Inspection =
  | {
      readonly kind: 'photo' | 'video';
      /** Of the content; where only the name says that it is a photo, of what is there instead. */
      readonly mime: string;
      readonly description: Description;
      /** The picture that a camera put into its raw file. */
      readonly preview: Preview | null;
      /** What it stands for, where it is a compressed version; null: it is none. */
      readonly standIn: StandInFile | null;
      /** What is wrong with it, in a person's words; null when nothing is seen to be. */
      readonly error: string | null;
      /** What else a person may want to know. */
      readonly notes: readonly string[];
    }
  | {
      readonly kind: 'not-media';
      readonly mime: string;
      readonly what: string;
      /** What a sidecar in XMP says of its photo. */
      readonly sidecar: Tags | null;
    };

const MOST_OF_A_SIDECAR = 4 * 1024 * 1024;

/** Everything that can be read of a file without a library. Throws only what `source.read` throws. */
export async function inspect(file: MediaSource): Promise<Inspection> {
  const source = within(file);
  const { recognised, head } = await recogniseFile(source);
  const description = recognised.kind === 'not-media' ? null : await describe(source);
  if (recognised.kind === 'not-media' || description === null) return inspectOther(source, head, whatElse(source.name, head));
  const { kind, by, format } = recognised;
  const mime = by === 'content' ? exactMime(format, recognised.mime, head) : otherMime(source.name, head);
  const complete = await isStructurallyComplete(format, source);
  const preview = isRaw(format) ? await findPreview(format, source) : null;
  return {
    kind,
    mime,
    description,
    preview,
    standIn: format === 'jpeg' ? await readStandIn(source) : null,
    error: wrongWith(source.size, by, complete, description),
    notes: by === 'name' ? [] : notesOn(description),
  };
}

async function inspectOther(source: MediaSource, head: Uint8Array, what: string): Promise<Inspection> {
  const mime = otherMime(source.name, head);
  if (mime !== 'application/rdf+xml') return { kind: 'not-media', mime, what, sidecar: null };
  const bytes = await source.read(0, MOST_OF_A_SIDECAR);
  // A library that does not understand a sidecar throws; the file is what it is all the same.
  const sidecar = await readXmp(bytes).catch(() => null);
  return { kind: 'not-media', mime, what, sidecar };
}

function wrongWith(
  size: number,
  by: 'content' | 'name',
  complete: boolean,
  { kind, format, fields, problems }: Description,
): string | null {
  if (size === 0) return 'the file is empty';
  if (by === 'name') return `its name says ${FORMATS[format].mime}, and its content is something else`;
  const silent = fields.width === null && SAYS_ITS_SIZE.has(format) && !problems.includes(ONLY_SOUND);
  if (problems.includes(NO_META) || silent) return `the ${kind} is damaged or cut short: it does not say how large it is`;
  return complete ? null : `the ${kind} is not whole: the file was cut short, is damaged, or is still being written`;
}

/** Formats of which every sound file says its width and height where this program looks for them. */
const SAYS_ITS_SIZE: ReadonlySet<string> = new Set(['jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'heif', 'bmp', 'mov', 'mp4', '3gp']);

function notesOn({ details, problems }: Description): string[] {
  const notes = problems.filter((problem) => problem !== NO_META);
  if (details.motion.state === 'broken') notes.push('it names a film inside, which is not there as a whole');
  return notes;
}
