import type { World } from '../play/world.ts';
import type { Chance } from '../world/chance.ts';

/** Bytes on the cloud's disk change by themselves; never those of the last copy, for nobody could give them back. */
export function rot(world: World, chance: Chance): void {
  const { disk } = world.cloud.blobs;
  const files = [...disk.files()].filter(
    ({ path, bytes }) => path.startsWith('blobs/') && bytes.length > 0 && world.witness.copies(bytes.hash) > 1,
  );
  if (files.length === 0) return;
  const { path, bytes } = chance.pick(files);
  world.tell(`the disk of the cloud forgets a bit of ${world.witness.nameOf(bytes.hash)}`);
  world.witness.rotted(bytes.hash, world.timeline.now);
  disk.rot(path, 1 + chance.below(1_000_000));
}
