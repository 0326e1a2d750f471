import type { World } from '../play/world.ts';
import type { Request, Response, Sender } from '../wire/messages.ts';

/** L6: whoever reads, by whatever device, is given the bytes that the photo is called by; but what its disk forgot since it was looked at last. */
export function checkRead(world: World, { libraryId }: Sender, request: Request, { bytes }: Response): void {
  if (request.route !== 'download' || !bytes) return;
  const entity = world.cloud.tables.entity(libraryId, `resource:${request.resourceId}`)?.entity;
  if (entity?.type !== 'resource' || world.witness.isRotted(entity.hash)) return;
  const { hash } = bytes.piece.of;
  const of = request.compressed === true ? (world.gallery.of(bytes.piece.of)?.standIn?.of ?? null) : hash;
  if (of !== entity.hash)
    world.violate('L6', `who asks for ${world.witness.nameOf(entity.hash)} is given other bytes than it is called by`);
}

/** L6: at rest a browser that opens every photo of every library finds each as it is called, whether or not a device looks at it. */
export function checkReadable(world: World): void {
  const { tables, blobs } = world.cloud;
  for (const library of world.libraries)
    for (const { entity } of tables.index(library).rows) {
      if (entity.type !== 'resource' || entity.removed || world.witness.isRotted(entity.hash)) continue;
      const there = blobs.stat(entity.hash);
      if (there?.hash !== entity.hash || there.length !== entity.size)
        world.violate(
          'L6',
          `the library has ${world.witness.nameOf(entity.hash)}, and its bytes are ${there === null ? 'not there' : 'others'}`,
        );
    }
}
