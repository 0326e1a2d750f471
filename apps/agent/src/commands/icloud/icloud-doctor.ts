import { examine, notOpenedWords, openLibrary, type Outcome } from '@rollcall/importers';
import { complain, EXIT, say, type Io } from '../io.ts';
import { mayNotWrite, writePage } from '../own-page.ts';
import { libraryLines } from './lines.ts';
import { showLibrary } from './told.ts';

export interface ICloudDoctorOptions {
  /** A library of Photos, an iPhone's `PhotoData`, or a `Photos.sqlite`. */
  readonly path: string;
  readonly json: boolean;
  /** Where to write a page that can be kept. */
  readonly html?: string;
  /** Read all originals, however large they are together, and compare them with their fingerprints. */
  readonly bytes: boolean;
}

/** Originals that are no more than this together are read and compared unasked: that takes a moment. */
const COMPARED_UNASKED = 256_000_000;

/**
 * What state a library of Apple Photos is in: what is in iCloud, what is not and why, and what to do next. Only reads; needs neither a
 * device nor a server. The exit code tells whether something needs the person.
 */
export async function icloudDoctor(options: ICloudDoctorOptions, io: Io): Promise<number> {
  const { path, html } = options;
  const refused = html === undefined ? null : mayNotWrite(html, [path]);
  if (refused !== null) {
    complain(io, refused);
    return EXIT.usage;
  }
  try {
    return await look(options, io);
  } catch (error) {
    if (!io.signal.aborted) throw error;
    complain(io, 'stopped; nothing was changed.');
    return EXIT.needsYou;
  }
}

async function look({ path, json, html, bytes }: ICloudDoctorOptions, io: Io): Promise<number> {
  const opened = await openLibrary(path, { signal: io.signal });
  if (!opened.ok) {
    complain(io, notOpenedWords(path, opened.why));
    return EXIT.usage;
  }
  const { library } = opened;
  try {
    const compareUpTo = bytes ? Number.POSITIVE_INFINITY : COMPARED_UNASKED;
    const examination = await examine(library, { now: Date.now(), signal: io.signal, compareUpTo });
    if (html !== undefined) {
      // Pictures need a decoder, which nothing else here does.
      const { libraryPage } = await import('./page.ts');
      if (!writePage(html, await libraryPage(library, examination), io)) return EXIT.usage;
    }
    if (json) await showLibrary(library, examination, io);
    else {
      for (const line of libraryLines(library, examination)) say(io, line);
      if (html !== undefined)
        for (const line of ['', `Written: ${html}. It holds pictures and names: look at it before you show it to anybody.`]) say(io, line);
    }
    return exitOf(examination.outcome);
  } finally {
    library.close();
  }
}

function exitOf(outcome: Outcome): number {
  switch (outcome) {
    case 'fine':
      return EXIT.ok;
    case 'waiting':
      return EXIT.retry;
    case 'needs-you':
      return EXIT.needsYou;
    default:
      return outcome satisfies never;
  }
}
