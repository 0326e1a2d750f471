import type { ToldReason } from '@rollcall/protocol';

/** What a person can do; or else what it waits for, and whether anything helps. */
export function whatEnds({ ends, cure }: Pick<ToldReason, 'ends' | 'cure'>): string {
  if (ends.by === 'person' && !cure.startsWith('Nothing to do')) return cure;
  return cure.startsWith('Nothing to do') ? `What ends it: ${ends.words}` : `What ends it: ${ends.words} ${cure}`;
}
