import { dayWords, sizeWords, type Reason } from '@rollcall/protocol';
import type { Answered } from '../bytes/ask.ts';
import { DavRefused } from './refuse.ts';

/** The reason that the app's roll tells, where its person is to know of it. */
export class NotReceived extends DavRefused {
  readonly why: Pick<Reason, 'code' | 'evidence'> | null;
  readonly size: number;
  constructor(
    status: number,
    words: string,
    why: Pick<Reason, 'code' | 'evidence'> | null,
    size: number,
    headers: Record<string, string> = {},
  ) {
    super(status, words, { headers });
    this.why = why;
    this.size = size;
  }
}

/** Room was asked for, and there is none. */
export function notTaken(answer: Answered | undefined, size: number): NotReceived {
  if (answer?.answer === 'over-quota') {
    const { needed, free, closes } = answer;
    if (closes !== undefined)
      return new NotReceived(
        507,
        `The library closes on ${dayWords(closes)}, and takes nothing new. Keep it to go on.`,
        { code: 'library-closing', evidence: { date: closes } },
        size,
      );
    const words = `There is no room in the cloud for this: it needs ${sizeWords(needed)}, and ${sizeWords(free)} are free. Free up space, or ask for a bigger plan.`;
    return new NotReceived(507, words, { code: 'quota-full', evidence: { needed, free } }, size);
  }
  if (answer?.answer === 'refused') {
    const full = answer.code === 'server-disk-full';
    const why = full
      ? ({ code: 'server-disk-full', evidence: {} } as const)
      : ({ code: 'too-large-for-server', evidence: { size, limit: answer.limit ?? 0 } } as const);
    return new NotReceived(full ? 507 : 413, answer.words, why, size);
  }
  throw new Error('an upload was neither begun nor refused');
}
