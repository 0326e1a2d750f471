/** A device's state folder cannot be written to, or is damaged. A command ends with these words. */
export class StateTrouble extends Error {
  override readonly name = 'StateTrouble';
  /** It needs the person. */
  readonly exitCode = 3;
  /** What is in the way: room on a disk may come by itself, a damaged file stays damaged, and who writes ends at last, or is ended. */
  readonly of: 'disk' | 'file' | 'writer';

  constructor(of: StateTrouble['of'], words: string) {
    super(words);
    this.of = of;
  }
}

const OF_THE_DISK = /^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN)|ENOSPC$|EDQUOT$|EROFS$|EACCES$)/;

const OF_THE_FILE = /^SQLITE_(CORRUPT|NOTADB)/;

/** The database of the device's state cannot be used just now, which says nothing of a photo, of its disk, or of the server. */
export function isOfState(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|CORRUPT|NOTADB)/.test(String((error as NodeJS.ErrnoException).code));
}

/** What an error says of the state folder; null: nothing. */
export function stateTrouble(error: unknown, home: string): StateTrouble | null {
  if (error instanceof StateTrouble) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') return null;
  if (OF_THE_FILE.test(code))
    return new StateTrouble(
      'file',
      `the state of this device in ${home} is damaged (${message}). Its photos are where they were. Begin it anew: rollcall unlink --home ${home}, then rollcall link; what is in the cloud already is found by its content, and not sent again.`,
    );
  if (code.startsWith('SQLITE_BUSY'))
    return new StateTrouble(
      'writer',
      `another program has been writing to the state of this device, ${home}, for longer than it should take, and nobody else can meanwhile. Try again; if its agent stands still: rollcall restart --home ${home}. Nothing is lost by that.`,
    );
  if (!OF_THE_DISK.test(code)) return null;
  return new StateTrouble(
    'disk',
    `the state folder of this device, ${home}, cannot be written to (${message}). Make room on its disk, or see to its rights; no photo is lost, and what was not noted is done again.`,
  );
}

/** The same command, which says in words what is wrong with its state folder. */
export function inWords<O extends { readonly home: string }, Io>(
  command: (options: O, io: Io) => Promise<number>,
): (options: O, io: Io) => Promise<number> {
  return async (options, io) => {
    try {
      return await command(options, io);
    } catch (error) {
      throw stateTrouble(error, options.home) ?? error;
    }
  };
}
