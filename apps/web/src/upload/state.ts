import { say, sayMany, sizeWords } from '@rollcall/protocol';
import { dayHere } from '../words.ts';

/** How far one file has come. */
export type FileState =
  | { readonly state: 'waiting' }
  /** Being hashed. */
  | { readonly state: 'reading'; readonly done: number }
  | { readonly state: 'asking' }
  | { readonly state: 'sending'; readonly sent: number }
  /** Between tries; `words` say why the last one failed. */
  | { readonly state: 'pausing'; readonly words: string }
  /** Nobody answers: it goes on by itself when somebody does. */
  | { readonly state: 'no-answer'; readonly words: string }
  | { readonly state: 'adding' }
  | { readonly state: 'done'; readonly assetId: string }
  | { readonly state: 'duplicate'; readonly assetId: string | null }
  /** A compressed version, no photo of its own: of which photo that is here, or null. */
  | { readonly state: 'stand-in'; readonly assetId: string | null; readonly words: string }
  /** It holds data of a photo, and is in the library with it: now, or already. */
  | { readonly state: 'kept' | 'kept-before' }
  | { readonly state: 'excluded'; readonly words: string }
  /** `closes`: the library closes then, and takes nothing new. */
  | { readonly state: 'full'; readonly needed: number; readonly free: number; readonly closes?: number }
  | { readonly state: 'failed'; readonly words: string }
  | { readonly state: 'stopped' };

export interface UploadFile {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly progress: FileState;
}

export type Outcome = 'working' | 'added' | 'already-here' | 'left-out' | 'needs-you';

export function outcomeOf(progress: FileState): Outcome {
  switch (progress.state) {
    case 'waiting':
    case 'reading':
    case 'asking':
    case 'sending':
    case 'pausing':
    case 'no-answer':
    case 'adding':
      return 'working';
    case 'done':
    case 'kept':
      return 'added';
    case 'duplicate':
    case 'kept-before':
      return 'already-here';
    case 'stand-in':
      return progress.assetId === null ? 'left-out' : 'already-here';
    case 'excluded':
      return 'left-out';
    case 'full':
    case 'failed':
    case 'stopped':
      return 'needs-you';
    default:
      return progress satisfies never;
  }
}

/** One file's state in a person's words. */
export function tellFile(file: UploadFile): string {
  const { progress } = file;
  switch (progress.state) {
    case 'waiting':
      return say('Waiting its turn');
    case 'reading':
      return say('Being read');
    case 'asking':
      return say('Asking whether it is here already');
    case 'sending':
      return say('{sent} of {size} sent', { sent: sizeWords(progress.sent), size: sizeWords(file.size) });
    case 'pausing':
      return `${progress.words} ${say('Tried again in a moment.')}`;
    case 'no-answer':
      return `${progress.words} ${say('It goes on by itself.')}`;
    case 'adding':
      return say('Being added to your library');
    case 'done':
      return say('Safe in your library');
    case 'duplicate':
      return say('Already in your library');
    case 'kept':
      return say('Kept with its photo');
    case 'kept-before':
      return say('Already kept with its photo');
    case 'stand-in':
    case 'excluded':
      return progress.words;
    case 'full':
      if (progress.closes !== undefined)
        return say('Your library closes on {day}, and takes nothing new. Keep it, and this goes on by itself.', {
          day: dayHere(progress.closes),
        });
      return say('Your cloud is full: needs {needed}, {free} free. Delete something for good, or ask for a larger plan, then try again.', {
        needed: sizeWords(progress.needed),
        free: sizeWords(progress.free),
      });
    case 'failed':
      return progress.words;
    case 'stopped':
      return say('Stopped by you');
    default:
      return progress satisfies never;
  }
}

export interface UploadSummary {
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Bytes of the files that are to be sent, and of those how many are there. */
  readonly total: number;
  readonly done: number;
}

export function summarise(files: Iterable<UploadFile>): UploadSummary {
  const counts: Record<Outcome, number> = { working: 0, added: 0, 'already-here': 0, 'left-out': 0, 'needs-you': 0 };
  let total = 0;
  let done = 0;
  for (const file of files) {
    const outcome = outcomeOf(file.progress);
    counts[outcome] += 1;
    if (outcome === 'left-out' || outcome === 'needs-you') continue;
    total += file.size;
    if (outcome !== 'working') done += file.size;
    else if (file.progress.state === 'sending') done += file.progress.sent;
    else if (file.progress.state === 'adding') done += file.size;
  }
  return { counts, total, done };
}

/** What came of it all, in one sentence. */
export function tellSummary({ counts }: UploadSummary): string {
  const parts: string[] = [];
  if (counts.working > 0) parts.push(sayMany(counts.working, '{count} file to go', '{count} files to go'));
  if (counts.added > 0) parts.push(say('{added} added', { added: counts.added }));
  if (counts['already-here'] > 0) parts.push(say('{here} already here', { here: counts['already-here'] }));
  if (counts['left-out'] > 0) parts.push(say('{out} left out', { out: counts['left-out'] }));
  if (counts['needs-you'] > 0) parts.push(say('{not} not uploaded', { not: counts['needs-you'] }));
  return parts.join(', ') || say('Nothing to upload');
}
