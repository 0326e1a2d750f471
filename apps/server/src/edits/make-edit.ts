import {
  canonicalJson,
  dayWords,
  LIMITS,
  message,
  RECIPE_MIME,
  recipeName,
  resourceId,
  say,
  sizeWords,
  type Change,
  type MutationResult,
  type NewResource,
  type Recipe,
  type Resource,
} from '@rollcall/protocol';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { takeIn, type BytesContext, type LiveUploads, type MadeBytes, type NotTaken } from '../bytes/index.ts';
import type { Asker, ServerContext } from '../context.ts';
import { Refused } from '../refused.ts';
import { openAttempts } from '../renditions/attempts.ts';
import type { JobEnd } from '../renditions/job.ts';
import type { Worker } from '../renditions/workers.ts';
import type { EditAsked } from './edits.ts';

export type EditContext = BytesContext &
  Pick<ServerContext, 'dataDir' | 'libraries' | 'figures'> & {
    readonly uploads: LiveUploads;
    readonly renditions: { wake(libraryId: string): void };
  };

/** The rendering that was made, and what the library answered. */
export interface Saved {
  readonly rendering: string;
  readonly result: MutationResult;
}

/** A rendering and its recipe. */
const FILES = 2;

/**
 * Makes an edit in all its pixels, keeps it and its recipe as an upload would be kept, and has the library show it, if it still shows what the person saw. Nothing
 * is changed before all is on disk.
 */
export async function makeEdit(
  context: EditContext,
  worker: Worker,
  file: string,
  asker: Pick<Asker, 'libraryId' | 'deviceId'>,
  asked: EditAsked,
): Promise<Saved> {
  const { base, fileName, assetId } = await findBase(context, asker.libraryId, asked);
  const path = context.blobs.path(base.hash);
  if (path === null)
    throw new Refused(
      'not-ready',
      say('The bytes of this photo are not all there now. A device that has them brings them back by itself.'),
    );
  try {
    const pixels = pixelsOf(
      await worker.run({
        task: 'edit',
        path,
        name: base.fileName ?? fileName,
        mtimeMs: base.modifiedAt,
        settings: asked.settings,
        file,
      }),
    );
    const rendering = await madeFile(file);
    const recipe: Recipe = { format: 'rollcall-edit', version: 1, of: base.hash, makes: rendering.hash, settings: asked.settings };
    const written = madeText(canonicalJson(recipe), RECIPE_MIME);
    const taken = await takeIn(context, context.uploads, asker, [rendering, written]);
    if ('answer' in taken) throw notTaken(taken);
    const modifiedAt = context.clock.now();
    const named = (role: string, { hash, size, mime }: MadeBytes, name: string | null): NewResource => ({
      role,
      hash,
      size,
      mime,
      fileName: name,
      modifiedAt,
    });
    const edit: Change = {
      name: 'asset.edit',
      args: { assetId, rendering: { ...named('edited', rendering, null), pixels } },
      expect: asked.expect,
    };
    const attach: Change = {
      name: 'resource.attach',
      args: { assetId, resource: named('adjustment-data', written, recipeName(fileName, rendering.hash)) },
    };
    const results = await context.libraries.applyActions({
      ...asker,
      actions: [
        { id: asked.id, change: edit },
        { id: recipeAction(asked.id), change: attach },
      ],
    });
    context.renditions.wake(asker.libraryId);
    return { rendering: resourceId(assetId, 'edited', rendering.hash), result: results[0]!.result };
  } finally {
    await rm(file, { force: true });
  }
}

interface Base {
  readonly assetId: string;
  readonly fileName: string;
  readonly base: Resource;
}

async function findBase(context: EditContext, libraryId: string, asked: EditAsked): Promise<Base> {
  const asset = await context.libraries.asset(libraryId, asked.assetId);
  if (asset === null || asset.state === 'purged') throw new Refused('not-found', say('There is no such photo in this library.'));
  const here = asset.resources.filter(({ removed }) => !removed);
  const base = here.find(({ id, role }) => id === asked.base && (role === 'original' || role === 'edited'));
  if (base === undefined) throw new Refused('not-found', say('This photo has no such version.'));
  if (!base.mime.startsWith('image/')) throw notEditable(say('Videos cannot be edited here.'));
  if (here.length + FILES > LIMITS.resourcesPerAsset)
    throw notEditable(
      say('A photo can have {most} files, and this one has too many for one more edit.', { most: String(LIMITS.resourcesPerAsset) }),
    );
  // What ended a worker once is not opened again for something else.
  const hurt = openAttempts(context.database, context.write).hurt(base.id);
  if (hurt !== null) throw notEditable(hurt);
  return { assetId: asset.id, fileName: asset.fileName, base };
}

const LOST: Readonly<Record<Extract<JobEnd, { end: 'worker-lost' }>['why'], string>> = {
  crashed: message('It cannot be edited here: opening it made the program that draws pictures fail. Nothing was changed.'),
  'too-long': message('It cannot be edited here: that takes too long. Nothing was changed.'),
  'too-much-memory': message('It cannot be edited here: that takes too much memory. Nothing was changed.'),
};

/** In how many pixels it was made. */
function pixelsOf(ended: JobEnd): { readonly width: number; readonly height: number } {
  switch (ended.end) {
    case 'stopped':
      throw new Refused('server-busy', say('The server is being stopped. Save it again when it is back.'));
    case 'worker-lost':
      throw notEditable(LOST[ended.why]);
    case 'answered':
      if (ended.answer.state === 'edited') return { width: ended.answer.width, height: ended.answer.height };
      if (ended.answer.state === 'unavailable') throw notEditable(ended.answer.words);
      throw new Error(ended.answer.state === 'fault' ? ended.answer.detail : 'something else came where an edit was asked for');
    default:
      return ended satisfies never;
  }
}

/** There will be no edit of it. */
function notEditable(words: string): Refused {
  return new Refused('not-ready', words, { never: true });
}

function notTaken(answer: NotTaken): Refused {
  if (answer.answer === 'refused') return new Refused('server-disk-full', answer.words, { limit: answer.limit });
  const { needed, free, closes } = answer;
  if (closes !== undefined)
    return new Refused(
      'quota-full',
      say('The library closes on {day}, and takes nothing new. Keep it to save this edit.', { day: dayWords(closes) }),
      {
        needed,
        free,
        closes,
      },
    );
  return new Refused(
    'quota-full',
    say(
      'There is no room in the cloud for this edit: it needs {needed}, and {free} are free. Free up space, or ask for a bigger plan, and save it again. Nothing was changed.',
      { needed: sizeWords(needed), free: sizeWords(free) },
    ),
    { needed, free },
  );
}

async function madeFile(path: string): Promise<MadeBytes> {
  const { size } = await stat(path);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { hash: hash.digest('hex'), size, mime: 'image/jpeg', read: () => createReadStream(path) as AsyncIterable<Uint8Array> };
}

function madeText(text: string, mime: string): MadeBytes {
  const bytes = Buffer.from(text, 'utf8');
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    mime,
    read: async function* () {
      yield bytes;
    },
  };
}

/** The same for the same edit: what is asked twice is done once. */
function recipeAction(id: string): string {
  const hex = createHash('sha256').update(`recipe ${id}`).digest('hex');
  return `${id.slice(0, 14)}7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}
