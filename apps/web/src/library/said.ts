import type { Asset } from '@rollcall/protocol';

/** All that is known of a photo in words of its own, one after the other. */
export function saidOf({ fileName, title, caption, keywords, camera, people = [] }: Asset): readonly string[] {
  const parts = [fileName, title, caption, ...keywords, camera?.make, camera?.model, camera?.lens, ...people.map(({ name }) => name)];
  return parts.filter((part) => typeof part === 'string');
}

/** Whether two states of a photo are found by the same words. */
export function saysSame(a: Asset, b: Asset): boolean {
  const [before, now] = [saidOf(a), saidOf(b)];
  return before.length === now.length && before.every((part, index) => part === now[index]);
}
