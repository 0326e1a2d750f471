/** What the image library does by itself: `plain.ts pictures|compressed|facts INTO FILE…`. */
import { basename, join } from 'node:path';
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(1);
const [what, into = '', ...files] = process.argv.slice(2);
for (const file of files) {
  if (what === 'facts') await sharp(file).metadata();
  else if (what === 'compressed') {
    const name = join(into, `${basename(file)}.plain.jpg`);
    await sharp(file).autoOrient().resize(2048, 2048, { fit: 'inside' }).jpeg({ quality: 82 }).toFile(name);
  } else {
    const name = join(into, basename(file));
    await sharp(file).autoOrient().resize(1440, 1440, { fit: 'inside' }).jpeg({ quality: 82 }).toFile(`${name}.jpg`);
    await sharp(file).autoOrient().resize(512, 512, { fit: 'inside' }).webp({ quality: 76, effort: 2 }).toFile(`${name}.webp`);
  }
}
