import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../house.ts';
import { unpackPart } from './fetch-part.ts';
import { glibcFor } from './native.ts';
import { partsFor, wishesFor, type Lockfile } from './parts.ts';
import { ownPlatform, PLATFORMS } from './platform.ts';
import { APART } from './program.ts';
import { packFolder, sealFolder } from './seal.ts';

const lock = (JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Lockfile }).packages;

test('PK-11: a package has the compiled parts of its own kind of machine, and none of another', () => {
  for (const platform of PLATFORMS) {
    const names = partsFor(lock, wishesFor(lock, APART), platform).map(({ name }) => name);
    const compiled = names.filter((name) => /-(?:linux|darwin|win32|freebsd|wasm)/.test(name));
    const { cpu } = platform;
    assert.deepEqual(compiled.sort(), [
      `@img/sharp-libvips-linux-${cpu}`,
      `@img/sharp-linux-${cpu}`,
      `@napi-rs/keyring-linux-${cpu}-gnu`,
      `@parcel/watcher-linux-${cpu}-glibc`,
    ]);
    assert.ok(!names.includes('typescript') && !names.includes('vite'));
  }
});

test('PK-11: what a part needs is found where Node.js would find it, and a part that the lockfile does not have is an error', () => {
  const sum = { integrity: 'sha512-x', license: 'MIT' };
  const some: Lockfile = {
    '': {},
    'apps/server': { dependencies: { one: '1' } },
    'node_modules/one': {
      version: '1.0.0',
      ...sum,
      dependencies: { two: '2' },
      optionalDependencies: { mac: '1', gone: '1' },
      peerDependencies: { peer: '1', maybe: '1' },
      peerDependenciesMeta: { maybe: { optional: true } },
    },
    'node_modules/one/node_modules/two': { version: '2.0.0', ...sum },
    'node_modules/two': { version: '1.0.0', ...sum },
    'node_modules/mac': { version: '1.0.0', ...sum, os: ['darwin'] },
    'node_modules/peer': { version: '1.0.0', ...sum },
    'node_modules/maybe': { version: '1.0.0', ...sum },
  };
  const [platform] = PLATFORMS;
  assert.ok(platform !== undefined);
  const paths = partsFor(some, wishesFor(some, ['one']), platform).map(({ path }) => path);
  assert.deepEqual(paths, ['node_modules/one', 'node_modules/one/node_modules/two', 'node_modules/peer']);
  assert.throws(
    () =>
      partsFor(
        { ...some, 'node_modules/one': { version: '1.0.0', ...sum, dependencies: { lost: '1' } } },
        wishesFor(some, ['one']),
        platform,
      ),
    /lost.*lockfile/,
  );
  assert.throws(() => wishesFor(some, ['lost']), /no room declares lost/);
});

test('PK-11: what npm brought for another kind of machine is held against the lockfile’s checksum', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-part-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const archive = join(folder, 'part.tgz');
  execFileSync('tar', ['-C', join(ROOT, 'packages'), '-czf', archive, 'protocol/package.json']);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  const part = { path: 'node_modules/none', name: 'none', version: '1.0.0', license: 'MIT', integrity };
  assert.throws(() => unpackPart({ ...part, integrity: 'sha512-other' }, archive, join(folder, 'other')), /is not what the lockfile names/);
  assert.deepEqual(readdirSync(folder), ['part.tgz']);
  unpackPart(part, archive, join(folder, 'same'));
  assert.deepEqual(readdirSync(join(folder, 'same')), ['package.json']);
});

test('PK-13: the archive of a folder is the same bytes whenever and as whomever it is packed, and its rights are those of any other', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-sealed-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const packed = async (at: string, mode: number): Promise<Buffer> => {
    const made = join(folder, at, 'rollcall');
    mkdirSync(join(made, 'bin'), { recursive: true, mode: 0o700 });
    for (const path of ['bin/rollcall', 'README.md']) writeFileSync(join(made, path), path, { mode });
    utimesSync(join(made, 'README.md'), mode, mode);
    sealFolder(made);
    const archive = await packFolder(made);
    execFileSync('sha256sum', ['--quiet', '-c', 'rollcall.tar.gz.sha256'], { cwd: join(folder, at) });
    return readFileSync(archive);
  };
  assert.deepEqual(await packed('one', 0o600), await packed('two', 0o755));
  const list = execFileSync('tar', ['-tvf', join(folder, 'one', 'rollcall.tar.gz')], { encoding: 'utf8' });
  assert.match(list, /^-rwxr-xr-x 0\/0 .* rollcall\/bin\/rollcall$/m);
  assert.match(list, /^-rw-r--r-- 0\/0 .* rollcall\/SHA256SUMS$/m);
  symlinkSync('/etc/passwd', join(folder, 'one', 'rollcall', 'link'));
  assert.throws(() => sealFolder(join(folder, 'one', 'rollcall')), /is a link/);
});

test('PK-12: which glibc a package needs is what its compiled parts ask for', (t) => {
  const own = ownPlatform();
  if (own === undefined) return t.skip('no package is made for such a machine');
  const files = [
    `node_modules/better-sqlite3/prebuilds/${own.name}.node`,
    `node_modules/@img/sharp-${own.name}/lib/sharp-${own.name}-0.35.5.node`,
  ].map((path) => join(ROOT, path));
  const looked = spawnSync('objdump', ['-T', ...files], { encoding: 'utf8' });
  if (looked.status !== 0) return t.skip('objdump, which it would be held against, is not here');
  const asked = [...looked.stdout.matchAll(/\bGLIBC_(\d+)\.(\d+)/g)].map(([, major, minor]) => [Number(major), Number(minor)] as const);
  const newest = asked.reduce((a, b) => (a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]) ? a : b));
  assert.deepEqual(glibcFor(files), newest);
  assert.equal(glibcFor([join(ROOT, 'LICENSE')]), null);
});
