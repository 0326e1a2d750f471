import { lstatSync, readdirSync, statSync, type BigIntStats } from 'node:fs';

export interface Failed {
  /** The system's word for it. */
  readonly error: string;
}

/** The names in a folder; *gone* where there is none. */
export function list(folder: string): string[] | 'gone' | Failed;
export function list(folder: string, names: 'buffer'): Buffer[] | 'gone' | Failed;
export function list(folder: string, names?: 'buffer'): string[] | Buffer[] | 'gone' | Failed {
  try {
    return names ? readdirSync(folder, names) : readdirSync(folder);
  } catch (error) {
    return isGone(error) ? 'gone' : { error: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}

/** What lies at a path; a link itself, and not where it leads to, unless it is to be *followed*. */
export function look(path: string | Buffer, follow?: 'followed'): BigIntStats | 'gone' | Failed {
  try {
    return follow ? statSync(path, { bigint: true }) : lstatSync(path, { bigint: true });
  } catch (error) {
    return isGone(error) ? 'gone' : { error: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}

export function isGone(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
