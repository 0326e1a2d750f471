import { LIMITS, type AssetKind, type Change, type MutationResult, type UploadAnswer, type UploadAsk } from '@rollcall/protocol';
import { capturedFromFileTime } from '../library/capture.ts';
import type { FileState } from './state.ts';
import { createBatch, createTurns } from './turns.ts';

/** A file as the browser gives it. */
export interface SourceFile {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** What a file is; or, when it is no photo or video, what else, in a person's words. */
export type FileKind = { readonly kind: AssetKind; readonly mime: string } | { readonly kind: 'not-media'; readonly what: string };
type MediaKind = Exclude<FileKind, { kind: 'not-media' }>;

type SendTo = Extract<UploadAnswer, { answer: 'send' }>;

/** What the queue needs from the world. Each rejects when it cannot be done; `tellFailure` says why. */
export interface UploadPorts<F extends SourceFile> {
  readonly recognise: (file: F) => Promise<FileKind>;
  readonly hash: (file: F, progress: (done: number) => void, signal: AbortSignal) => Promise<string>;
  readonly ask: (asks: readonly UploadAsk[]) => Promise<readonly UploadAnswer[]>;
  /** Sends everything from `to.offset` on; a state when the sending has an end of its own kind. */
  readonly send: (file: F, to: SendTo, hash: string, progress: (sent: number) => void, signal: AbortSignal) => Promise<FileState | null>;
  readonly add: (changes: readonly Change[]) => Promise<readonly MutationResult[]>;
  /** Until it is worth trying again: after this many milliseconds, or when the link is back. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly newId: () => string;
  readonly tellFailure: (error: unknown) => { readonly words: string; readonly final: boolean };
}

/** Files being sent at the same time. */
export const PARALLEL = 3;
const BATCH_WAIT = 40;

export interface Chosen<F> {
  readonly file: F;
  /** Minted once, so that another try adds the same photo. */
  readonly assetId: string;
}

/** The way of one file, from reading to the library; rejects when it broke on the way. */
type Pipeline<F> = (id: number, chosen: Chosen<F>, signal: AbortSignal) => Promise<FileState>;

export function createPipeline<F extends SourceFile>(ports: UploadPorts<F>, set: (id: number, progress: FileState) => void): Pipeline<F> {
  const readTurn = createTurns(1);
  const sendTurn = createTurns(PARALLEL);
  const askOne = createBatch(ports.ask, LIMITS.asks, BATCH_WAIT);
  const addOne = createBatch(ports.add, LIMITS.mutations, BATCH_WAIT);
  /** The same bytes twice in one drop are sent once. */
  const sendingHashes = new Map<string, Promise<unknown>>();

  const bringBytes = async (id: number, file: F, hash: string, mime: string, signal: AbortSignal): Promise<FileState | null> => {
    set(id, { state: 'asking' });
    const answer = await askOne({ hash, size: file.size, mime });
    switch (answer.answer) {
      case 'have':
        return null;
      case 'over-quota':
        return {
          state: 'full',
          needed: answer.needed,
          free: answer.free,
          ...(answer.closes === undefined ? {} : { closes: answer.closes }),
        };
      case 'refused':
        return { state: 'failed', words: answer.words };
      case 'send':
        break;
      default:
        answer satisfies never;
        return null;
    }
    return sendTurn(async () => {
      signal.throwIfAborted();
      set(id, { state: 'sending', sent: answer.offset });
      return ports.send(file, answer, hash, (sent) => set(id, { state: 'sending', sent }), signal);
    });
  };

  const bringOnce = async (id: number, file: F, hash: string, mime: string, signal: AbortSignal): Promise<FileState | null> => {
    // Its outcome does not matter here: the question is asked again after it.
    for (let other = sendingHashes.get(hash); other; other = sendingHashes.get(hash)) await other.catch(() => undefined);
    const mine = bringBytes(id, file, hash, mime, signal);
    sendingHashes.set(hash, mine);
    try {
      return await mine;
    } finally {
      if (sendingHashes.get(hash) === mine) sendingHashes.delete(hash);
    }
  };

  return async (id, { file, assetId }, signal) => {
    const kind = await ports.recognise(file);
    if (kind.kind === 'not-media') return { state: 'excluded', words: `Left out: not a photo or video (${kind.what})` };
    const hash = await readTurn(async () => {
      signal.throwIfAborted();
      set(id, { state: 'reading', done: 0 });
      return ports.hash(file, (done) => set(id, { state: 'reading', done }), signal);
    });
    for (let lost = 0; ; lost += 1) {
      const stopped = await bringOnce(id, file, hash, kind.mime, signal);
      if (stopped) return stopped;
      set(id, { state: 'adding' });
      const result = await addOne(createChange(assetId, file, kind, hash));
      switch (result.status) {
        case 'applied':
          return { state: 'done', assetId };
        case 'superseded':
          return result.why === 'duplicate' ? { state: 'duplicate', assetId: result.assetId } : { state: 'done', assetId };
        case 'rejected':
          // The bytes were collected meanwhile: they are sent once more.
          if (result.code === 'blob-missing' && lost < 1) continue;
          return { state: 'failed', words: result.words };
        default:
          return result satisfies never;
      }
    }
  };
}

/** What can be said of a file without looking inside; the server reads the rest from its bytes. */
function createChange(assetId: string, file: SourceFile, kind: MediaKind, hash: string): Change {
  return {
    name: 'asset.create',
    args: {
      assetId,
      kind: kind.kind,
      fields: {
        fileName: safeName(file.name),
        capturedAt: capturedFromFileTime(file.lastModified),
        capturedSource: 'file-time',
        width: null,
        height: null,
        duration: null,
        camera: null,
        exposure: null,
        place: null,
        title: null,
        caption: null,
        favourite: false,
        hidden: false,
        rating: null,
        keywords: [],
      },
      resources: [{ role: 'original', hash, size: file.size, mime: kind.mime, fileName: null, modifiedAt: Math.round(file.lastModified) }],
      newHere: true,
    },
  };
}

/** A name as the protocol takes it: one segment, no control characters. */
function safeName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
  const clean = name.replace(/[/\\\u0000-\u001f\u007f]/g, '_');
  return clean === '' || clean === '.' || clean === '..' ? '_' : clean.slice(0, LIMITS.fileName * 4);
}
