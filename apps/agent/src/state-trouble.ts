/** The disk with a device's state folder is full, or cannot be written to. A command ends with these words. */
export class StateTrouble extends Error {
  override readonly name = 'StateTrouble';
  /** It needs the person. */
  readonly exitCode = 3;
}

const OF_THE_DISK = /^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN)|ENOSPC$|EDQUOT$|EROFS$|EACCES$)/;

/** What an error says of the disk with the state folder; null: nothing. */
export function stateTrouble(error: unknown, home: string): StateTrouble | null {
  if (error instanceof StateTrouble) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || !OF_THE_DISK.test(code)) return null;
  return new StateTrouble(
    `the state folder of this device, ${home}, cannot be written to (${message}). Make room on its disk, or see to its rights; no photo is lost, and what was not noted is done again.`,
  );
}
