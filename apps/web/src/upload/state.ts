import { sizeWords } from '@rollcall/protocol';
import { dayHere, many } from '../words.ts';

/** How far one file has come. */
export type FileState =
  | { readonly state: 'waiting' }
  /** Being hashed. */
  | { readonly state: 'reading'; readonly done: number }
  | { readonly state: 'asking' }
  | { readonly state: 'sending'; readonly sent: number }
  /** Between tries; `words` say why the last one failed. */
  | { readonly state: 'pausing'; readonly words: string }
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
      return 'Waiting its turn';
    case 'reading':
      return 'Being read';
    case 'asking':
      return 'Asking whether it is here already';
    case 'sending':
      return `${sizeWords(progress.sent)} of ${sizeWords(file.size)} sent`;
    case 'pausing':
      return `${progress.words} Tried again in a moment.`;
    case 'adding':
      return 'Being added to your library';
    case 'done':
      return 'Safe in your library';
    case 'duplicate':
      return 'Already in your library';
    case 'kept':
      return 'Kept with its photo';
    case 'kept-before':
      return 'Already kept with its photo';
    case 'stand-in':
    case 'excluded':
      return progress.words;
    case 'full':
      if (progress.closes !== undefined)
        return `Your library closes on ${dayHere(progress.closes)}, and takes nothing new. Keep it, and this goes on by itself.`;
      return `Your cloud is full: needs ${sizeWords(progress.needed)}, ${sizeWords(progress.free)} free. Delete something for good, or ask for a larger plan, then try again.`;
    case 'failed':
      return progress.words;
    case 'stopped':
      return 'Stopped by you';
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
  if (counts.working > 0) parts.push(`${many(counts.working, 'file')} to go`);
  if (counts.added > 0) parts.push(`${counts.added} added`);
  if (counts['already-here'] > 0) parts.push(`${counts['already-here']} already here`);
  if (counts['left-out'] > 0) parts.push(`${counts['left-out']} left out`);
  if (counts['needs-you'] > 0) parts.push(`${counts['needs-you']} not uploaded`);
  return parts.join(', ') || 'Nothing to upload';
}
