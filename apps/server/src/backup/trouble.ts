/** What keeps a backup or a restore from being done, in words that say what to do. */
export class BackupTrouble extends Error {
  override readonly name = 'BackupTrouble';
  /** The exit code: 1 something is broken, 2 wrong use, 3 the person must do something first. */
  readonly code: 1 | 2 | 3;
  constructor(code: 1 | 2 | 3, words: string) {
    super(words);
    this.code = code;
  }
}

/** It was asked to stop. What is done stays done, and the next run goes on from there. */
export class BackupStopped extends Error {
  override readonly name = 'BackupStopped';
}

export function unlessStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new BackupStopped();
}
