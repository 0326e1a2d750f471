import type { Measures } from '@rollcall/media/renditions';
import type { MediaTool } from '@rollcall/media/tools';
import { message, type Rendition } from '@rollcall/protocol';
import { access } from 'node:fs/promises';
import { checkStored } from '../bytes/index.ts';
import type { ServerContext } from '../context.ts';
import type { WantedRendition } from '../library/store.ts';
import type { Attempts, Subject, Want } from './attempts.ts';
import { renditionFile, viewFile } from './files.ts';
import type { JobEnd } from './job.ts';
import { tellWhatItSays } from './tell.ts';
import type { Tools } from './tools.ts';
import type { Views } from './views.ts';
import type { Worker } from './workers.ts';

export type RenditionContext = Pick<
  ServerContext,
  'dataDir' | 'database' | 'write' | 'libraries' | 'blobs' | 'traffic' | 'clock' | 'log' | 'figures' | 'optimises' | 'optimising'
>;

/** A server that died this often over the same file does not try again. */
const MOST_ATTEMPTS = 3;

const WORDS = {
  crashed: message('No picture is made of it: opening it made the program that draws pictures fail. The file itself is kept.'),
  'too-long': message('No picture is made of it: drawing one took too long. The file itself is kept.'),
  'too-much-memory': message('No picture is made of it: drawing one took too much memory. The file itself is kept.'),
} as const;

/**
 * `done`: the library knows. `refused`: it shows something else by now, and will ask for that. `later`: nothing can be done
 * about it in this run.
 */
export type Made = 'done' | 'refused' | 'later';

/** What makes a picture. */
export interface Workshop {
  readonly attempts: Attempts;
  readonly tools: Pick<Tools, 'met'>;
  readonly views: Pick<Views, 'made'>;
}

/** Makes one picture and tells the library. Every way a file can fail ends in words; none is tried in a loop. */
export async function makeOne(
  context: RenditionContext,
  { attempts, tools, views }: Workshop,
  worker: Worker,
  wanted: WantedRendition,
): Promise<Made> {
  const subject: Subject = { libraryId: wanted.libraryId, assetId: wanted.assetId, resourceId: wanted.of.id };
  const known = await alreadyKnown(context, attempts, subject);
  if (known !== null) return tell(context, subject, known);
  const path = context.blobs.path(wanted.of.hash);
  if (path === null) {
    context.log('no picture: its bytes are not stored', { ...subject }, 'warn');
    return 'later';
  }
  await attempts.start(subject, context.clock.now());
  const files = {
    thumbnail: renditionFile(context.dataDir, wanted.of.id, 'thumbnail'),
    preview: renditionFile(context.dataDir, wanted.of.id, 'preview'),
  };
  const { assetId, hash } = wanted.of;
  const ended = await worker.run({
    task: 'pictures',
    path,
    name: wanted.of.fileName ?? wanted.fileName,
    mtimeMs: wanted.of.modifiedAt,
    files,
    // A device will ask for it as soon as the photo comes to it, or makes room there.
    ...(context.optimises(wanted.libraryId)
      ? { ahead: { assetId, hash, file: viewFile(context.dataDir, wanted.of.id, 'compressed') } }
      : {}),
  });
  if (ended.end === 'answered' && ended.answer.state === 'ready' && ended.answer.ahead) await views.made(wanted.of.id, 'compressed');
  const outcome = outcomeOf(ended);
  if (outcome.state === 'not-done') {
    await attempts.undo(subject);
    context.log('no picture yet', { ...subject, why: outcome.why });
    // Nothing can be written now: all others would fail as well.
    if (outcome.why === 'writing') throw new Error(outcome.detail);
    return 'later';
  }
  if (outcome.state === 'unavailable' && outcome.lacks !== null) tools.met(outcome.lacks);
  else if (outcome.state === 'unavailable') {
    // Is it the photo, or what the disk made of it? Damaged bytes say nothing of the photo, and are asked back.
    if ((await checkStored(context, wanted.of.hash)).state !== 'stored') {
      await attempts.undo(subject);
      context.log('no picture yet', { ...subject, why: 'damaged' }, 'warn');
      return 'later';
    }
    context.log('no picture', { ...subject, why: ended.end === 'worker-lost' ? ended.why : 'unreadable' });
  }
  // Before it counts as done: what is read once only must not be lost by an end of the server between the two.
  const asked = wanted.of.role === 'original';
  if (asked && ended.end === 'answered') await tellWhatItSays(context, wanted, ended.answer);
  await attempts.finish(subject, outcome, context.clock.now(), asked ? 'told' : 'untold');
  return tell(context, subject, outcome);
}

type Outcome =
  | { state: 'ready'; placeholder: string; measures: Measures; moves: boolean; screenshot: boolean }
  | { state: 'unavailable'; words: string; detail: string; lacks: MediaTool | null; hurt: boolean };

/** Of an outcome, what the library is told. */
type Told =
  | Pick<Extract<Outcome, { state: 'ready' }>, 'state' | 'placeholder' | 'moves'>
  | Pick<Extract<Outcome, { state: 'unavailable' }>, 'state' | 'words'>;

/** What an earlier attempt found; null when there is something to do. */
async function alreadyKnown(context: RenditionContext, attempts: Attempts, subject: Subject): Promise<Told | null> {
  const before = attempts.find(subject);
  switch (before?.state) {
    case undefined:
      return null;
    case 'unavailable':
      return { state: 'unavailable', words: before.words ?? WORDS.crashed };
    case 'started':
      if (before.attempts < MOST_ATTEMPTS) return null;
      await attempts.finish(subject, { state: 'unavailable', words: WORDS.crashed, lacks: null, hurt: true }, context.clock.now(), 'told');
      return { state: 'unavailable', words: WORDS.crashed };
    case 'ready': {
      const there = (size: 'thumbnail' | 'preview'): Promise<boolean> =>
        access(renditionFile(context.dataDir, subject.resourceId, size)).then(
          () => true,
          () => false,
        );
      const whole = before.placeholder !== null && (await there('thumbnail')) && (await there('preview'));
      return whole ? { state: 'ready', placeholder: before.placeholder, moves: before.moves === 1 } : null;
    }
    default:
      return before!.state satisfies never;
  }
}

type NotDone = { state: 'not-done'; why: 'stopped' | 'reading' | 'writing'; detail: string };

function outcomeOf(ended: JobEnd): Outcome | NotDone {
  switch (ended.end) {
    case 'answered':
      switch (ended.answer.state) {
        case 'ready':
          return ended.answer;
        case 'unavailable':
          return { ...ended.answer, hurt: false };
        case 'fault':
          return { state: 'not-done', why: ended.answer.on, detail: ended.answer.detail };
        case 'edited':
        case 'sidecar-read':
        case 'view-ready':
        case 'measured':
        case 'read':
          return { state: 'not-done', why: 'reading', detail: 'something else came where pictures were asked for' };
        default:
          return ended.answer satisfies never;
      }
    case 'worker-lost':
      return { state: 'unavailable', words: WORDS[ended.why], detail: ended.why, lacks: null, hurt: true };
    case 'stopped':
      return { state: 'not-done', why: 'stopped', detail: 'the server stops' };
    default:
      return ended satisfies never;
  }
}

/** What could not be made for want of these is made again: what was said of it is forgotten, and the library asks for it. Answers how many. */
export async function wantAgain(context: RenditionContext, attempts: Attempts, wants: readonly Want[]): Promise<number> {
  const found = attempts.lacking(wants);
  for (const subject of found) {
    // In this order: an end between the two asks for it once more.
    await context.libraries.wantRendition(subject.libraryId, subject.assetId);
    await attempts.forget(subject);
  }
  return found.length;
}

async function tell(context: RenditionContext, subject: Subject, outcome: Told): Promise<Made> {
  const rendition: Rendition = {
    type: 'rendition',
    assetId: subject.assetId,
    of: subject.resourceId,
    state: outcome.state,
    placeholder: outcome.state === 'ready' ? outcome.placeholder : null,
    words: outcome.state === 'ready' ? null : outcome.words.slice(0, 500),
    ...(outcome.state === 'ready' && outcome.moves ? { moves: true } : {}),
  };
  return (await context.libraries.putRendition(subject.libraryId, rendition)) ? 'done' : 'refused';
}
