import type { World } from '../play/world.ts';

const MONTH_MS = 30 * 86_400_000;

/** Somebody has the first library closed, and thinks better of it before that is done. Devices hear of both with their orders. */
export function closeFor(world: World, lasts: number): void {
  const [library] = world.libraries;
  if (library === undefined || world.quiet) return;
  const { closing } = world.cloud.tables;
  const { now } = world.timeline;
  closing.set(library, { on: Math.floor(now) + MONTH_MS, askedAt: Math.floor(now) });
  world.tell('somebody has the library closed, in a month');
  world.timeline.after(lasts, 'somebody thinks better of it', () => {
    closing.delete(library);
    world.tell('the library stays after all');
  });
}
