import { companionRole, type RemoteAsset } from '@rollcall/core';
import { isCompanion, type Change, type NewResource } from '@rollcall/protocol';
import type { Heard } from './cloud.ts';

/** What the parts of a photo become: added to it, or joined with it where the library has them as photos of their own. */
export interface PartsToCome {
  readonly added: readonly NewResource[];
  readonly joins: readonly Change[];
}

/** The photo to which parts come. */
export interface Receiver {
  readonly assetId: string;
  /** As the library has it; null: it comes with them. */
  readonly remote: RemoteAsset | null;
  readonly original: Pick<NewResource, 'mime'>;
  readonly kind: 'photo' | 'video';
  /** What another way brought apart, and nobody has joined yet, may be a photo of the import itself: these are not joined. */
  readonly isOwn: (hash: string) => boolean;
}

/**
 * A film, a RAW file or an edit may have come by itself before: through the folder of a device, or by hand. It is joined then, and does not
 * come a second time. An edit is kept, and what it was made of becomes a part of it, as the server does it.
 */
export function partsToCome(parts: readonly NewResource[], to: Receiver, cloud: Pick<Heard, 'match'>): PartsToCome {
  const added: NewResource[] = [];
  const joins: Change[] = [];
  let edit: string | null = null;
  for (const part of parts) {
    const { role, hash } = part;
    const other = to.isOwn(hash) ? null : aloneAs(hash, to.assetId, cloud);
    if (other !== null && isCompanion(role))
      joins.push({ name: 'asset.join', args: { assetId: to.assetId, joined: other.asset.id, role } });
    else if (other !== null && role === 'edited' && edit === null && canShow(other, to)) edit = other.asset.id;
    else added.push(part);
  }
  if (edit !== null) {
    const role = to.kind === 'video' ? 'alternate' : companionRole('photo', to.original.mime);
    joins.push({ name: 'asset.join', args: { assetId: edit, joined: to.assetId, role } });
  }
  return { added, joins };
}

/** The photo of the library that these bytes are, and that nobody deleted; null: they are none. */
export function aloneAs(hash: string, assetId: string | null, cloud: Pick<Heard, 'match'>): RemoteAsset | null {
  const found = cloud.match(hash);
  if (found === null || found.asset.id === assetId || found.asset.state !== 'live') return null;
  return found.resources.some((each) => each.role === 'original' && each.hash === hash && !each.removed) ? found : null;
}

/** Of a photo that shows an edit already, nothing is taken away; and no photo is made of two that are more than an edit and its original. */
function canShow({ asset, resources }: RemoteAsset, { remote, kind }: Receiver): boolean {
  return (
    asset.kind === kind &&
    (remote?.asset.rendering ?? null) === null &&
    !resources.some(({ role, removed }) => !removed && isCompanion(role))
  );
}
