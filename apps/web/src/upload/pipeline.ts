import { sidecarMime } from '@rollcall/core';
import {
  LIMITS,
  say,
  type AssetKind,
  type Change,
  type MutationResult,
  type SidecarRole,
  type UploadAnswer,
  type UploadAsk,
} from '@rollcall/protocol';
import { attachChange, createChange } from './changes.ts';
import type { FileState } from './state.ts';
import { createBatch, createTurns } from './turns.ts';
import type { UploadNotes } from './unfinished.ts';

/** A file as the browser gives it. */
export interface SourceFile {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** What a file is; or, when it is no photo or video, what else, in a person's words. */
export type FileKind = { readonly kind: AssetKind; readonly mime: string } | { readonly kind: 'not-media'; readonly what: string };

type SendTo = Extract<UploadAnswer, { answer: 'send' }>;

export interface Failure {
  readonly words: string;
  /** Another try does not change it. */
  readonly final: boolean;
  /** It is not the file’s fault, and passes: nobody answers, or the server has too much to do. It is waited for, however long. */
  readonly passes: boolean;
}

/** What the queue needs from the world. Each rejects when it cannot be done; `tellFailure` says why. */
export interface UploadPorts<F extends SourceFile> {
  readonly recognise: (file: F) => Promise<FileKind>;
  /** How a file ends that is a compressed version, which is not added; null: it is none. */
  readonly standIn: (file: F, signal: AbortSignal) => Promise<FileState | null>;
  /** Whether a file that is no photo holds data of one, as its name and its content say. */
  readonly isSidecar: (file: F) => Promise<boolean>;
  readonly hash: (file: F, progress: (done: number) => void, signal: AbortSignal) => Promise<string>;
  readonly ask: (asks: readonly UploadAsk[]) => Promise<readonly UploadAnswer[]>;
  /** Sends everything from `to.offset` on; a state when the sending has an end of its own kind. */
  readonly send: (file: F, to: SendTo, hash: string, progress: (sent: number) => void, signal: AbortSignal) => Promise<FileState | null>;
  readonly add: (changes: readonly Change[]) => Promise<readonly MutationResult[]>;
  /** Until it is worth trying again: after this many milliseconds, or when the link is back. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly newId: () => string;
  readonly notes: UploadNotes;
  readonly tellFailure: (error: unknown) => Failure;
}

/** Files being sent at the same time. */
export const PARALLEL = 3;
const BATCH_WAIT = 40;

export interface Chosen<F> {
  readonly file: F;
  /** Minted once, so that another try adds the same photo. */
  readonly assetId: string;
}

/** The ways of files, from reading to the library; each rejects when it broke on the way. */
export interface Pipeline<F> {
  /** @param isMedia called when it is known that it is a photo or a film */
  readonly photo: (id: number, chosen: Chosen<F>, signal: AbortSignal, isMedia: (kind: AssetKind) => void) => Promise<FileState>;
  /** A file that holds data of the photo `assetId`. */
  readonly sidecar: (
    id: number,
    file: F,
    to: { readonly assetId: string; readonly role: SidecarRole },
    signal: AbortSignal,
  ) => Promise<FileState>;
}

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

  const hashOf = (id: number, file: F, signal: AbortSignal): Promise<string> =>
    readTurn(async () => {
      signal.throwIfAborted();
      set(id, { state: 'reading', done: 0 });
      return ports.hash(file, (done) => set(id, { state: 'reading', done }), signal);
    });

  /** Sends what is lacking and asks for the change; `told` says what it means that it was made, or was not needed. */
  const bring = async (
    id: number,
    { file, hash, mime }: { readonly file: F; readonly hash: string; readonly mime: string },
    change: Change,
    told: (result: Exclude<MutationResult, { status: 'rejected' }>) => FileState,
    signal: AbortSignal,
  ): Promise<FileState> => {
    for (let lost = 0; ; lost += 1) {
      const stopped = await bringOnce(id, file, hash, mime, signal);
      if (stopped) return stopped;
      set(id, { state: 'adding' });
      const result = await addOne(change);
      if (result.status !== 'rejected') return told(result);
      // The bytes were collected meanwhile: they are sent once more.
      if (result.code === 'blob-missing' && lost < 1) continue;
      return { state: 'failed', words: result.words };
    }
  };

  return {
    photo: async (id, { file, assetId }, signal, isMedia) => {
      const kind = await ports.recognise(file);
      if (kind.kind === 'not-media')
        return { state: 'excluded', words: say('Left out: not a photo or video ({what})', { what: kind.what }) };
      const standIn = await readTurn(() => ports.standIn(file, signal));
      if (standIn !== null) return standIn;
      isMedia(kind.kind);
      const hash = await hashOf(id, file, signal);
      const told = (result: MutationResult): FileState =>
        result.status === 'superseded' && result.why === 'duplicate'
          ? { state: 'duplicate', assetId: result.assetId }
          : { state: 'done', assetId };
      return bring(id, { file, hash, mime: kind.mime }, createChange(assetId, file, kind, hash), told, signal);
    },
    sidecar: async (id, file, { assetId, role }, signal) => {
      const hash = await hashOf(id, file, signal);
      const told = ({ status }: MutationResult): FileState => ({ state: status === 'applied' ? 'kept' : 'kept-before' });
      return bring(id, { file, hash, mime: sidecarMime(file.name) }, attachChange(assetId, file, role, hash), told, signal);
    },
  };
}
