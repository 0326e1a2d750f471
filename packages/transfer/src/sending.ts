import { failure, type Reported } from './failure.ts';
import { SMALLEST_PIECE, type Step } from './step.ts';

/** A file up to this size goes in one request without asking for the offset first. 8 MiB. */
export const WHOLE_SIZE = 8 * 1024 * 1024;

/** How far the sending of one file is. */
export interface Sending {
  /** The next byte that the server wants, as far as it told. */
  readonly offset: number;
  /** The furthest that the server ever stood: only going beyond it is getting on. */
  readonly reached: number;
  /** The largest piece that is sent in one request. */
  readonly piece: number;
  /** The smallest piece that was refused; 0: none. */
  readonly refusedPiece: number;
  readonly restarted: boolean;
  /** False: the server is asked first where it stands. */
  readonly known: boolean;
  /** Requests in a row that brought nothing forward. */
  readonly failed: number;
  readonly last: Reported;
}

export interface SendingFacts {
  /** Bytes of the file. */
  readonly size: number;
  /** What the bytes should hash to; null when it is not known. */
  readonly hash: string | null;
  /** Requests in a row that bring nothing forward before giving up. */
  readonly tries: number;
}

export type Turn =
  | { readonly turn: 'go-on' }
  /** Wait (`pauseAfter` the tries that failed), and go on. */
  | { readonly turn: 'wait'; readonly least: number }
  | { readonly turn: 'done'; readonly hash: string }
  | { readonly turn: 'end'; readonly failure: Reported };

/** The request that is next: a piece of the file, or the question where the server stands. */
export type SendingRequest =
  | { readonly ask: 'piece'; readonly offset: number; readonly length: number; readonly whole: boolean }
  | { readonly ask: 'offset' };

export function beginSending(offset: number, piece = Number.POSITIVE_INFINITY): Sending {
  return {
    offset,
    reached: offset,
    piece,
    refusedPiece: 0,
    restarted: false,
    known: true,
    failed: 0,
    last: failure('server-unreachable', 'retry'),
  };
}

export function nextRequest({ known, offset, piece }: Sending, size: number): SendingRequest {
  if (!known) return { ask: 'offset' };
  const length = Math.min(piece, size - offset);
  return { ask: 'piece', offset, length, whole: offset === 0 && length === size && size <= WHOLE_SIZE };
}

/** What one request came to, and what comes now. Pure and total; it ends, for whatever brings nothing forward is counted. */
export function afterStep(
  sending: Sending,
  step: Step,
  { size, hash, tries }: SendingFacts,
): { readonly sending: Sending; readonly next: Turn } {
  const goOn = (change: Partial<Sending>): ReturnType<typeof afterStep> => ({
    sending: { ...sending, ...change },
    next: { turn: 'go-on' },
  });
  const end = (reported: Reported): ReturnType<typeof afterStep> => ({ sending, next: { turn: 'end', failure: reported } });
  const again = (change: Partial<Sending>, last: Reported, least = 0): ReturnType<typeof afterStep> => {
    const failed = sending.failed + 1;
    const after = { ...sending, ...change, last, failed };
    return failed >= tries ? { sending: after, next: { turn: 'end', failure: last } } : { sending: after, next: { turn: 'wait', least } };
  };
  switch (step.step) {
    case 'done':
      if (hash !== null && step.hash !== hash) return end(failure('digest-mismatch', 'ask', { arrived: step.hash }));
      return { sending, next: { turn: 'done', hash: step.hash } };
    case 'failed':
      return end(step.failure);
    case 'on': {
      const { offset } = step;
      if (offset > size) return end(failure('bytes-changed', 'ask', { offset, size }));
      const at = { offset, reached: Math.max(sending.reached, offset), known: true };
      if (offset > sending.reached) return goOn({ ...at, failed: 0 });
      return sending.known ? again(at, sending.last) : goOn(at);
    }
    case 'smaller': {
      const last = tooLarge(sending, size);
      if (sending.piece <= SMALLEST_PIECE) return end(last);
      const refusedPiece = Math.min(sending.piece, size - sending.offset);
      const smaller = { last, refusedPiece, piece: Math.max(SMALLEST_PIECE, Math.floor(refusedPiece / 2)), known: false };
      return step.sure ? goOn(smaller) : again(smaller, last);
    }
    case 'mismatch':
      return sending.restarted ? end(step.failure) : goOn({ restarted: true, offset: 0, reached: 0 });
    case 'again': {
      // A 502 to the smallest piece, after larger ones were refused, while HEAD is answered: it is the size.
      const isSize = sending.known && sending.refusedPiece > 0 && step.failure.evidence['status'] === 502;
      return again({ known: false }, isSize ? tooLarge(sending, size) : step.failure, step.least);
    }
    default:
      return step satisfies never;
  }
}

function tooLarge({ piece, offset }: Sending, size: number): Reported {
  return failure('too-large-for-proxy', 'retry', { piece: Math.min(piece, size - offset) });
}
