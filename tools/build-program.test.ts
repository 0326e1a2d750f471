import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { buildProgram } from './build-program.ts';
import { ROOT } from './house.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rollcall-program-')));
after(() => rmSync(folder, { recursive: true }));

function say(program: string, ...args: string[]): string {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return stdout + stderr;
}

test('SZ-11: what was put into few files runs as long as no source is newer, none came and none went', () => {
  const house = join(folder, 'sources');
  const put = (path: string, at: number): string => {
    const full = join(house, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, '');
    utimesSync(full, at, at);
    return full;
  };
  const [old, newer] = [1000, 3000];
  const files = [
    'bin/main.ts',
    'apps/agent/src/a.ts',
    'apps/server/src/s.ts',
    'packages/core/src/b.ts',
    'packages/core/node_modules/other/c.ts',
    'package-lock.json',
  ];
  const paths = files.map((path) => put(path, old));
  const program = join(house, 'bin', 'rollcall');
  copyFileSync(join(ROOT, 'bin', 'rollcall'), program);
  const apps = ['apps/agent', 'apps/agent/src', 'apps/server', 'apps/server/src'];
  const folders = ['bin', ...apps, 'packages', 'packages/core', 'packages/core/src', 'packages/core/node_modules'];
  const rest = (): void => {
    for (const path of paths) utimesSync(path, old, old);
    for (const each of folders) utimesSync(join(house, each), old, old);
  };
  const where = (): string => say(program, '--where').trim();
  rest();
  assert.equal(where(), join(house, 'bin/main.ts'), 'nothing was made');
  const few = put('node_modules/.cache/rollcall/program/main.js', 2000);
  assert.equal(where(), few);
  for (const [at, path] of paths.entries()) {
    utimesSync(path, newer, newer);
    assert.equal(where(), files[at]?.includes('node_modules') ? few : join(house, 'bin/main.ts'), path);
    rest();
  }
  utimesSync(join(house, 'packages/core/src'), newer, newer);
  assert.equal(where(), join(house, 'bin/main.ts'), 'a file came or went');
  rmSync(join(house, 'packages'), { recursive: true });
  assert.equal(where(), join(house, 'bin/main.ts'), 'what cannot be looked through is not believed');
});

test('SZ-11: what was put into few files says what the sources say, also where the whole house was moved to', async () => {
  await buildProgram();
  const few = say(join(ROOT, 'bin/rollcall'), '--where').trim();
  assert.match(few, /program\/main\.js$/);
  const house = join(folder, 'moved');
  for (const path of ['bin', 'apps/agent', 'apps/server', 'packages', 'package-lock.json', 'node_modules/.cache/rollcall'])
    cpSync(join(ROOT, path), join(house, path), { recursive: true, preserveTimestamps: true, verbatimSymlinks: true, filter: isPlain });
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (!name.startsWith('.') && name !== '@rollcall') symlinkSync(join(ROOT, 'node_modules', name), join(house, 'node_modules', name));
  const node = join(ROOT, 'bin/node');
  const none = join(folder, 'none');
  const ofServer = [
    ['serve', '--data', none, '--tls-cert', none, '--tls-key', none],
    ['account', 'list', '--data', none],
  ];
  for (const args of [['--version'], ['--help'], ['status', '--home', none], ['why'], ['no-such-command'], ...ofServer]) {
    const said = say(node, join(ROOT, 'bin/main.ts'), ...args);
    assert.ok(said.length > 0);
    assert.equal(say(node, few, ...args), said, args.join(' '));
    assert.equal(say(node, join(house, 'node_modules/.cache/rollcall/program/main.js'), ...args), said, `${args.join(' ')}, moved`);
  }
});

/** Not what others wrote, nor what Node.js compiled. */
function isPlain(path: string): boolean {
  return !/\/node_modules\/(?!\.cache)|\/rollcall\/v\d/.test(path.slice(ROOT.length));
}
