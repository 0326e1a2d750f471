import { existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freePort } from '../contestants/folders.ts';
import { Program, run } from '../machine/program.ts';
import type { Gallery } from './gallery.ts';

/**
 * PiGallery2 as its package has it, of the end of 2019, with newer versions of what would not be installed by today's Node.js: the reader
 * of its settings (the one that it names is gone), the image library and SQLite.
 */
const PACKAGE = {
  private: true,
  dependencies: { pigallery2: '1.8.0' },
  overrides: { typeconfig: '1.0.7', sharp: '0.35.5', sqlite3: '5.1.7' },
};
/** The short side of its thumbnails in pixels, and the numbers by which its settings name what they mean. */
export const THUMBNAIL = 240;
const SQLITE = 3;
const ADMIN = 4;

export interface Served extends Gallery {
  stop(): Promise<void>;
}

/** Installs it into a folder. SQLite is made from its source, for which a compiler has to be there. */
export async function installPigallery(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(PACKAGE));
  await run('npm', ['--prefix', folder, 'install', '--ignore-scripts', '--no-audit', '--no-fund']);
  const headers = dirname(dirname((await run('node', ['-p', 'process.execPath'])).trim()));
  const local = existsSync(join(headers, 'include/node/node.h')) ? [`--nodedir=${headers}`] : [];
  await run('npm', ['--prefix', folder, 'rebuild', 'sqlite3', ...local]);
}

interface Wanted {
  /** Where it was installed, and an empty folder of its own. */
  readonly installed: string;
  readonly folder: string;
  readonly count: number;
  /** Files that stand for all photos, and for their thumbnails, in turn. */
  readonly photos: readonly string[];
  readonly thumbnails: readonly string[];
}

/** One folder of photos; they are known to it, and their thumbnails made, before anybody looks. */
export async function servePigallery({ installed, folder, count, photos: files, thumbnails }: Wanted): Promise<Served> {
  const [photos, made] = [join(folder, 'photos'), join(folder, 'made', 'tc')];
  for (const each of [photos, made]) mkdirSync(each, { recursive: true });
  for (let number = 0; number < count; number += 1) {
    const name = `IMG_${String(number).padStart(6, '0')}.jpg`;
    linkSync(files[number % files.length]!, join(photos, name));
    linkSync(thumbnails[number % thumbnails.length]!, join(made, `${name}_${THUMBNAIL}.jpg`));
  }
  const port = await freePort();
  const settings = join(folder, 'settings.json');
  writeFileSync(
    settings,
    JSON.stringify({
      Server: {
        port,
        host: '127.0.0.1',
        Media: { folder: photos, tempFolder: dirname(made) },
        Database: { type: SQLITE, dbFolder: join(folder, 'db') },
      },
      Client: { authenticationRequired: false, unAuthenticatedUserRole: ADMIN },
    }),
  );
  const home = join(installed, 'node_modules/pigallery2');
  const start = ['--config-path=' + settings];
  const program = new Program('pigallery2', join(folder, 'log'), 'node', [join(home, 'src/backend/index.js'), ...start], {
    NODE_ENV: 'production',
  });
  await program.line(/(Listening on port)/);
  const url = `http://127.0.0.1:${port}`;
  await known(url, count);
  return {
    url,
    scroller: 'html',
    tile: 'app-gallery-grid-photo',
    picture: 'img',
    enter: (browser) => browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' }),
    stop: () => program.stop(),
  };
}

/** Until it tells of all photos: it reads a folder when that is looked at first. */
async function known(url: string, count: number): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${url}/api/gallery/content/`);
    const told = (await answer.json()) as { result?: { directory?: { media?: readonly unknown[] } } };
    if (told.result?.directory?.media?.length === count) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('pigallery2 never told of all photos');
}
