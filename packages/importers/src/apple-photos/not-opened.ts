import { sizeWords } from '@rollcall/protocol';
import type { NotOpened } from './library.ts';

const WANTED = 'Give a library of Photos (….photoslibrary), a copy of an iPhone’s PhotoData, or a Photos.sqlite.';

/** Why nothing can be said of it, and what to do. */
export function notOpenedWords(path: string, why: NotOpened): string {
  switch (why.is) {
    case 'missing':
      return `${'path' in why ? why.path : path} is not there. ${WANTED}`;
    case 'not-allowed':
      return `you may not read ${why.path}. On a Mac give your terminal Full Disk Access (System Settings > Privacy & Security), and try again.`;
    case 'no-library':
      return `${path} is no library of Photos. ${WANTED}`;
    case 'backup':
      return `${path} is a backup of an iPhone, in which files are called by numbers. Unpack it with a program for such backups, and give the folder that holds DCIM and PhotoData.`;
    case 'too-old':
      return `${path} was last opened by a Photos from before macOS 10.15. Open a copy of it once in a newer Photos, then look at that.`;
    case 'no-database':
      return `${path} has no database: ${why.path} is not there. If this is a copy, it is not complete.`;
    case 'several':
      return `${path} is a folder with ${why.names.length === 1 ? 'a library' : 'libraries'} in it. Give one of these: ${why.names.slice(0, 10).join(', ')}`;
    case 'placeholder':
      return `${why.path} only stands for a file that was not fetched. Fetch it first.`;
    case 'empty':
      return `${why.path} is empty. If this is a copy, it is not complete.`;
    case 'not-a-database':
      return `${why.path} is no database of Photos.`;
    case 'no-room':
      return `there is not enough room for a copy of the database: ${sizeWords(why.needed)} are needed, ${sizeWords(why.free)} are free. Set TMPDIR to a folder with more.`;
    case 'no-folder':
      return `a copy of the database cannot be put into ${why.folder} (${why.code}). Set TMPDIR to a folder that is there and that you may write to.`;
    case 'unreadable':
      return `${why.path} cannot be read (${why.code}).`;
    case 'damaged':
      return `${why.path} is damaged, or was not copied whole (${why.words}). Nothing was changed. Keep every copy of this library that you have, and try the original, or a backup of it.`;
    case 'unknown-schema':
      return `${path} is not laid out as any known version of Photos. What is missing: ${why.lacks.join(', ')}.`;
    default:
      return why satisfies never;
  }
}
