import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { photograph, type Size } from './photographs.ts';

// make.ts SIZE FROM TO FOLDER…: paints the photographs FROM up to (not with) TO, in turn into the folders.
// Prints the path of each as it is done. None is ever seen half written.
const [size, from, to, ...folders] = process.argv.slice(2);
for (const folder of folders) mkdirSync(folder, { recursive: true });
for (let index = Number(from); index < Number(to); index += 1) {
  const folder = folders[index % folders.length];
  if (!folder) throw new Error('make.ts SIZE FROM TO FOLDER…');
  const { name, taken, jpeg } = await photograph(index, size as Size);
  const unfinished = join(folder, `.${name}.unfinished`);
  writeFileSync(unfinished, jpeg);
  const date = new Date(taken);
  utimesSync(unfinished, date, date);
  const path = join(folder, name);
  renameSync(unfinished, path);
  process.stdout.write(`${path}\n`);
}
