import { classOf, tellReason, type Evidence, type ReasonCode } from '@rollcall/protocol';
import { EXIT } from '../io.ts';

/** Nothing more can be exported now, for a reason that is not one file's. Begun again, an export goes on where it stopped. */
export class ExportStopped extends Error {
  override readonly name = 'ExportStopped';
  readonly exitCode: number;

  constructor(words: string, exitCode: number) {
    super(words);
    this.exitCode = exitCode;
  }
}

/** The same by a reason of the house. */
export function stoppedBy(code: ReasonCode, evidence: Evidence = {}): ExportStopped {
  const { words, cure } = tellReason({ code, since: 0, evidence });
  const kind = classOf(code);
  return new ExportStopped(`${words} ${cure}`.trim(), kind === 'needs-you' ? EXIT.needsYou : kind === 'held' ? EXIT.held : EXIT.retry);
}

/** One part of one photo cannot be had, and why. */
export class NotHad extends Error {
  override readonly name = 'NotHad';
}
