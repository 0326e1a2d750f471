import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { test } from 'node:test';
import { runProgram } from './program.ts';
import { run } from './testing/run.ts';
import { defaultHome, parseDuration, parseSize, parseUntil } from './values.ts';

const here = import.meta.dirname;

test('CL-1: every command shows its help on --help, with exit code 0 and nothing loaded', async () => {
  const commands = [
    '',
    'serve',
    'account',
    'account create',
    'account list',
    'account quota',
    'account plan',
    'account close',
    'account keep',
    'account owner',
    'app-password',
    'app-password ls',
    'app-password add',
    'app-password rm',
    'plan',
    'plan ls',
    'plan add',
    'plan set',
    'plan rm',
    'plan requests',
    'plan grant',
    'plan decline',
    'scrub',
    'backup',
    'backup list',
    'backup check',
    'backup prune',
    'restore',
    'purged',
    'purged ls',
    'purged restore',
    'link',
    'unlink',
    'sync',
    'status',
    'ls',
    'why',
    'verify',
    'receipt',
    'receipt check',
    'receipt new-key',
    'devices',
    'held',
    'held ls',
    'held keep',
    'held trash',
    'trash',
    'trash ls',
    'trash restore',
    'trash empty',
    'cloud-space',
    'cloud-space trash',
    'keep',
    'forget',
    'join',
    'split',
    'undo',
    'import',
    'inspect',
    'version',
    'update',
    'icloud',
    'icloud doctor',
    'conditions',
    'conditions set',
    'conditions clear',
    'settings',
    'settings get',
    'settings set',
    'sync-now',
    'pause',
    'resume',
    'restart',
    'storage',
    'get',
    'evict',
    'pin',
    'unpin',
    'pins',
    'doctor',
    'service',
    'service install',
    'service install server',
    'service install device',
    'service remove',
    'service status',
    'service logs',
  ];
  for (const command of commands) {
    const ran = await run([...command.split(' ').filter(Boolean), '--help']);
    assert.equal(ran.code, 0, command);
    assert.match(ran.out, new RegExp(`Usage: rollcall ${command}`.trim()), command);
    assert.equal(ran.calls.length, 0, command);
  }
});

test('CL-2: an unknown option, an unknown command, a missing option or value is a usage error, and nothing runs', async () => {
  const wrong = [
    ['--colour'],
    ['photograph'],
    ['account', 'destroy'],
    ['serve'],
    ['serve', '--data', 'd', '--prot', '1'],
    ['serve', '--data', 'd', '--port', '70000'],
    ['serve', '--data', 'd', '--silent-after', 'soon'],
    ['serve', '--data', 'd', 'more'],
    ['status', '--once'],
    ['why'],
    ['trash', 'restore'],
    ['verify', '--receipt', 'r.json'],
    ['verify', '--erase', '--receipt'],
    ['receipt'],
    ['receipt', 'check'],
    ['receipt', 'check', 'r.json', '--server', 'photos'],
    ['receipt', 'new-key'],
    ['cloud-space', 'moons'],
    ['cloud-space', 'trash'],
    ['join', 'one'],
    ['join', 'one', 'two', '--role', 'film'],
    ['settings', 'put'],
    ['settings', 'set', 'sync'],
    ['conditions', 'set'],
    ['sync-now', '--for', 'ever'],
    ['pause', '--until', 'then'],
    ['icloud'],
    ['icloud', 'doctor'],
    ['icloud', 'doctor', 'a', 'b'],
    ['icloud', 'doctor', 'a', '--html'],
    ['import'],
    ['import', '--html'],
    ['inspect'],
    ['inspect', '--group'],
    ['inspect', 'a.jpg', '--group', 'd'],
    ['undo', '--last', '0'],
    ['undo', '--last', '51'],
    ['sync', '--once', '--wait', 'soon'],
    ['sync', '--wait', '5'],
    ['link', '--server', 'photos', '--folder', 'f', '--email', 'a@b.c', '--password-stdin'],
    ['account', 'create', '--server', 'http://h', '--email', 'a@b.c', '--quota', 'lots', '--password-stdin'],
    ['account'],
    ['account', 'plan', 'a@b.c', '--data', 'd'],
    ['account', 'close', '--data', 'd'],
    ['account', 'close', '--password-stdin'],
    ['account', 'keep', '--data', 'd'],
    ['account', 'keep', 'a@b.c'],
    ['account', 'owner', 'a@b.c'],
    ['plan'],
    ['plan', 'ls'],
    ['plan', 'add', 'Big', 'lots', '--data', 'd'],
    ['plan', 'grant', '--data', 'd'],
    ['serve', '--data', 'd', '--keep-free', 'some'],
    ['trash'],
    ['scrub'],
    ['purged'],
    ['purged', 'ls'],
    ['purged', 'restore', '--data', 'd'],
    [],
  ];
  for (const args of wrong) {
    const ran = await run(args, 'secret word\n');
    assert.equal(ran.code, 2, args.join(' '));
    assert.notEqual(ran.err, '', args.join(' '));
    assert.equal(ran.calls.length, 0, args.join(' '));
  }
});

test('CL-3: a password is one line of standard input, never an argument; without it or a terminal the use is wrong', async () => {
  const create = ['account', 'create', '--server', 'http://127.0.0.1:1/', '--email', 'a@example.org'];
  const ran = await run([...create, '--quota', '500MB', '--password-stdin'], 'correct horse \r\nmore');
  assert.deepEqual(ran.calls, [
    {
      command: 'accountCreate',
      options: { server: 'http://127.0.0.1:1', email: 'a@example.org', password: 'correct horse ', quota: 500_000_000 },
    },
  ]);
  assert.equal((await run([...create, '--password-stdin'], '')).code, 2);
  assert.equal((await run([...create, '--password', 'x'])).code, 2);
});

test('CL-4: the exit code is the command’s own', async () => {
  for (const answer of [0, 1, 3, 4, 5]) assert.equal((await run(['status'], '', answer)).code, answer);
});

test('CL-5: options arrive whole: paths absolute, defaults filled in', async () => {
  assert.deepEqual((await run(['serve', '--data', 'd'])).calls[0]?.options, { data: resolve('d'), port: 2280, host: '127.0.0.1' });
  assert.deepEqual((await run(['sync', '--once'])).calls[0]?.options, { home: '/state/rollcall', json: false, once: true, wait: 60 });
  assert.deepEqual((await run(['scrub', '--data', 'd', '--json'])).calls[0], {
    command: 'scrub',
    options: { data: resolve('d'), json: true },
  });
  assert.deepEqual((await run(['purged', 'restore', 'x', '--data', '/d'])).calls[0], {
    command: 'purgedRestore',
    options: { data: '/d', id: 'x', json: false },
  });
  const home = { home: '/state/rollcall', json: false };
  assert.deepEqual((await run(['verify'])).calls[0], { command: 'verify', options: home });
  assert.deepEqual((await run(['verify', '--erase', '--receipt', 'r.json'])).calls[0], {
    command: 'verifyErase',
    options: { ...home, receipt: resolve('r.json') },
  });
  assert.deepEqual((await run(['receipt', 'check', 'r.json', '--server', 'https://photos.example/'])).calls[0], {
    command: 'receiptCheck',
    options: { ...home, file: resolve('r.json'), server: 'https://photos.example', insecure: false },
  });
  assert.deepEqual((await run(['receipt', 'new-key', '--data', 'd'])).calls[0], {
    command: 'receiptNewKey',
    options: { data: resolve('d'), json: false },
  });
  assert.deepEqual((await run(['import', 'a.zip', '/b', '--dry-run', '--no-trash', '--into-folder', '--html', 'p.html'])).calls[0], {
    command: 'importPhotos',
    options: { ...home, paths: [resolve('a.zip'), '/b'], dryRun: true, withoutTrash: true, intoFolder: true, html: resolve('p.html') },
  });
  assert.deepEqual((await run(['import', 'a.zip', '--json'])).calls[0]?.options, {
    ...home,
    json: true,
    paths: [resolve('a.zip')],
    dryRun: false,
    withoutTrash: false,
    intoFolder: false,
  });
  assert.deepEqual((await run(['undo'])).calls[0]?.options, { ...home, list: false, last: 1 });
  assert.deepEqual((await run(['join', 'a', 'b', '--role', 'raw'])).calls[0], {
    command: 'joinPair',
    options: { ...home, file: resolve('a'), joined: resolve('b'), role: 'raw' },
  });
  assert.deepEqual((await run(['trash', 'restore', 'x', '--home', '/h', '--json'])).calls[0], {
    command: 'trashRestore',
    options: { home: '/h', json: true, id: 'x' },
  });
  assert.deepEqual((await run(['cloud-space', 'alike', '--home', '/h'])).calls[0], {
    command: 'cloudSpace',
    options: { home: '/h', json: false, section: 'alike' },
  });
  assert.deepEqual((await run(['cloud-space', 'trash', 'x', 'y', '--home', '/h', '--json'])).calls[0], {
    command: 'cloudSpaceTrash',
    options: { home: '/h', json: true, ids: ['x', 'y'] },
  });
  const link = await run(
    [
      'link',
      '--home',
      '/h',
      '--server',
      'https://photos.example/base/',
      '--folder',
      '/f',
      '--email',
      'a@b.c',
      '--name',
      'Laptop',
      '--password-stdin',
      '--yes',
    ],
    'pw\n',
  );
  const wanted = {
    home: '/h',
    server: 'https://photos.example/base',
    folder: '/f',
    name: 'Laptop',
    signIn: { by: 'password', email: 'a@b.c', password: 'pw' },
    yes: true,
    insecure: false,
  };
  assert.deepEqual(link.calls[0]?.options, wanted);
});

test('CL-5: closing and keeping an account are of the device, or, with its data folder, of the server', async () => {
  const close = await run(['account', 'close', 'a@b.c', '--password-stdin'], 'pw\n');
  const home = { home: '/state/rollcall', json: false };
  assert.deepEqual(close.calls, [{ command: 'accountClose', options: { ...home, email: 'a@b.c', password: 'pw' } }]);
  assert.deepEqual((await run(['account', 'keep', '--home', '/h'])).calls, [{ command: 'accountKeep', options: { ...home, home: '/h' } }]);
  for (const [word, command] of [
    ['close', 'accountClose'],
    ['keep', 'accountKeep'],
    ['owner', 'accountOwner'],
  ] as const)
    assert.deepEqual((await run(['account', word, 'a@b.c', '--data', '/d', '--json'])).calls, [
      { command, options: { data: '/d', email: 'a@b.c', json: true } },
    ]);
});

test('CL-5: passwords for apps are made, listed and taken away in a data folder', async () => {
  const options = { data: '/d', email: 'a@b.c', json: false };
  for (const [args, command, more] of [
    [['ls', 'a@b.c'], 'appPasswordList', {}],
    [['add', 'a@b.c', 'My phone'], 'appPasswordAdd', { name: 'My phone' }],
    [['rm', 'a@b.c', 'My phone'], 'appPasswordRemove', { name: 'My phone' }],
  ] as const)
    assert.deepEqual((await run(['app-password', ...args, '--data', '/d'])).calls, [{ command, options: { ...options, ...more } }]);
});

test('CL-6: sizes are bytes or decimal units', () => {
  assert.deepEqual(['0', '1024', '5GB', '1.5 gb', '500MB', '2TB'].map(parseSize), [0, 1024, 5e9, 1.5e9, 5e8, 2e12]);
  for (const wrong of ['', '-1', '5 GiB', 'GB', '1e9', '99999999TB']) assert.throws(() => parseSize(wrong), wrong);
});

test('CL-6: times are spans with their unit, the next time that a clock shows them, or moments', () => {
  assert.deepEqual(['30min', '2h', '45 s', '1d'].map(parseDuration), [1_800_000, 7_200_000, 45_000, 86_400_000]);
  for (const wrong of ['', '0h', '2', '-1h', '400d', '1.5h', 'h']) assert.throws(() => parseDuration(wrong), wrong);
  const left = parseUntil('18:00') - Date.now();
  assert.ok(left > 0 && left <= 86_400_000);
  assert.equal(new Date(parseUntil('18:00')).getHours(), 18);
  assert.equal(parseUntil('2027-01-02T18:00Z'), Date.UTC(2027, 0, 2, 18));
  assert.ok(Math.abs(parseUntil('2h') - Date.now() - 7_200_000) < 60_000);
  for (const wrong of ['', '24:00', '7:60', 'tomorrow', '2027-01-02']) assert.throws(() => parseUntil(wrong), wrong);
});

test('CL-5: settings and conditions arrive whole, with the state folder wherever it stands in the line', async () => {
  const set = await run(['settings', 'set', 'mobile-data', 'off', '--home', '/h', '--json']);
  assert.deepEqual(set.calls, [{ command: 'settingsSet', options: { home: '/h', json: true, name: 'mobile-data', value: 'off' } }]);
  const get = await run(['settings', '--home', '/h', 'get', 'sync']);
  assert.deepEqual(get.calls, [{ command: 'settingsGet', options: { home: '/h', json: false, name: 'sync' } }]);
  const all = await run(['settings', '--json']);
  assert.deepEqual(all.calls, [{ command: 'settingsGet', options: { home: '/state/rollcall', json: true } }]);
  const simulated = await run(['conditions', 'set', 'link=none', 'battery=5', '--home', '/h']);
  assert.deepEqual(simulated.calls, [
    { command: 'conditionsSet', options: { home: '/h', json: false, overrides: ['link=none', 'battery=5'] } },
  ]);
  assert.deepEqual((await run(['conditions', 'clear', '--home', '/h'])).calls[0]?.options, { home: '/h', json: false, names: [] });
  assert.deepEqual((await run(['sync-now', '--home', '/h'])).calls[0]?.options, { home: '/h', json: false, forMs: 3_600_000 });
  assert.deepEqual((await run(['sync-now', '--off', '--home', '/h'])).calls[0]?.options, { home: '/h', json: false, forMs: null });
  assert.equal((await run(['sync-now', '--off', '--for', '2h'])).code, 2);
  assert.deepEqual((await run(['pause', '--home', '/h'])).calls[0]?.options, { home: '/h', json: false });
});

test('CL-7: the launcher runs from anywhere, through links, with its arguments as they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-launcher-'));
  try {
    symlinkSync(join(here, 'rollcall'), join(folder, 'first'));
    symlinkSync('first', join(folder, 'second'));
    const ran = spawnSync(join(folder, 'second'), ['--version'], { cwd: folder, encoding: 'utf8' });
    assert.equal(ran.stderr, '');
    assert.match(ran.stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal(spawnSync(join(here, 'rollcall'), ['no such thing'], { encoding: 'utf8' }).status, 2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('CL-8: the launcher becomes the program: one process, which a signal reaches', async () => {
  const child = spawn(join(here, 'node'), ['-e', 'process.stdout.write(String(process.pid)); setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [pid] = (await child.stdout.take(1).toArray()) as [Buffer];
    assert.equal(Number(String(pid)), child.pid);
    child.kill('SIGKILL');
    const signal = await new Promise((done) => child.once('exit', (_, by) => done(by)));
    assert.equal(signal, 'SIGKILL');
  } finally {
    child.kill('SIGKILL');
  }
});

test('CL-9: without a bundled runtime, a machine’s Node that is too old is refused with what to do; a new one is taken', () => {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-runtime-'));
  try {
    mkdirSync(join(root, 'bin'));
    mkdirSync(join(root, 'path'));
    cpSync(join(here, 'node'), join(root, 'bin', 'node'));
    chmodSync(join(root, 'bin', 'node'), 0o755);
    const ask = (version: string): { status: number | null; stdout: string; stderr: string } => {
      writeFileSync(join(root, 'path', 'node'), `#!/bin/sh\n[ "$1" = -p ] && { echo ${version}; exit 0; }\necho ran "$@"\n`, {
        mode: 0o755,
      });
      return spawnSync(join(root, 'bin', 'node'), ['x y'], { encoding: 'utf8', env: { PATH: `${join(root, 'path')}:/usr/bin:/bin` } });
    };
    assert.match(ask('24.1.0').stderr, /npm ci/);
    mkdirSync(join(root, 'node_modules'));
    for (const version of ['18.20.4', '20.19.5', '22.17.1', '23.5.0']) {
      const refused = ask(version);
      assert.equal(refused.status, 1, version);
      assert.match(refused.stderr, /needs Node\.js 22\.18 or later.*npm ci/, version);
    }
    for (const version of ['22.18.0', '23.6.0', '24.0.0', '26.1.0']) assert.equal(ask(version).stdout, 'ran x y\n', version);
  } finally {
    rmSync(root, { recursive: true });
  }
});

/** Tells at its end what the program that it is put before has loaded: addresses of modules, and names of Node's own. */
const TELL_LOADED = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  import { writeSync } from 'node:fs';
  const loaded = [];
  registerHooks({ resolve: (specifier, context, next) => { const found = next(specifier, context); loaded.push(found.url); return found; } });
  process.on('exit', () => writeSync(1, '\\n' + JSON.stringify([...loaded, ...process.moduleLoadList])));
`)}`;

test('SZ-6: a command loads what it needs, and not what others need: folders are watched, photos read and servers run by others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-loaded-'));
  try {
    const loadedBy = (...args: string[]): string[] => {
      const ran = spawnSync(join(here, 'node'), ['--import', TELL_LOADED, join(here, 'main.ts'), ...args], { encoding: 'utf8' });
      return JSON.parse(ran.stdout.slice(ran.stdout.lastIndexOf('\n'))) as string[];
    };
    const has = (loaded: readonly string[], part: string): boolean => loaded.some((each) => each.includes(part));
    const why = loadedBy('why', 'photo.jpg', '--home', folder);
    assert.ok(has(why, '/commands/why.ts') && has(why, '/better-sqlite3/'));
    const others = [
      '/packages/media/',
      '/@parcel/watcher/',
      '/cli-progress/',
      '/apps/server/',
      'internal/deps/undici/undici',
      'NativeModule tls',
    ];
    assert.deepEqual(
      others.filter((part) => has(why, part)),
      [],
    );
    // These are the names that they have where they are loaded.
    const inspected = loadedBy('inspect', join(folder, 'none.jpg'));
    assert.ok(has(inspected, '/packages/media/') && !has(inspected, '/better-sqlite3/'));
    assert.ok(has(loadedBy('sync', '--home', folder), '/@parcel/watcher/'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('SZ-7: that the bundled runtime runs on this machine is tried once; another one, or another machine, is tried again', () => {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-tried-'));
  try {
    const [bundles, path] = [join(root, 'node_modules'), join(root, 'path')];
    for (const each of ['bin', 'path']) mkdirSync(join(root, each));
    for (const arch of ['x64', 'arm64']) mkdirSync(join(bundles, `node-linux-${arch}`, 'bin'), { recursive: true });
    cpSync(join(here, 'node'), join(root, 'bin', 'node'));
    const become = (name: string): void => {
      for (const arch of ['x64', 'arm64'])
        writeFileSync(
          join(bundles, `node-linux-${arch}`, 'bin', 'node'),
          `#!/bin/sh\n[ "$1" = -p ] && { echo tried >> '${root}/tries'; echo 24.1.0; exit 0; }\necho ${name} "$@"\n`,
          { mode: 0o755 },
        );
    };
    const on = (machine: string): { said: string; tries: number } => {
      writeFileSync(
        join(path, 'uname'),
        `#!/bin/sh\ncase $1 in -s) echo Linux ;; -m) echo x86_64 ;; *) echo Linux ${machine} x86_64 ;; esac\n`,
        { mode: 0o755 },
      );
      const { stdout } = spawnSync(join(root, 'bin', 'node'), ['a b'], { encoding: 'utf8', env: { PATH: `${path}:/usr/bin:/bin` } });
      return { said: stdout, tries: readFileSync(join(root, 'tries'), 'utf8').split('\n').length - 1 };
    };
    const past = (seconds: number): Date => new Date(Date.now() - seconds * 1000);
    const age = (seconds: number): void => {
      for (const arch of ['x64', 'arm64']) utimesSync(join(bundles, `node-linux-${arch}`, 'bin', 'node'), past(seconds), past(seconds));
    };
    become('first');
    age(60);
    assert.deepEqual(on('here'), { said: 'first a b\n', tries: 1 });
    assert.deepEqual(on('here'), { said: 'first a b\n', tries: 1 });
    assert.deepEqual(on('elsewhere'), { said: 'first a b\n', tries: 2 });
    assert.deepEqual(on('elsewhere'), { said: 'first a b\n', tries: 2 });
    become('second');
    age(-60);
    assert.deepEqual(on('elsewhere'), { said: 'second a b\n', tries: 3 });
    // Where nothing can be noted, it is tried each time.
    rmSync(join(bundles, '.cache'), { recursive: true });
    writeFileSync(join(bundles, '.cache'), 'in the way');
    age(60);
    assert.deepEqual(on('elsewhere'), { said: 'second a b\n', tries: 4 });
    assert.deepEqual(on('elsewhere'), { said: 'second a b\n', tries: 5 });
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('CL-10: the program’s version is the one of its package', async () => {
  const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { version: string };
  const ran = spawnSync(join(here, 'rollcall'), ['--version'], { encoding: 'utf8' });
  assert.equal(ran.stdout, `${version}\n`);
});

test('SI-13: without an e-mail address a folder is linked by a code, and no password is asked', async () => {
  const link = ['link', '--home', '/h', '--server', 'http://127.0.0.1:1', '--folder', '/f', '--name', 'Laptop'];
  const { calls } = await run(link);
  assert.deepEqual(calls[0]?.options, {
    home: '/h',
    server: 'http://127.0.0.1:1',
    folder: '/f',
    name: 'Laptop',
    signIn: { by: 'code' },
    yes: false,
    insecure: false,
  });
  const wrong = await run([...link, '--password-stdin'], 'secret word\n');
  assert.deepEqual([wrong.code, wrong.calls.length], [2, 0]);
  assert.match(wrong.err, /--email/);
});

test('PK-10: a user whom the machine does not know has a state folder below the root, and a command that needs none does not fail for it', () => {
  const unknown = (): string => {
    throw Object.assign(new Error('uv_os_homedir returned ENOENT'), { code: 'ERR_SYSTEM_ERROR' });
  };
  assert.equal(defaultHome({}, unknown), '/.local/state/rollcall');
  assert.equal(defaultHome({ XDG_STATE_HOME: '/state' }, unknown), '/state/rollcall');
});

test('TL-9: the options of https and of further addresses arrive whole, and half a pair is wrong use', async () => {
  const ran = await run([
    'serve',
    '--data',
    'd',
    '--tls-cert',
    'c.pem',
    '--tls-key',
    '/k.pem',
    '--origin',
    'https://A.example.org/',
    '--origin',
    'http://b:81',
    '--proxy',
    '10.0.0.2',
    '--proxy',
    'FD00::2',
  ]);
  assert.deepEqual(ran.calls[0]?.options, {
    data: resolve('d'),
    port: 2280,
    host: '127.0.0.1',
    origins: ['https://a.example.org', 'http://b:81'],
    proxies: ['10.0.0.2', 'fd00::2'],
    tls: { cert: resolve('c.pem'), key: '/k.pem' },
  });
  for (const wrong of [
    ['--tls-cert', 'c.pem'],
    ['--tls-key', 'k.pem'],
    ['--origin', 'photos.example.org'],
    ['--origin', 'https://photos.example.org/base'],
    ['--origin', 'https://a@photos.example.org'],
    ['--proxy', 'proxy.example.org'],
    ['--proxy', '10.0.0.0/8'],
  ])
    assert.equal((await run(['serve', '--data', 'd', ...wrong])).code, 2, wrong.join(' '));
});

test('OB-7: how a server is watched over arrives whole; the level may come from the environment, which an option outranks', async () => {
  const serve = ['serve', '--data', 'd'];
  const more = ['--log-level', 'debug', '--log-format', 'text', '--slow-request', '2s', '--metrics-token-file', 'token'];
  const plain = { data: resolve('d'), port: 2280, host: '127.0.0.1' };
  assert.deepEqual((await run([...serve, ...more], '', 0, { ROLLCALL_LOG_LEVEL: 'warn' })).calls[0]?.options, {
    ...plain,
    logLevel: 'debug',
    logFormat: 'text',
    slowRequest: 2000,
    metricsTokenFile: resolve('token'),
  });
  assert.deepEqual((await run(serve, '', 0, { ROLLCALL_LOG_LEVEL: 'warn' })).calls[0]?.options, { ...plain, logLevel: 'warn' });
  const wrong = await run(serve, '', 0, { ROLLCALL_LOG_LEVEL: 'loud' });
  assert.deepEqual([wrong.code, wrong.calls.length], [2, 0]);
  assert.match(wrong.err, /ROLLCALL_LOG_LEVEL is one of fatal, error, warn, info, debug, trace\./);
  for (const each of [
    ['--log-level', 'loud'],
    ['--log-format', 'xml'],
    ['--slow-request', '0'],
  ])
    assert.equal((await run([...serve, ...each])).code, 2, each.join(' '));
});

test('SD-17: a service is told what its server or device is told, with whole paths, and what it may use', async () => {
  const choice = {
    name: null,
    manager: null,
    as: null,
    limits: { memory: '75%', tasks: 512 },
    print: null,
    main: process.argv[1],
    runtime: process.execPath,
  };
  const server = await run([
    'service',
    'install',
    'server',
    '--data',
    'd',
    '--port',
    '443',
    '--host',
    '0.0.0.0',
    '--origin',
    'https://a.example',
    '--proxy',
    '10.0.0.2',
    '--silent-after',
    '36h',
    '--keep-free',
    '5GB',
    '--tls-cert',
    '/c/a.pem',
    '--tls-key',
    '/k/a.key',
    '--log-level',
    'warn',
    '--log-format',
    'json',
    '--slow-request',
    '2s',
    '--metrics-token-file',
    '/t/token',
  ]);
  const data = resolve('d');
  const args = [
    'serve',
    '--data',
    data,
    '--port',
    '443',
    '--host',
    '0.0.0.0',
    '--origin',
    'https://a.example',
    '--proxy',
    '10.0.0.2',
    '--tls-cert',
    '/c/a.pem',
    '--tls-key',
    '/k/a.key',
    '--silent-after',
    '36h',
    '--keep-free',
    '5000000000',
    '--log-level',
    'warn',
    '--log-format',
    'json',
    '--slow-request',
    '2s',
    '--metrics-token-file',
    '/t/token',
  ];
  const reads = ['/c', '/c', '/k', '/k', '/t'];
  assert.deepEqual(server.calls, [
    {
      command: 'installService',
      options: {
        ...choice,
        kind: 'server',
        of: data,
        args,
        writes: [data],
        reads: [...new Set(reads)],
        port: 'low',
        certificate: 'renewed',
      },
    },
  ]);
  const told = await run(args);
  assert.deepEqual(
    told.calls[0]?.options,
    {
      data,
      port: 443,
      host: '0.0.0.0',
      origins: ['https://a.example'],
      proxies: ['10.0.0.2'],
      tls: { cert: '/c/a.pem', key: '/k/a.key' },
      silentAfter: 129_600_000,
      keepFree: 5e9,
      logLevel: 'warn',
      logFormat: 'json',
      slowRequest: 2000,
      metricsTokenFile: '/t/token',
    },
    'which it understands',
  );
  const device = await run([
    'service',
    'install',
    'device',
    '--home',
    '/h',
    '--system',
    '--as',
    'ann',
    '--name',
    'two',
    '--memory-max',
    '2GB',
    '--tasks-max',
    '64',
    '--print',
    '--for',
    'launchd',
  ]);
  const limits = { memory: '2000000000', tasks: 64 };
  assert.deepEqual(device.calls, [
    { command: 'serviceInstall', options: { ...choice, name: 'two', manager: 'system', as: 'ann', limits, print: 'launchd', home: '/h' } },
  ]);
  const logs = await run(['service', 'logs', 'device', '-n', '7', '--follow', '--user']);
  assert.deepEqual(logs.calls, [
    { command: 'serviceLogs', options: { kind: 'device', name: null, manager: 'user', lines: 7, follow: true } },
  ]);
  for (const wrong of [
    ['status'],
    ['status', 'phone'],
    ['status', 'server', '--user', '--system'],
    ['install', 'server'],
    ['install', 'device', '--for', 'launchd'],
    ['install', 'device', '--name', 'Two words'],
    ['install', 'device', '--memory-max', '0%'],
    ['logs', 'server', '-n', 'all'],
  ])
    assert.deepEqual([(await run(['service', ...wrong])).code, (await run(['service', ...wrong])).calls], [2, []], wrong.join(' '));
});

test('UD-8: going on without a copy is said at one start of a server or of a device', async () => {
  for (const line of [
    ['serve', '--data', '/d'],
    ['sync', '--once'],
  ]) {
    const copied = async (args: readonly string[]): Promise<unknown> =>
      ((await run(args)).calls[0]?.options as { readonly withoutCopy?: boolean } | undefined)?.withoutCopy;
    assert.deepEqual([await copied(line), await copied([...line, '--without-copy'])], [undefined, true]);
  }
});

test('UD-13: version and update know the folder of the program, and do no more than they are told', async () => {
  const root = '/srv/rollcall';
  const options = async (...args: string[]): Promise<unknown> => (await run(args)).calls[0]?.options;
  assert.deepEqual(await options('version'), { root, json: false });
  assert.deepEqual(await options('version', '--server', 'https://photos.example.org', '--json'), {
    root,
    json: true,
    server: 'https://photos.example.org',
  });
  assert.deepEqual(await options('update', '--dry-run'), { root, dryRun: true, fetch: false, yes: false });
  assert.deepEqual(await options('update', '--yes'), { root, dryRun: false, fetch: false, yes: true });
});

test('SI-14: a command that ends because the key store is closed says so, with its own exit code', async () => {
  const closed = Object.assign(new Error('The key store is closed.'), { exitCode: 3 });
  const said: string[] = [];
  const out = new Writable({
    write(chunk, _encoding, done) {
      said.push(String(chunk));
      done();
    },
  });
  const code = await runProgram(['status'], {
    io: { stdin: Readable.from(['']), stdout: out, stderr: out, signal: new AbortController().signal, ask: null },
    version: '1.2.3',
    root: '/srv/rollcall',
    env: {},
    rooms: { server: () => Promise.reject(closed), agent: () => Promise.reject(closed), service: () => Promise.reject(closed) },
  });
  assert.deepEqual([code, said.join('')], [3, 'rollcall: The key store is closed.\n']);
});

test('BK-14: a backup’s commands take their options on either side of their names, and its passphrase from a file or the environment', async () => {
  const keep = { last: 0, daily: 7, weekly: 4, monthly: 0, yearly: 0 };
  const made = await run(['backup', '--data', '/d', '--to', '/b', '--keep', 'daily=7, weekly=4', '--json']);
  assert.deepEqual(made.calls, [{ command: 'backup', options: { data: '/d', to: '/b', passphrase: null, keep, json: true } }]);
  const listed = await run(['backup', 'list', '--from', '/b', '--json']);
  assert.deepEqual(listed.calls, [{ command: 'backupList', options: { from: '/b', json: true } }]);
  const pruned = await run(['backup', 'prune', '--keep', 'daily=7,weekly=4', '--dry-run', '--from', '/b']);
  assert.deepEqual(pruned.calls, [{ command: 'backupPrune', options: { from: '/b', json: false, keep, dryRun: true } }]);
  const file = join(mkdtempSync(join(tmpdir(), 'rollcall-passphrase-')), 'file');
  writeFileSync(file, 'open sesame\n');
  const checked = await run(['backup', 'check', '--passphrase-file', file, '--from', '/b']);
  assert.deepEqual(checked.calls, [{ command: 'backupCheck', options: { from: '/b', json: false, passphrase: 'open sesame' } }]);
  const restored = await run(['restore', '--from', '/b', '--data', '/d', '--replace', '--snapshot', 'x'], '', 0, {
    ROLLCALL_BACKUP_PASSPHRASE: 'sesame',
  });
  assert.deepEqual(restored.calls, [
    { command: 'restore', options: { from: '/b', json: false, passphrase: 'sesame', snapshot: 'x', data: '/d', replace: true } },
  ]);
  for (const wrong of [
    ['backup', '--data', '/d'],
    ['backup', 'prune', '--from', '/b'],
    ['backup', '--data', '/d', '--to', '/b', '--keep', 'hourly=3'],
    ['backup', '--data', '/d', '--to', '/b', '--keep', 'daily=0'],
    ['backup', '--data', '/d', '--to', '/b', '--passphrase', 'on the command line'],
    ['backup', '--data', '/d', '--to', '/b', '--passphrase-file', `${file}.none`],
  ]) {
    const refused = await run(wrong);
    assert.deepEqual([refused.code, refused.calls], [2, []], wrong.join(' '));
  }
  rmSync(dirname(file), { recursive: true });
});
