import { classOf, tellReason, type Evidence, type ReasonCode } from '@rollcall/protocol';

/** What ends that it is stopped: a person, the settings that hold it back, or another try. */
export type StoppedUntil = 'person' | 'settings' | 'retry';

/** Nothing more can be imported, or exported, now, for a reason that is not one file's. Begun again, it goes on where it stopped. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly until: StoppedUntil;

  constructor(words: string, until: StoppedUntil) {
    super(words);
    this.until = until;
  }
}

/** The same by a reason of the house. */
export function stoppedBy(code: ReasonCode, evidence: Evidence = {}): Stopped {
  const { words, cure } = tellReason({ code, since: 0, evidence });
  const kind = classOf(code);
  return new Stopped(`${words} ${cure}`.trim(), kind === 'needs-you' ? 'person' : kind === 'held' ? 'settings' : 'retry');
}

/** One file cannot be imported. */
export class FileFailed extends Error {
  override readonly name = 'FileFailed';
}
