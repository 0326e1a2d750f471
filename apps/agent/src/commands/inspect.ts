import { realpath, stat } from 'node:fs/promises';
import { inspect as lookInto, inspectionRow, unreadRow, type InspectionRow } from '@rollcall/media';
import { nameOf } from '@rollcall/core';
import { withSource } from '../folder/read.ts';
import { EXIT, say, type Io } from './io.ts';
import { inspectionWords } from './inspection-words.ts';

export interface InspectOptions {
  readonly json: boolean;
  readonly files: readonly string[];
}

/** What is read of single files, one line of JSON each, or in words. Needs no device and no server. */
export async function inspect({ files, json }: InspectOptions, io: Io): Promise<number> {
  let code: number = EXIT.ok;
  for (const file of files) {
    if (io.signal.aborted) return EXIT.needsYou;
    const looked = await lookAtFile(file);
    if (!looked.read) code = EXIT.needsYou;
    if (json) say(io, JSON.stringify(looked.row));
    else for (const line of inspectionWords(looked.row)) say(io, line);
  }
  return code;
}

/** Never throws for what is wrong with one file: the others are looked at all the same. `read`: its bytes could be looked at. */
export async function lookAtFile(path: string): Promise<{ readonly read: boolean; readonly row: InspectionRow }> {
  try {
    const real = await realpath(path);
    const stats = await stat(real);
    if (stats.isDirectory()) return unread(path, 'it is a folder: rollcall inspect --group looks at all of its files');
    // Reading from anything else may never end.
    if (!stats.isFile()) return unread(path, 'it is not a file, but a pipe, a device or the like');
    const inspection = await withSource(real, nameOf(path.replaceAll('\\', '/')), lookInto);
    return { read: true, row: inspectionRow(path, inspection) };
  } catch (error) {
    return unread(path, wordsOf(error as NodeJS.ErrnoException));
  }
}

function unread(path: string, error: string): { readonly read: false; readonly row: InspectionRow } {
  return { read: false, row: unreadRow(path, error) };
}

function wordsOf({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'you may not read it';
    case 'ELOOP':
      return 'it is a link that leads in a circle';
    default:
      return `it cannot be read: ${message}`;
  }
}
