import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { test, type TestContext } from 'node:test';
import type { InstallOptions } from './commands.ts';
import type { Host, Io } from './host.ts';
import { installService } from './install.ts';
import { serviceLogs, serviceStatus } from './look.ts';
import { removeService } from './remove.ts';
import { seeService } from './sight.ts';

// What systemd itself does is tried in e2e/service, where one runs. Here programs of its names stand in for it: they note what they were
// asked, and answer with what systemd 252 printed.

const RUNS =
  'LoadState=loaded\nActiveState=active\nSubState=running\nUnitFileState=enabled\nResult=success\nNRestarts=0\nMainPID=4711\nExecMainCode=0\nExecMainStatus=0\nActiveEnterTimestamp=@1764000000\nInactiveEnterTimestamp=\nMemoryCurrent=104857600\n';
const FAILED =
  'LoadState=loaded\nActiveState=failed\nSubState=failed\nUnitFileState=enabled\nResult=exit-code\nNRestarts=2\nMainPID=0\nExecMainCode=1\nExecMainStatus=3\nExecMainExitTimestamp=@1764000100\nActiveEnterTimestamp=@1764000000\nInactiveEnterTimestamp=@1764000100\nMemoryCurrent=[not set]\n';

/** What its journal has of a process that was killed; some of its fields. */
const ENDED =
  '{"USER_UNIT":"rollcall-server.service","MESSAGE_ID":"98e322203f7a4ed290d09fe03c09fe15","MESSAGE":"rollcall-server.service: Main process exited, code=killed, status=9/KILL","EXIT_CODE":"killed","EXIT_STATUS":"9","__REALTIME_TIMESTAMP":"1795916710341391"}\n';

interface Stage {
  readonly host: Host;
  readonly data: string;
  readonly options: InstallOptions;
  /** What was asked of the system, in its order. */
  asked(): string[];
  /** What it tells of a unit from now on. */
  tell(standing: string): void;
}

function stage(t: TestContext, more: Partial<Host> = {}): Stage {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'rollcall-service-')));
  t.after(() => rmSync(root, { recursive: true }));
  const bin = join(root, 'bin');
  mkdirSync(bin);
  const program = (name: string, text: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}`);
    chmodSync(join(bin, name), 0o755);
  };
  program(
    'systemctl',
    `echo "systemctl $*" >>"${root}/asked"\ncase "$*" in *--version*) echo "systemd 252 (252.38-1~deb12u1)" ;; *MainPID*) cat "${root}/standing" ;; *Version*) [ ! -e "${root}/no-bus" ] || { echo "Failed to connect to bus: No medium found" >&2; exit 1; } ;; esac\n`,
  );
  program(
    'journalctl',
    `case "$*" in *json*) cat "${root}/ended"; exit ;; esac\necho "journalctl $*" >>"${root}/asked"\necho "2026-11-29T01:00:00+0000 vm rollcall[1]: Rollcall is ready"\n`,
  );
  program('loginctl', 'echo no\n');
  program('unshare', 'exit 0\n');
  writeFileSync(join(root, 'standing'), RUNS);
  writeFileSync(join(root, 'ended'), ENDED);
  const { uid, username } = userInfo();
  const data = join(root, 'my cloud');
  return {
    data,
    host: {
      platform: 'linux',
      uid: 4242,
      user: username,
      home: '/home/ann',
      init: 'systemd',
      units: { user: join(root, 'user'), system: join(root, 'system') },
      env: { PATH: `${bin}:${process.env['PATH']}` },
      watchMs: 0,
      ...more,
      ...(more.uid === undefined ? { uid } : {}),
    },
    options: {
      kind: 'server',
      name: null,
      of: data,
      args: ['serve', '--data', data],
      writes: [data],
      reads: [],
      port: 'open',
      certificate: 'none',
      limits: { memory: '75%', tasks: 512 },
      manager: 'user',
      as: null,
      print: null,
      main: join(import.meta.dirname, '..', '..', '..', 'bin', 'main.ts'),
      runtime: process.execPath,
    },
    asked: () => {
      const all = existsSync(join(root, 'asked')) ? readFileSync(join(root, 'asked'), 'utf8').trim().split('\n') : [];
      return all.filter((line) => !/show|--version/.test(line)).map((line) => line.replace(' --no-ask-password', ''));
    },
    tell: (standing) => writeFileSync(join(root, 'standing'), standing),
  };
}

async function ran(command: (io: Io) => Promise<number>): Promise<{ code: number; out: string; err: string }> {
  const text = { out: '', err: '' };
  const into = (key: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        text[key] += String(chunk);
        done();
      },
    });
  const code = await command({ stdin: Readable.from([]), stdout: into('out'), stderr: into('err'), signal: new AbortController().signal });
  return { code, ...text };
}

const WHICH = { kind: 'server', name: null, manager: null } as const;

test('SD-6: what is installed starts; again, it is brought up to date and tells what changed, and what is as it was goes on', async (t) => {
  const { host, options, data, asked, tell } = stage(t);
  const first = await ran((io) => installService(options, io, host));
  assert.deepEqual([first.code, first.err], [0, '']);
  assert.match(first.out, /rollcall-server\.service is installed: .*my cloud[^]*It runs[^]*loginctl enable-linger/);
  const steps = (restart: boolean): string[] => [
    'systemctl --user daemon-reload',
    'systemctl --user enable rollcall-server.service',
    ...(restart ? ['systemctl --user reset-failed rollcall-server.service', 'systemctl --user restart rollcall-server.service'] : []),
  ];
  assert.deepEqual(asked(), steps(true));
  assert.ok(existsSync(data), 'a service that may change only its folder cannot make it');
  const again = await ran((io) => installService(options, io, host));
  assert.match(again.out, /is as it was/);
  assert.deepEqual(asked().slice(4), steps(false));
  const changed = await ran((io) =>
    installService({ ...options, args: [...options.args, '--port', '80'], limits: { memory: '1000', tasks: 512 } }, io, host),
  );
  assert.match(
    changed.out,
    /brought up to date[^]*- ExecStart=.*cloud"\n[^]*- MemoryMax=75%\n {2}\+ ExecStart=.*--port 80\n {2}\+ MemoryMax=1000\n/,
  );
  assert.deepEqual(asked().slice(6), steps(true));
  assert.deepEqual(readdirSync(host.units.user), ['rollcall-server.service']);
  tell(FAILED);
  const failed = await ran((io) => installService(options, io, host));
  assert.equal(failed.code, 3, 'one that does not go on is no success');
  assert.match(failed.out, /has failed/);
});

test('SD-7: a unit that Rollcall did not write, or that looks after something else, is left alone', async (t) => {
  const { host, options, asked } = stage(t);
  mkdirSync(host.units.user);
  const file = join(host.units.user, 'rollcall-server.service');
  writeFileSync(file, '[Service]\nExecStart=/bin/true\n');
  const foreign = await ran((io) => installService(options, io, host));
  assert.equal(foreign.code, 3);
  assert.match(foreign.err, /did not write.*--name/);
  assert.equal((await ran((io) => removeService(WHICH, io, host))).code, 3);
  assert.equal(readFileSync(file, 'utf8'), '[Service]\nExecStart=/bin/true\n');
  rmSync(file);
  await ran((io) => installService(options, io, host));
  const other = await ran((io) => installService({ ...options, of: `${options.of} 2` }, io, host));
  assert.equal(other.code, 3);
  assert.match(other.err, /looks after .*my cloud\. .*--name/);
  const named = await ran((io) =>
    installService({ ...options, of: `${options.of} 2`, writes: [`${options.of} 2`], name: 'two' }, io, host),
  );
  assert.equal(named.code, 0);
  assert.ok(asked().includes('systemctl --user restart rollcall-server-two.service'));
});

test('SD-5: a service of the system runs as who its folder belongs to; as root only when that is said, and never on a folder of somebody else', async (t) => {
  const { host, options } = stage(t, { uid: 0 });
  const asRoot = await ran((io) => installService({ ...options, manager: null }, io, host));
  assert.equal(asRoot.code, 2);
  assert.match(asRoot.err, /--as USER/);
  const printed = await ran((io) => installService({ ...options, manager: null, as: 'nobody', print: 'systemd' }, io, host));
  assert.match(printed.out, /^User=nobody$/m);
  const unknown = await ran((io) => installService({ ...options, manager: 'system', as: 'no-such-user' }, io, host));
  assert.deepEqual([unknown.code, unknown.err], [2, 'rollcall: There is no user no-such-user on this machine.\n']);
  mkdirSync(options.of);
  const others = await ran((io) => installService({ ...options, manager: 'system', as: 'nobody' }, io, host));
  assert.equal(others.code, 3);
  assert.match(others.err, /belongs to .*, and nobody could not keep anything in it/);
  const own = await ran((io) => installService({ ...options, manager: 'user', as: 'nobody' }, io, host));
  assert.equal(own.code, 2);
  assert.equal(existsSync(host.units.system), false);
});

test('SD-8: what is removed is stopped, its file goes, and what it looked after stays', async (t) => {
  const { host, options, data, asked } = stage(t);
  await ran((io) => installService(options, io, host));
  writeFileSync(join(data, 'photo'), 'x');
  const removed = await ran((io) => removeService(WHICH, io, host));
  assert.deepEqual([removed.code, removed.out], [0, `rollcall-server.service is stopped and removed. ${data} is as it was.\n`]);
  assert.deepEqual(asked().slice(4), [
    'systemctl --user disable --now rollcall-server.service',
    'systemctl --user daemon-reload',
    'systemctl --user reset-failed rollcall-server.service',
  ]);
  assert.deepEqual([readdirSync(host.units.user), readdirSync(data)], [[], ['photo']]);
  const again = await ran((io) => removeService(WHICH, io, host));
  assert.deepEqual(
    [again.code, again.err],
    [3, 'rollcall: rollcall-server.service is not installed. Install it: rollcall service install server\n'],
  );
});

test('SD-9: its status says whether it runs, starts by itself, was started again, and how it last ended and why', async (t) => {
  const { host, options, data, tell } = stage(t);
  const none = await ran((io) => serviceStatus({ ...WHICH, json: true }, io, host));
  assert.deepEqual([none.code, JSON.parse(none.out)], [3, { installed: false, unit: 'rollcall-server.service' }]);
  await ran((io) => installService(options, io, host));
  const well = await ran((io) => serviceStatus({ ...WHICH, json: true }, io, host));
  assert.equal(well.code, 0);
  assert.deepEqual(JSON.parse(well.out), {
    installed: true,
    unit: 'rollcall-server.service',
    manager: 'user',
    file: join(host.units.user, 'rollcall-server.service'),
    kind: 'server',
    name: null,
    of: data,
    run: 'running',
    startsWith: 'sign-in',
    since: 1_764_000_000_000,
    restarts: 0,
    last: null,
    pid: 4711,
    memory: 104_857_600,
  });
  tell(FAILED);
  const failed = await ran((io) => serviceStatus({ ...WHICH, json: false }, io, host));
  assert.equal(failed.code, 3);
  assert.match(
    failed.out,
    /It has failed since .*: it ended, since something needs you \(exit code 3\)\.\n.*\n {2}Started again by itself 2 times/,
  );
  tell(RUNS.replace('NRestarts=0', 'NRestarts=4'));
  const again = JSON.parse((await ran((io) => serviceStatus({ ...WHICH, json: true }, io, host))).out) as {
    restarts: number;
    last: object;
  };
  const killed = { by: 'signal', value: 9, result: 'signal', at: 1_795_916_710_341, words: 'it was ended by signal SIGKILL' };
  assert.deepEqual([again.restarts, again.last], [4, killed], 'of one that runs again only the journal tells it');
  const ends: Readonly<Record<string, RegExp>> = {
    'ExecMainCode=2\nExecMainStatus=9\nResult=oom-kill': /memory that it may use was full/,
    'ExecMainCode=2\nExecMainStatus=11\nResult=signal': /signal SIGSEGV/,
    'ExecMainCode=1\nExecMainStatus=226\nResult=exit-code': /could not be begun \(226\)/,
    'ExecMainCode=2\nExecMainStatus=9\nResult=timeout': /did not end in time/,
  };
  for (const [end, words] of Object.entries(ends)) {
    tell(`LoadState=loaded\nActiveState=activating\nSubState=auto-restart\nUnitFileState=disabled\n${end}\n`);
    const { code, out } = await ran((io) => serviceStatus({ ...WHICH, json: false }, io, host));
    assert.equal(code, 5);
    assert.match(out, words);
    assert.match(out, /does not start by itself/);
  }
});

test('SD-10: what it said is asked of the journal, of the manager that looks after it', async (t) => {
  const { host, options, asked } = stage(t);
  await ran((io) => installService(options, io, host));
  const { code, out } = await ran((io) => serviceLogs({ ...WHICH, lines: 7, follow: true }, io, host));
  assert.deepEqual([code, out], [0, '2026-11-29T01:00:00+0000 vm rollcall[1]: Rollcall is ready\n']);
  assert.equal(asked().at(-1), 'journalctl --user-unit=rollcall-server.service --lines=7 --output=short-iso --no-pager --quiet --follow');
});

test('SD-11: where nobody looks after services that is said, with what to do, and nothing is changed', async (t) => {
  const cases: [Partial<Host>, RegExp][] = [
    [{ init: 'wsl' }, /systemd=true.*wsl\.conf/],
    [{ init: 'container' }, /container.*restart: unless-stopped/],
    [{ init: 'other' }, /not run by systemd.*--print/],
    [{ platform: 'darwin' }, /launchd.*docs\/service\.md/],
    [{ platform: 'win32' }, /task scheduler.*docs\/service\.md/],
  ];
  for (const [more, words] of cases) {
    const { host, options } = stage(t, more);
    const { code, err } = await ran((io) => installService(options, io, host));
    assert.equal(code, 3);
    assert.match(err, words);
    assert.equal(existsSync(host.units.user) || existsSync(options.of), false);
    const printed = await ran((io) => installService({ ...options, print: 'launchd' }, io, host));
    assert.equal(printed.code, 0, 'the file can be had all the same');
    assert.equal(existsSync(host.units.user) || existsSync(options.of), false);
  }
  const { host, options, data } = stage(t);
  writeFileSync(join(data, '..', 'no-bus'), '');
  const { code, err } = await ran((io) => installService(options, io, host));
  assert.equal(code, 3);
  assert.match(err, /no manager of services of their own here \(Failed to connect to bus: No medium found\)\. .*enable-linger/);
  assert.deepEqual(seeService('server', data, { ...host, init: 'other' }), { unseen: 'this machine is not run by systemd' });
});

test('SD-13: the service of a folder is found by what its unit says, and told as it stands', async (t) => {
  const { host, options, data, tell } = stage(t);
  assert.deepEqual(seeService('server', data, host), { is: 'none', since: null });
  await ran((io) => installService({ ...options, name: 'two' }, io, host));
  const seen = { unit: 'rollcall-server-two.service', manager: 'user', run: 'running', atBoot: true, restarts: 0, last: null };
  assert.deepEqual(seeService('server', data, host), { is: seen, since: 1_764_000_000_000 });
  assert.deepEqual(seeService('device', data, host), { is: 'none', since: null });
  tell(FAILED);
  const last = { by: 'code', value: 3, result: 'exit-code', at: 1_764_000_100_000 };
  assert.deepEqual(seeService('server', data, host), { is: { ...seen, run: 'failed', restarts: 2, last }, since: 1_764_000_100_000 });
});
