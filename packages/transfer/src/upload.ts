import * as answers from './answers.ts';
import type { Answer, Unkept } from './answers.ts';

/**
 * One upload resource, as a pure state machine (IETF draft-ietf-httpbis-resumable-upload). One request
 * writes at a time; a newer request interrupts the older, and is decided when the older has come to rest,
 * so that an offset that is told is an offset that can be used.
 *
 * Requests are known by a number that their server gives them.
 */
export type Upload =
  | {
      readonly phase: 'open';
      readonly offset: number;
      readonly length: number;
      readonly writing: Writing | null;
      readonly waiting: Ask | null;
    }
  /** All bytes are here, and are being verified and synced. `writing` waits for the answer. */
  | { readonly phase: 'finishing'; readonly length: number; readonly writing: Writing; readonly waiting: Ask | null }
  | { readonly phase: 'complete'; readonly length: number; readonly hash: string }
  | { readonly phase: 'gone' };

export interface Append {
  readonly kind: 'append';
  readonly request: number;
  /** `Upload-Offset`; null when missing or malformed. */
  readonly offset: number | null;
  /** `Upload-Complete`; null when missing or malformed. */
  readonly complete: boolean | null;
  /** `Upload-Length`, where it was sent. */
  readonly length: number | null;
  /** `Content-Length`; null for a chunked body. */
  readonly contentLength: number | null;
  /** The content type is `application/partial-upload`. */
  readonly partial: boolean;
}
export interface Whole {
  readonly kind: 'whole';
  readonly request: number;
  readonly contentLength: number | null;
}
export type Writing = Append | Whole;
export type Ask = Writing | { readonly kind: 'offset' | 'cancel'; readonly request: number };

/** How a request's body ended: to its end, broken off, with more bytes than fit, or because the disk is full. */
export type Ending = 'whole' | 'broken' | 'overflow' | 'disk-full';

export type UploadEvent =
  | { readonly type: 'asked'; readonly ask: Ask }
  /** Bytes of the writing request reached the file. */
  | { readonly type: 'arrived'; readonly bytes: number }
  /** The writing request's body came to rest. */
  | { readonly type: 'ended'; readonly how: Ending }
  | { readonly type: 'kept'; readonly hash: string }
  | { readonly type: 'mismatched'; readonly hash: string }
  | { readonly type: 'unkept'; readonly why: Unkept }
  /** Idle for too long. Means nothing while a request writes. */
  | { readonly type: 'expired' };

/** What the server does, in order. `receive`, `interrupt` and `finish` are followed by an event when they are done. */
export type Effect =
  /** Take the request's body, at most `most` bytes, to the end of the file. */
  | { readonly do: 'receive'; readonly request: number; readonly most: number }
  /** Take no more of the request's body, break its connection, and tell `ended` when nothing of it is being written. */
  | { readonly do: 'interrupt'; readonly request: number }
  | { readonly do: 'answer'; readonly request: number; readonly answer: Answer }
  /** Break the request's connection without an answer. */
  | { readonly do: 'break'; readonly request: number }
  /** Verify, sync and keep all bytes, then tell `kept`, `mismatched` or `unkept`. */
  | { readonly do: 'finish' }
  /** Drop all bytes received so far. */
  | { readonly do: 'empty' }
  /** Forget the upload, its bytes and its reservation. */
  | { readonly do: 'forget' };

export interface Decision {
  readonly upload: Upload;
  readonly effects: readonly Effect[];
}

export function openUpload(offset: number, length: number): Upload {
  return { phase: 'open', offset, length, writing: null, waiting: null };
}

export function decideUpload(upload: Upload, event: UploadEvent): Decision {
  switch (event.type) {
    case 'asked':
      return asked(upload, event.ask);
    case 'arrived':
      return arrived(upload, event.bytes);
    case 'ended':
      return ended(upload, event.how);
    case 'kept':
    case 'mismatched':
    case 'unkept':
      return finished(upload, event);
    case 'expired':
      if (upload.phase === 'finishing' || (upload.phase === 'open' && upload.writing)) return { upload, effects: [] };
      return { upload: { phase: 'gone' }, effects: [{ do: 'forget' }] };
    default:
      return event satisfies never;
  }
}

function asked(upload: Upload, ask: Ask): Decision {
  switch (upload.phase) {
    case 'gone':
      return say(upload, ask.request, answers.gone());
    case 'complete':
      return askedComplete(upload, ask);
    case 'finishing':
      return { upload: { ...upload, waiting: ask }, effects: replaced(upload.waiting) };
    case 'open':
      if (upload.writing === null) return askedOpen({ ...upload, writing: null }, ask);
      return {
        upload: { ...upload, waiting: ask },
        effects: upload.waiting ? replaced(upload.waiting) : [{ do: 'interrupt', request: upload.writing.request }],
      };
    default:
      return upload satisfies never;
  }
}

type Open = Extract<Upload, { phase: 'open' }>;
type Complete = Extract<Upload, { phase: 'complete' }>;
type Stand = Pick<Open, 'offset' | 'length'>;

function askedOpen(upload: Open, ask: Ask): Decision {
  switch (ask.kind) {
    case 'offset':
      return say(upload, ask.request, answers.stands(upload, null));
    case 'cancel':
      return {
        upload: { phase: 'gone' },
        effects: [{ do: 'forget' }, { do: 'answer', request: ask.request, answer: answers.cancelled() }],
      };
    case 'whole': {
      if (ask.contentLength !== null && ask.contentLength !== upload.length)
        return say(upload, ask.request, answers.sizeMismatch(upload.length, ask.contentLength));
      const receive: Effect = { do: 'receive', request: ask.request, most: upload.length };
      return { upload: { ...upload, offset: 0, writing: ask }, effects: upload.offset > 0 ? [{ do: 'empty' }, receive] : [receive] };
    }
    case 'append': {
      const refusal = refuseAppend(upload, ask);
      if (refusal) return say(upload, ask.request, refusal);
      return {
        upload: { ...upload, writing: ask },
        effects: [{ do: 'receive', request: ask.request, most: upload.length - upload.offset }],
      };
    }
    default:
      return ask satisfies never;
  }
}

function refuseAppend(upload: Stand, ask: Append): Answer | null {
  if (!ask.partial) return answers.wrongType();
  if (ask.complete === null) return answers.badRequest('The header Upload-Complete is missing or is neither ?1 nor ?0.');
  if (ask.offset === null) return answers.badRequest('The header Upload-Offset is missing or is not a whole number.');
  if (ask.offset !== upload.offset) return answers.offsetMismatch(upload, ask.offset);
  if (ask.length !== null && ask.length !== upload.length) return answers.inconsistentLength(upload.length);
  if (ask.contentLength === null) return null;
  const end = ask.offset + ask.contentLength;
  const fits = ask.complete ? end === upload.length : end <= upload.length;
  return fits ? null : answers.inconsistentLength(upload.length);
}

function askedComplete(upload: Complete, ask: Ask): Decision {
  switch (ask.kind) {
    case 'offset':
      return say(upload, ask.request, answers.stands({ offset: upload.length, length: upload.length }, upload.hash));
    case 'cancel':
      return say(upload, ask.request, answers.cancelled());
    case 'whole':
      return say(upload, ask.request, answers.finished(200, upload));
    case 'append':
      return say(upload, ask.request, appendedAfterwards(upload, ask));
    default:
      return ask satisfies never;
  }
}

/** An append to a complete upload: the last one again, whose answer was lost, is answered as it was; nothing can be added. */
function appendedAfterwards(upload: Complete, ask: Append): Answer {
  const refusal = refuseAppend({ offset: upload.length, length: upload.length }, ask);
  if (refusal) return refusal;
  if (ask.contentLength !== 0) return answers.inconsistentLength(upload.length);
  return ask.complete ? answers.finished(200, upload) : answers.completed(upload);
}

function arrived(upload: Upload, bytes: number): Decision {
  if (upload.phase !== 'open' || upload.writing === null) throw new Error('bytes arrived for an upload that no request writes to');
  if (upload.offset + bytes > upload.length) throw new Error('more bytes were taken than the upload holds');
  return { upload: { ...upload, offset: upload.offset + bytes }, effects: [] };
}

function ended(upload: Upload, how: Ending): Decision {
  if (upload.phase !== 'open' || upload.writing === null) throw new Error('a body ended that no request sends');
  const { writing, waiting, ...rest } = upload;
  const rested: Open = { ...rest, writing: null, waiting: null };
  const tell = (answer: Answer): Decision => then(say(rested, writing.request, answer), waiting);
  switch (how) {
    case 'broken':
      return then({ upload: rested, effects: [{ do: 'break', request: writing.request }] }, waiting);
    case 'disk-full':
      return tell(answers.unkept('server-disk-full'));
    case 'overflow':
      return then(
        {
          upload: { phase: 'gone' },
          effects: [{ do: 'forget' }, { do: 'answer', request: writing.request, answer: answers.inconsistentLength(upload.length) }],
        },
        waiting,
      );
    case 'whole': {
      const last = writing.kind === 'whole' || writing.complete === true;
      if (last && upload.offset === upload.length)
        return { upload: { phase: 'finishing', length: upload.length, writing, waiting }, effects: [{ do: 'finish' }] };
      if (writing.kind === 'whole') return tell(answers.sizeMismatch(upload.length, upload.offset));
      return tell(last ? answers.inconsistentLength(upload.length) : answers.appended(rested));
    }
    default:
      return how satisfies never;
  }
}

type Finished = Extract<UploadEvent, { type: 'kept' | 'mismatched' | 'unkept' }>;

function finished(upload: Upload, event: Finished): Decision {
  if (upload.phase !== 'finishing') throw new Error('an upload was finished that was not being finished');
  const { length, writing, waiting } = upload;
  switch (event.type) {
    case 'kept': {
      const complete: Complete = { phase: 'complete', length, hash: event.hash };
      return then(say(complete, writing.request, answers.finished(201, complete)), waiting);
    }
    case 'mismatched':
      return then(
        {
          upload: openUpload(0, length),
          effects: [{ do: 'empty' }, { do: 'answer', request: writing.request, answer: answers.digestMismatch(event.hash, length) }],
        },
        waiting,
      );
    case 'unkept':
      return then(say(openUpload(length, length), writing.request, answers.unkept(event.why)), waiting);
    default:
      return event satisfies never;
  }
}

/** Decides the request that waited for the one before it to come to rest. */
function then(decision: Decision, waiting: Ask | null): Decision {
  if (!waiting) return decision;
  const next = asked(decision.upload, waiting);
  return { upload: next.upload, effects: [...decision.effects, ...next.effects] };
}

function say(upload: Upload, request: number, answer: Answer): Decision {
  return { upload, effects: [{ do: 'answer', request, answer }] };
}

function replaced(waiting: Ask | null): Effect[] {
  return waiting ? [{ do: 'break', request: waiting.request }] : [];
}
