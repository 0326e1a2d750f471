import { randomBytes } from 'node:crypto';
import { assetName, untold } from '@rollcall/core';
import { recognise, type Recognised } from '@rollcall/media';
import { mintId, type Change, type MutationResult, type Reason } from '@rollcall/protocol';
import type { ServerContext } from '../context.ts';
import type { Visitor } from './door.ts';
import { NotReceived } from './not-received.ts';

export type Media = Exclude<Recognised, { kind: 'not-media' }>;

/** What a file is, by its first bytes. Throws for what is no photo or video, so that nothing more of it need come. */
export function mediaOf(name: string, head: Uint8Array, size: number): Media {
  const recognised = recognise(name, head);
  if (recognised.kind !== 'not-media') return recognised;
  const { what } = recognised;
  throw new NotReceived(
    415,
    `This is not a photo or video (${what}), and only these are kept here.`,
    { code: 'not-a-photo', evidence: { kind: what } },
    size,
  );
}

export interface Entering {
  readonly name: string;
  readonly hash: string;
  readonly size: number;
  readonly media: Media;
  /** When its file was last modified, as the app told; null: it did not. */
  readonly modifiedAt: number | null;
}

type EnterContext = Pick<ServerContext, 'libraries' | 'renditions' | 'clock'>;

/**
 * Bytes that are here become a photo, by the change that a page makes of a file; the server reads the rest in it, and joins what belongs
 * together, as always. The same bytes again are the photo that there is. Gives its id.
 */
export async function enterPhoto({ libraries, renditions, clock }: EnterContext, visitor: Visitor, entering: Entering): Promise<string> {
  const { libraryId, deviceId } = visitor;
  const id = (): string => mintId(clock.now(), randomBytes(10));
  const assetId = id();
  const change = changeOf(assetId, entering, clock.now());
  const [answer] = await libraries.applyActions({ libraryId, deviceId, actions: [{ id: id(), change }] });
  renditions.wake(libraryId);
  if (answer === undefined) throw new Error('a change was not answered');
  return enteredAs(answer.result, assetId, entering.size);
}

function changeOf(assetId: string, { name, hash, size, media, modifiedAt }: Entering, now: number): Change {
  const fields = {
    fileName: assetName(name),
    capturedAt: new Date(modifiedAt ?? now).toISOString(),
    capturedSource: modifiedAt === null ? ('unknown' as const) : ('file-time' as const),
    ...untold(),
  };
  const resources = [{ role: 'original', hash, size, mime: media.mime, fileName: null, modifiedAt }];
  // Nobody chose it just now: what was deleted does not come back because an app still has it.
  return { name: 'asset.create', args: { assetId, kind: media.kind, fields, resources, newHere: false } };
}

function enteredAs(result: MutationResult, assetId: string, size: number): string {
  switch (result.status) {
    case 'applied':
      return assetId;
    case 'superseded':
      return result.assetId ?? assetId;
    case 'rejected': {
      const why: Pick<Reason, 'code' | 'evidence'> =
        result.code === 'deleted-before'
          ? { code: 'deleted-before', evidence: { app: true } }
          : { code: 'refused', evidence: { error: result.words.slice(0, 200) } };
      const words =
        result.code === 'deleted-before'
          ? 'This photo was deleted from the library before, and is not taken again from an app. To have it again, restore it from Recently Deleted, or upload it on the page.'
          : result.words;
      throw new NotReceived(409, words, why, size);
    }
    default:
      return result satisfies never;
  }
}
