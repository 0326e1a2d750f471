import { join } from 'node:path';
import { buildWeb } from './build-web.ts';
import { ROOT } from './house.ts';
import { ensurePrograms, FFMPEG } from './system-programs.ts';

// Without it all works but the pictures of films, of which page and doctor then tell.
await ensurePrograms([FFMPEG]);
const built = await buildWeb();
if (built.ok) {
  // From here on this process is the program itself, so that it gets every signal.
  process.argv = [process.execPath, join(ROOT, 'bin', 'main.ts'), 'serve', '--data', 'data', ...process.argv.slice(2)];
  await import('../bin/main.ts');
} else {
  process.stderr.write(`${built.output}\nThe web app could not be built; see above. Has npm ci run to its end?\n`);
  process.exitCode = 1;
}
