import { createHash } from 'node:crypto';
import { LIMITS, type Reason } from '@rollcall/protocol';
import type { ServerContext } from '../context.ts';
import { noteItems } from '../rolls/note.ts';
import type { Visitor } from './door.ts';

/** Something that an app brought, or tried to. */
export interface Brought {
  /** Below its drop box. */
  readonly path: readonly string[];
  readonly size: number;
  /** Null: it was refused before all of it was here. */
  readonly hash: string | null;
}

/** What was refused and never came again may be gone from the app for long; milliseconds. */
const REMEMBERED = 30 * 86_400_000;

type BroughtContext = Pick<ServerContext, 'database' | 'write' | 'clock' | 'pokes'>;

/** It is in the library: the app's roll has it, and what it was refused under that name before is settled. */
export async function noteBrought(
  context: BroughtContext,
  visitor: Visitor,
  { path, size, hash }: Brought,
  assetId: string,
): Promise<void> {
  const key = keyOf(path, hash ?? '');
  const entry = { key, path: path.join('/'), size, assetId, hash, form: 'original' as const, inSync: true, reasons: [] };
  await note(context, visitor, [
    { key: keyOf(path), entry: null },
    { key, entry },
  ]);
}

/** It was refused: the app's roll says so, and why, until it comes after all. */
export async function noteRefused(
  context: BroughtContext,
  visitor: Visitor,
  { path, size, hash }: Brought,
  why: Pick<Reason, 'code' | 'evidence'>,
): Promise<void> {
  const key = keyOf(path);
  const reasons = [{ ...why, since: context.clock.now() }];
  const entry = { key, path: path.join('/'), size, assetId: null, hash, form: 'original' as const, inSync: false, reasons };
  await note(context, visitor, [{ key, entry }]);
}

async function note(
  { database, write, clock, pokes }: BroughtContext,
  { deviceId, libraryId }: Visitor,
  items: Parameters<typeof noteItems>[2],
): Promise<void> {
  await write(() => noteItems(database, deviceId, items, clock.now(), { for: REMEMBERED, most: LIMITS.dropBoxRefused }));
  pokes.devices(libraryId);
}

/** Of what is refused the name alone says which item it is: of its bytes not all are known. */
function keyOf(path: readonly string[], hash = ''): string {
  return createHash('sha256')
    .update(`${path.join('/')}\n${hash}`)
    .digest('hex')
    .slice(0, 40);
}
