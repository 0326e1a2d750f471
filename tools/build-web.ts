import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './house.ts';
import { programOf, run } from './run.ts';

const WEB = join(ROOT, 'apps', 'web');
const STAMP = join(WEB, 'dist', '.sources');

/** What the built page was made from: every source with its size and time. */
function sources(): string {
  const hash = createHash('sha256');
  const patterns = ['apps/web/*.*', 'apps/web/{src,public}/**/*', 'packages/{core,media,protocol,transfer}/src/**/*', 'package-lock.json'];
  for (const path of globSync(patterns, { cwd: ROOT }).sort()) {
    const stat = statSync(join(ROOT, path));
    if (stat.isFile()) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Builds the web app if what is built is not made from today's sources. */
export async function buildWeb(): Promise<{ readonly ok: boolean; readonly output: string }> {
  const now = sources();
  const built = existsSync(join(WEB, 'dist', 'index.html')) && existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
  if (built === now) return { ok: true, output: '' };
  process.stderr.write('Building the web app …\n');
  const ended = await run(process.execPath, [programOf('vite', 'vite', WEB), 'build', '--logLevel', 'warn'], {
    cwd: WEB,
    keep: true,
    env: { NODE_ENV: 'production' },
  });
  if (ended.code !== 0) return { ok: false, output: ended.output };
  writeFileSync(STAMP, now);
  return { ok: true, output: ended.output };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = await buildWeb();
  process.stderr.write(built.output);
  process.exitCode = built.ok ? 0 : 1;
}
