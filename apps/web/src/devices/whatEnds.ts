import { say, type ToldReason } from '@rollcall/protocol';

/** What a person can do; or else what it waits for, and whether anything helps. */
export function whatEnds({ ends, cure }: Pick<ToldReason, 'ends' | 'cure'>): string {
  const idle = cure.startsWith(say('Nothing to do'));
  if (ends.by === 'person' && !idle) return cure;
  const what = say('What ends it: {what}', { what: ends.words });
  return idle ? what : `${what} ${cure}`;
}
