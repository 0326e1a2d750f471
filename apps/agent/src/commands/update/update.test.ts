import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { test, type TestContext } from 'node:test';
import { MIN_SUPPORTED, PROTOCOL_VERSION } from '@rollcall/protocol';
import { update, type UpdateOptions } from './update.ts';
import { version } from './version.ts';

const AUTHOR = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', '-c', 'protocol.file.allow=always'];
const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', [...AUTHOR, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' }).trim();

/** A small program, where it is made and as somebody cloned it: `npm ci` puts its one part into `node_modules`. */
class Clone {
  readonly top = realpathSync(mkdtempSync(join(tmpdir(), 'rollcall-update-')));
  readonly made = join(this.top, 'made');
  readonly root = join(this.top, 'clone');

  constructor(t: TestContext) {
    t.after(() => rmSync(this.top, { recursive: true, force: true }));
    mkdirSync(join(this.made, 'bin'), { recursive: true });
    mkdirSync(join(this.made, 'part'));
    git(this.made, 'init', '--quiet', '--initial-branch=main');
    writeFileSync(join(this.made, '.gitignore'), 'node_modules/\n.update/\n');
    this.release('1.0.0');
    git(this.top, 'clone', '--quiet', this.made, this.root);
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--offline'], { cwd: this.root, stdio: 'pipe' });
  }

  /** @param more what is in its package besides */
  release(number: string, more: object = {}): string {
    const needs = { dependencies: { part: 'file:part' } };
    const write = (name: string, value: unknown): void => writeFileSync(join(this.made, name), `${JSON.stringify(value, null, 2)}\n`);
    write('part/package.json', { name: 'part', version: number });
    write('package.json', { name: 'small', version: number, ...needs, ...more });
    const packages = {
      '': { name: 'small', version: number, ...needs },
      'node_modules/part': { resolved: 'part', link: true },
      part: { version: number },
    };
    write('package-lock.json', { name: 'small', version: number, lockfileVersion: 3, requires: true, packages });
    writeFileSync(
      join(this.made, 'bin/rollcall'),
      `#!/bin/sh\n[ -e "$(dirname "$0")/../node_modules/part/package.json" ] && echo ${number}\n`,
    );
    chmodSync(join(this.made, 'bin/rollcall'), 0o755);
    git(this.made, 'add', '.');
    git(this.made, 'commit', '--quiet', '-m', number);
    return git(this.made, 'rev-parse', 'HEAD');
  }

  head = (): string => git(this.root, 'rev-parse', 'HEAD');
  /** All that is there, but for what git keeps for itself. */
  files = (): string[] =>
    readdirSync(this.root)
      .filter((name) => name !== '.git')
      .sort();
  part = (): string => (JSON.parse(readFileSync(join(this.root, 'node_modules/part/package.json'), 'utf8')) as { version: string }).version;

  async update(options: Partial<UpdateOptions> = {}): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
    const { io, said } = talk();
    const code = await update({ root: this.root, dryRun: false, fetch: false, yes: true, ...options }, io);
    return { code, ...said };
  }
}

function talk(): { readonly io: Parameters<typeof update>[1]; readonly said: { out: string; err: string } } {
  const said = { out: '', err: '' };
  const into = (which: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        said[which] += String(chunk);
        done();
      },
    });
  const io = { stdin: new PassThrough(), stdout: into('out'), stderr: into('err'), signal: new AbortController().signal, ask: null };
  return { io, said };
}

test('UD-13: a dry run says what is here and what would be done, asks nobody unless told to, and changes nothing', async (t) => {
  const clone = new Clone(t);
  const [before, files] = [clone.head(), clone.files()];
  const newer = clone.release('2.0.0');
  const unasked = await clone.update({ dryRun: true });
  assert.deepEqual([unasked.code, unasked.err], [0, '']);
  assert.match(unasked.out, /a clone at .*, branch main, nothing changed here/);
  assert.match(unasked.out, /It follows origin\/main \(.*made, never asked\): 0 commits behind/);
  assert.match(unasked.out, /Nothing newer is known here; with --fetch it is asked for\./);
  assert.doesNotMatch(unasked.out, /Asking/);
  const asked = await clone.update({ dryRun: true, fetch: true });
  assert.equal(asked.code, 0);
  assert.match(asked.out, /Asking .*made for what is new\.\n/);
  assert.match(asked.out, /1 commits behind/);
  assert.match(asked.out, new RegExp(`from ${before.slice(0, 10)} to ${newer.slice(0, 10)}:`));
  assert.match(asked.out, /npm ci[^]*git merge --ff-only[^]*copied to before-update[^]*Nothing was done/);
  assert.deepEqual([clone.head(), clone.files(), clone.part()], [before, files, '1.0.0']);
});

test('UD-14: a clean clone goes to what it follows, with what that needs, and nothing is left of how', async (t) => {
  const clone = new Clone(t);
  const files = clone.files();
  clone.release('2.0.0');
  const newest = clone.release('3.0.0');
  writeFileSync(join(clone.root, 'photos-by-the-way.txt'), 'not known to git');
  const { code, out, err } = await clone.update();
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, new RegExp(`is at ${newest.slice(0, 10)}\\. To go back: docs/update\\.md\\.`));
  assert.deepEqual([clone.head(), clone.part()], [newest, '3.0.0']);
  assert.deepEqual(clone.files(), [...files, 'photos-by-the-way.txt'].sort());
  assert.equal(execFileSync(join(clone.root, 'bin/rollcall'), { encoding: 'utf8' }), '3.0.0\n');
  assert.equal(git(clone.root, 'worktree', 'list').split('\n').length, 1);
  assert.equal(git(clone.root, 'branch', '--show-current'), 'main');
  assert.match((await clone.update()).out, /There is nothing newer\./);
});

test('UD-15: where it cannot, it says why and exactly what to do, and changes nothing', async (t) => {
  const clone = new Clone(t);
  clone.release('2.0.0');
  const { root } = clone;
  const before = clone.head();
  const refused = async (words: RegExp): Promise<void> => {
    const { code, err } = await clone.update();
    assert.equal(code, 3, err);
    assert.match(err, words);
    assert.deepEqual([clone.part(), existsSync(join(root, '.update'))], ['1.0.0', false]);
  };
  writeFileSync(join(root, 'part/package.json'), '{ "name": "part", "version": "1.0.0", "mine": true }');
  await refused(/Files in .*clone were changed here: part\/package\.json\. Put them aside \(git -C '.*clone' stash\) or commit them/);
  git(root, 'commit', '--quiet', '-am', 'of my own');
  await refused(/main has 1 commits of its own that origin\/main does not have.*rebase origin\/main/);
  git(root, 'reset', '--quiet', '--hard', before);
  git(root, 'branch', '--unset-upstream');
  await refused(/The branch main follows none elsewhere.*branch --set-upstream-to=origin\/main/);
  git(root, 'checkout', '--quiet', '--detach');
  await refused(/No branch is checked out in .*switch main/);
  rmSync(join(root, '.git'), { recursive: true });
  await refused(/is no clone that git looks after.*unpack it beside this folder.*data folders and devices' state are elsewhere and stay/);
});

test('UD-16: where the new version cannot be installed or does not start, or its sources cannot be taken, all is as it was', async (t) => {
  const clone = new Clone(t);
  const [before, files] = [clone.head(), clone.files()];
  const fails = async (words: RegExp): Promise<void> => {
    const { code, err } = await clone.update();
    assert.equal(code, 5, err);
    assert.match(err, words);
    assert.match(err, new RegExp(`is at ${before.slice(0, 10)} as before\\.`));
    assert.deepEqual([clone.head(), clone.part()], [before, '1.0.0']);
    assert.deepEqual(clone.files(), files);
    assert.equal(execFileSync(join(clone.root, 'bin/rollcall'), { encoding: 'utf8' }), '1.0.0\n');
    assert.equal(git(clone.root, 'status', '--porcelain', '--untracked-files=no'), '');
  };
  clone.release('2.0.0', { dependencies: { part: 'file:part', other: 'file:other' } });
  await fails(/Installing what it needs, beside what is here failed:[^]*lock file/);
  clone.release('2.0.1');
  writeFileSync(join(clone.made, 'bin/rollcall'), '#!/bin/sh\necho broken >&2\nexit 1\n');
  git(clone.made, 'commit', '--quiet', '-am', 'does not start');
  await fails(/Trying it failed:\nrollcall: broken/);
  clone.release('2.0.2');
  writeFileSync(join(clone.made, 'notes.txt'), 'theirs');
  git(clone.made, 'add', '.');
  git(clone.made, 'commit', '--quiet', '-m', 'a file that is in the way');
  writeFileSync(join(clone.root, 'notes.txt'), 'mine');
  files.push('notes.txt');
  files.sort();
  await fails(/Taking over the sources failed:[^]*notes\.txt/);
  assert.equal(readFileSync(join(clone.root, 'notes.txt'), 'utf8'), 'mine');
});

test('UD-17: what runs from the folder is not taken its ground from: a service is stopped and started, anything else is named', async (t) => {
  if (!existsSync('/proc/self/cmdline')) return t.skip('this system does not show what runs');
  const clone = new Clone(t);
  const newest = clone.release('2.0.0');
  writeFileSync(join(clone.root, 'serve'), 'setInterval(() => undefined, 1000); console.log("up")');
  const child = spawn(process.execPath, [join(clone.root, 'serve')], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  const refused = await clone.update();
  assert.equal(refused.code, 3);
  assert.match(refused.err, new RegExp(`no service starts them again\\. Stop them[^]*process ${child.pid}: .*serve`));
  child.kill('SIGKILL');
  await once(child, 'exit');
  // A stand-in for systemd, which notes what it is asked.
  const [asked, config] = [join(clone.top, 'asked'), join(clone.top, 'config')];
  mkdirSync(join(config, 'systemd/user'), { recursive: true });
  for (const [name, where] of [
    ['rollcall-server.service', clone.root],
    ['rollcall-other.service', '/elsewhere'],
  ] as const)
    writeFileSync(join(config, 'systemd/user', name), `[Service]\nExecStart=${where}/bin/rollcall serve\n`);
  mkdirSync(join(clone.top, 'tools'));
  writeFileSync(
    join(clone.top, 'tools/systemctl'),
    `#!/bin/sh\necho "$* $(cat '${clone.root}/package.json' | grep -o '[0-9]\\.0\\.0')" >> '${asked}'\n`,
  );
  chmodSync(join(clone.top, 'tools/systemctl'), 0o755);
  const { PATH, XDG_CONFIG_HOME } = process.env;
  Object.assign(process.env, { PATH: `${join(clone.top, 'tools')}:${PATH}`, XDG_CONFIG_HOME: config });
  try {
    const { code, err } = await clone.update();
    assert.deepEqual([code, err], [0, '']);
  } finally {
    process.env['PATH'] = PATH;
    if (XDG_CONFIG_HOME === undefined) delete process.env['XDG_CONFIG_HOME'];
    else process.env['XDG_CONFIG_HOME'] = XDG_CONFIG_HOME;
  }
  assert.equal(clone.head(), newest);
  assert.deepEqual(readFileSync(asked, 'utf8').trim().split('\n'), [
    '--user is-active rollcall-server.service 1.0.0',
    '--user stop rollcall-server.service 1.0.0',
    '--user start rollcall-server.service 2.0.0',
  ]);
});

test('UD-1: version tells of here and asks nobody; of a server it tells what that takes, and who has to be updated, with how', async (t) => {
  const clone = new Clone(t);
  const says = { name: 'rollcall', version: '7.0.0', epoch: 'e', setupNeeded: false, registrationOpen: false, time: 0 };
  let protocols = { protocol: PROTOCOL_VERSION, minSupported: MIN_SUPPORTED };
  let questions = 0;
  const server = createServer((_, answer) => {
    questions += 1;
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ...says, ...protocols }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (options: {
    readonly server?: string;
    readonly json?: boolean;
  }): Promise<{ code: number; out: string; err: string }> => {
    const { io, said } = talk();
    const code = await version({ root: clone.root, json: false, ...options }, io);
    return { code, ...said };
  };
  const here = await ask({});
  assert.deepEqual([here.code, questions], [0, 0]);
  assert.match(
    here.out,
    new RegExp(`^Rollcall .*, protocol ${PROTOCOL_VERSION}, takes protocol ${MIN_SUPPORTED} and newer\nIts folder: .*, branch main`),
  );
  const agreed = await ask({ server: url });
  assert.equal(agreed.code, 0);
  assert.match(agreed.out, /Rollcall 7\.0\.0, protocol \d+, takes protocol \d+ and newer\nThey understand each other\./);
  protocols = { protocol: 99, minSupported: 98 };
  const old = await ask({ server: url });
  assert.equal(old.code, 3);
  assert.match(old.err, /too old for the server \(needs protocol 98\)\. .*rollcall update/);
  protocols = { protocol: 0, minSupported: 0 };
  assert.match((await ask({ server: url })).err, /The server \(7\.0\.0, protocol 0\) is too old.*rollcall update/);
  const json = JSON.parse((await ask({ server: url, json: true })).out) as {
    server: unknown;
    agreement: string;
    place: { branch: string };
  };
  assert.deepEqual(
    [json.server, json.agreement, json.place.branch],
    [{ version: '7.0.0', protocol: 0, minSupported: 0 }, 'server-outdated', 'main'],
  );
  server.close();
  server.closeAllConnections();
  const nobody = await ask({ server: url });
  assert.equal(nobody.code, 5);
  assert.match(nobody.err, /does not answer as a Rollcall server/);
});
