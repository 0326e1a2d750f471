import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import type { Pictures } from './fill.ts';
import { lookAt, type Sights } from './gallery.ts';
import { installPigallery, servePigallery, THUMBNAIL } from './pigallery2.ts';

/** Galleries that can be installed from a package and looked at beside this one, each with what has to be known of it. */
export const GALLERIES: Readonly<Record<string, { readonly note: string }>> = {
  pigallery2: {
    note: 'version 1.8.0 of the end of 2019; one folder, no password; its thumbnails are JPEG of 320 by 240 pixels, ours WebP of 512 by 384; it fetches the whole list of a folder and draws rows as one comes to its end',
  },
};

/** Looks at another gallery with so many of the same photos, in a folder of its own. */
export type Beside = (browser: Browser, folder: string, count: number) => Promise<Sights>;

/** Installs a gallery of `GALLERIES`. */
export async function besideOf(name: string, folder: string, pictures: Pictures, say: (text: string) => void): Promise<Beside> {
  say(`${name} is being installed`);
  await installPigallery(folder);
  const thumbnails = await Promise.all(
    pictures.preview.map(async (path, number) => {
      const to = join(folder, `thumbnail-${number}.jpg`);
      writeFileSync(to, await sharp(path).resize({ height: THUMBNAIL }).jpeg().toBuffer());
      return to;
    }),
  );
  return async (browser, at, count) => {
    mkdirSync(at);
    const served = await servePigallery({ installed: folder, folder: at, count, photos: pictures.preview, thumbnails });
    say(`${name} knows ${count} photos`);
    try {
      return await lookAt(browser, served);
    } finally {
      await served.stop();
    }
  };
}
