import { resourceId, type RollCallLine, type RouteOutput } from '@rollcall/protocol';
import { checkStored, type BytesContext } from '../bytes/index.ts';

type Found = RouteOutput<'rollCall'>['found'][number];

/** Files that are read at once. */
const AT_ONCE = 2;

/** Hashes the stored bytes of exactly these resources again, now; answers in the order asked. What is damaged or lost is wanted again. */
export async function rollCall(context: BytesContext, libraryId: string, lines: readonly RollCallLine[]): Promise<Found[]> {
  const found: Found[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < lines.length; at = next++) found[at] = await answer(context, libraryId, lines[at] as RollCallLine);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

async function answer(context: BytesContext, libraryId: string, line: RollCallLine): Promise<Found> {
  const asset = await context.libraries.asset(libraryId, line.assetId);
  const known = asset?.resources.some(({ id, hash }) => hash === line.hash && id === resourceId(asset.id, line.role, line.hash));
  if (!known) return { state: 'not-in-library', hash: null };
  const { state, hash } = await checkStored(context, line.hash);
  return { state, hash };
}
