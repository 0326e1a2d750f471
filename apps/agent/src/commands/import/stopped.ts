import { classOf, tellReason, type Evidence, type ReasonCode } from '@rollcall/protocol';
import { EXIT } from '../io.ts';

/** Nothing more can be imported now, for a reason that is not one file's. Begun again, an import goes on where it stopped. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  readonly exitCode: number;

  constructor(words: string, exitCode: number) {
    super(words);
    this.exitCode = exitCode;
  }
}

/** The same by a reason of the house. */
export function stoppedBy(code: ReasonCode, evidence: Evidence = {}): Stopped {
  const { words, cure } = tellReason({ code, since: 0, evidence });
  const kind = classOf(code);
  return new Stopped(`${words} ${cure}`, kind === 'needs-you' ? EXIT.needsYou : kind === 'held' ? EXIT.held : EXIT.retry);
}

/** One file cannot be imported. */
export class FileFailed extends Error {
  override readonly name = 'FileFailed';
}
