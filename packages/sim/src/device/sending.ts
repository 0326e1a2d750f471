import {
  failureOf,
  fileUnit,
  judgeChange,
  letOverwrittenGo,
  noteChangedBytes,
  noteMended,
  offerChange,
  offerNew,
  offerSidecar,
  pauseOfSend,
  prefixOf,
  type Action,
  type LocalFile,
} from '@rollcall/core';
import { planted, UPLOAD_CONTENT_TYPE, UPLOAD_HEADERS, type UploadAnswer } from '@rollcall/protocol';
import {
  afterStep,
  beginSending,
  formatBoolean,
  formatInteger,
  nextRequest,
  pauseAfter,
  readOffset,
  readPiece,
  type SendingRequest,
  type Step,
  type Told,
} from '@rollcall/transfer';
import { prefixOf as prefixOfBytes } from '../disk/bytes.ts';
import { DiskError } from '../disk/disk.ts';
import type { Reply, Response } from '../wire/messages.ts';
import type { Routine } from '../world/routine.ts';
import { stampOfStats, statsOf } from './folder.ts';
import { diskFailure, settle, troubleFile, type Work } from './work.ts';

/** A photo that the cloud does not have: its bytes first, then the asset. */
export function* sendNew(work: Work, file: LocalFile): Routine {
  if (file.hash === null || file.kind === null || !(yield* sendBytes(work, file, file.hash))) return;
  yield* settle(work, () => offerNew(work.store, file, work.mintId(), work.now()));
}

/** A file that holds data of a photo. */
export function* sendSidecar(work: Work, file: LocalFile, { assetId, role }: Extract<Action, { do: 'send-sidecar' }>): Routine {
  if (file.hash === null || !(yield* sendBytes(work, file, file.hash))) return;
  yield* settle(work, () => offerSidecar(work.store, file, assetId, role, work.now()));
}

/** A file whose bytes are no longer those that were agreed on. */
export function* sendChange(work: Work, file: LocalFile, assetId: string): Routine {
  const { store } = work;
  const length = prefixOf(store, file, assetId);
  const there = length === null ? null : (work.disk().stat(file.path)?.bytes ?? null);
  const prefix = length === null || there === null || there.length < length ? null : prefixOfBytes(there, length).hash;
  const changed = judgeChange(store, file, assetId, prefix, work.now());
  switch (changed.is) {
    case 'nothing':
      return;
    case 'unclear':
      yield 200;
      return;
    case 'another-photo':
      work.touch(yield* settle(work, () => letOverwrittenGo(store, file, assetId, work.now())));
      return;
    case 'edit':
    case 'completed-copy':
      if (!(yield* sendBytes(work, file, changed.hash))) return;
      yield* settle(work, () => offerChange(store, file, assetId, changed, work.now()));
      return;
    default:
      changed satisfies never;
  }
}

export function* mend(work: Work, file: LocalFile, assetId: string, found: string): Routine {
  if (file.hash === null || !(yield* sendBytes(work, file, found))) return;
  yield* settle(work, () => noteMended(work.store, file, assetId, found, work.now()));
}

/** Brings the bytes of a file to the cloud. True: the cloud has them, and they were the file's when they were read. */
export function* sendBytes(work: Work, file: LocalFile, hash: string): Routine<boolean> {
  if (work.inFlight.has(hash)) {
    while (work.inFlight.has(hash)) yield 20;
    return false;
  }
  work.inFlight.add(hash);
  try {
    return yield* askAndSend(work, file, hash);
  } catch (error) {
    yield* troubleFile(work, file, diskFailure(error, 'read'));
    return false;
  } finally {
    work.inFlight.delete(hash);
  }
}

function* askAndSend(work: Work, file: LocalFile, hash: string): Routine<boolean> {
  const stats = work.disk().stat(file.path);
  if (stats === null) throw new DiskError('ENOENT', file.path);
  if (stampOfStats(stats) !== file.stamp) {
    yield* reread(work, file);
    return false;
  }
  const unit = fileUnit(file.key);
  work.progress(unit, { phase: 'asking', offset: 0, size: file.size });
  const answer = yield* work.call({ route: 'ask', asks: [{ hash, size: file.size, mime: file.mime }] });
  if (answer.is !== 'answer') {
    if (!work.failed(answer)) yield* troubleFile(work, file, { code: 'refused', evidence: { error: answer.code }, pause: 'few-tries' });
    return false;
  }
  const told = (answer.response.json as { answers: readonly UploadAnswer[] }).answers[0];
  if (!told) throw new Error('the server did not answer every question');
  const failure = failureOf(told, file);
  if (failure !== null) {
    yield* troubleFile(work, file, failure);
    return false;
  }
  return told.answer === 'send' ? yield* upload(work, file, hash, told) : true;
}

function* upload(
  work: Work,
  file: LocalFile,
  hash: string,
  ticket: { readonly uploadId: string; readonly offset: number },
): Routine<boolean> {
  const unit = fileUnit(file.key);
  const facts = { size: file.size, hash, tries: 3 };
  let sending = beginSending(ticket.offset);
  for (;;) {
    // The link may have become another one in the middle.
    if (!work.mayMove() && !planted('link-flip-ignored')) return false;
    const request = nextRequest(sending, file.size);
    if (request.ask === 'piece' && !work.mayPass(request.length)) return false;
    work.progress(unit, { phase: sending.offset >= file.size ? 'verifying' : 'sending', offset: sending.offset, size: file.size });
    const step = request.ask === 'piece' ? yield* sendPiece(work, file, ticket.uploadId, request) : yield* askOffset(work, ticket.uploadId);
    const after = afterStep(sending, step, facts);
    sending = after.sending;
    switch (after.next.turn) {
      case 'go-on':
        break;
      case 'wait':
        yield pauseAfter(sending.failed, after.next.least, work.chance.next());
        break;
      case 'done':
        return true;
      case 'end': {
        const { code, evidence, next } = after.next.failure;
        if (code === 'bytes-changed' || code === 'file-changing') {
          yield* reread(work, file);
          return false;
        }
        if (work.failed({ is: 'link', code })) return false;
        // The file may have changed under the same stamp; only its bytes can tell.
        if (code === 'digest-mismatch') yield* settle(work, () => work.store.patchFile(file.key, { hash: null }));
        yield* troubleFile(work, file, { code, evidence, pause: pauseOfSend(code, next === 'stop') });
        return false;
      }
      default:
        return after.next satisfies never;
    }
  }
}

type PieceRequest = Extract<SendingRequest, { ask: 'piece' }>;

function* sendPiece(work: Work, file: LocalFile, uploadId: string, { offset, length, whole }: PieceRequest): Routine<Step> {
  const there = work.disk().read(file.path);
  // The file is read as it is now, and never more of it than was promised; where it is shorter by now, the body breaks off.
  const to = Math.min(offset + length, there.length);
  const piece = to > offset ? { of: there, from: offset, to } : null;
  const headers = whole
    ? { 'content-type': 'application/octet-stream' }
    : {
        'content-type': UPLOAD_CONTENT_TYPE,
        [UPLOAD_HEADERS.complete]: formatBoolean(offset + length === file.size),
        [UPLOAD_HEADERS.offset]: formatInteger(offset),
      };
  const isWhole = to === offset + length;
  const answer = yield* raw(work, { route: 'send', upload: uploadId, headers, body: { piece, length, whole: isWhole }, whole });
  return answer === null ? noAnswer : readPiece(told(answer), length);
}

function* askOffset(work: Work, upload: string): Routine<Step> {
  const answer = yield* raw(work, { route: 'offset', upload });
  return answer === null ? noAnswer : readOffset(told(answer));
}

const noAnswer: Step = {
  step: 'again',
  failure: { ok: false, code: 'server-unreachable', evidence: { error: 'no answer' }, next: 'retry' },
  least: 0,
};

/** The answer as it came, whatever it says; null: none came. */
function* raw(work: Work, request: Parameters<Work['call']>[0]): Routine<Response | null> {
  const reply: Reply = yield* work.ask(request);
  return reply.came ? reply.response : null;
}

export function told({ status, headers, json, foreign }: Response): Told {
  return { status, header: (name) => headers[name] ?? null, text: foreign ?? (json === null ? '' : JSON.stringify(json)) };
}

function* reread(work: Work, file: LocalFile): Routine {
  const stats = work.disk().stat(file.path);
  if (stats === null) throw new DiskError('ENOENT', file.path);
  yield* settle(work, () => noteChangedBytes(work.store, file.key, statsOf(stats)));
}
