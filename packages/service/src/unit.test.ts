import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { launchdText } from './launchd.ts';
import { readMarks } from './marks.ts';
import { unfit, type Manager, type Service } from './service.ts';
import { unitText, type Means } from './unit.ts';
import { windowsText } from './windows.ts';

const SERVER: Service = {
  kind: 'server',
  name: null,
  of: '/srv/photos',
  program: { command: ['/opt/rollcall/bin/rollcall'], root: '/opt/rollcall', runtime: null },
  args: ['serve', '--data', '/srv/photos', '--port', '2280'],
  writes: ['/srv/photos'],
  reads: [],
  port: 'open',
  certificate: 'none',
  limits: { memory: '75%', tasks: 512 },
};
const DEVICE: Service = {
  ...SERVER,
  kind: 'device',
  of: '/home/ann/.local/state/rollcall',
  args: ['sync', '--home', '/home/ann/.local/state/rollcall'],
  writes: ['/home/ann/.local/state/rollcall', '/home/ann/Pictures'],
  port: 'none',
};
const SYSTEM: Manager = { of: 'system', user: 'ann' };
const USER: Manager = { of: 'user' };
const MEANS: Means = { version: 252, view: 'own', home: '/home/ann' };
/** Whatever a person may call a folder. */
const CROOKED = '/srv/a b  c/100%/50 %h $HOME ${X} "q" \'p\' back\\slash ; -x é 写真:y';

/** All lines with this key. */
function values(text: string, key: string): string[] {
  return text.split('\n').flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : []));
}

/** Words as systemd.syntax(7) and systemd.service(5) tell how they are read. */
function readWords(line: string, variables: 'taken' | 'left'): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === '\\') {
      word = (word ?? '') + line.charAt(at + 1);
      at += 1;
    } else if (quote !== null) {
      if (sign === quote) quote = null;
      else word = (word ?? '') + sign;
    } else if ((sign === '"' || sign === "'") && word === null) {
      quote = sign;
      word = '';
    } else if (sign === ' ') {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + sign;
  }
  assert.equal(quote, null, `a quotation does not end: ${line}`);
  if (word !== null) words.push(word);
  return words.map((each, index) => {
    assert.doesNotMatch(each.replaceAll('%%', ''), /%/, 'a specifier');
    const plain = each.replaceAll('%%', '%');
    if (variables === 'left' || index === 0) return plain;
    assert.doesNotMatch(plain.replaceAll('$$', ''), /\$/, 'a variable');
    return plain.replaceAll('$$', '$');
  });
}

test('SD-1: a service starts by itself and again after a crash, not after an end that needs its person, and is given the time that a stop takes', () => {
  for (const manager of [SYSTEM, USER]) {
    const text = unitText(SERVER, manager, MEANS);
    assert.deepEqual(values(text, 'WantedBy'), [manager.of === 'user' ? 'default.target' : 'multi-user.target']);
    assert.deepEqual(values(text, 'User'), manager.of === 'user' ? [] : ['ann']);
    assert.deepEqual(values(text, 'Restart'), ['on-failure']);
    assert.deepEqual(values(text, 'RestartPreventExitStatus'), ['2 3']);
    assert.deepEqual(values(text, 'ExecStart'), ['/opt/rollcall/bin/rollcall serve --data /srv/photos --port 2280']);
    // A server gives running requests four seconds, a device its last words three.
    assert.ok(Number(values(text, 'TimeoutStopSec')[0]) >= 30);
    assert.deepEqual(values(text, 'KillMode'), ['mixed']);
  }
  const pause = (version: number | null): string[] => values(unitText(SERVER, SYSTEM, { ...MEANS, version }), 'RestartSteps');
  assert.deepEqual([pause(null), pause(252), pause(254)], [[], [], ['6']], 'what is new in 254 is not told to an older one');
  assert.deepEqual(values(unitText({ ...SERVER, certificate: 'renewed' }, SYSTEM, MEANS), 'ExecReload'), ['/bin/kill -HUP $MAINPID']);
});

/** Systemd lets no program have these in its path: a shell becomes it. */
const shell = (path: string): string[] => (/["'\\]/.test(path) ? ['/bin/sh', '-c', 'exec "$0" "$@"'] : []);

test('SD-2: names arrive as they are, whatever stands in them, and what no unit can hold is refused', () => {
  const name = fc
    .array(fc.constantFrom(...CROOKED.split(''), '/', '%', '$', '"', '\\', "'", ' '), { minLength: 1, maxLength: 12 })
    .map((signs) => `/x${signs.join('')}x`);
  fc.assert(
    fc.property(name, fc.constantFrom(SERVER, DEVICE), (folder, kind) => {
      const command = [`${folder}/bin/rollcall`];
      const text = unitText(
        { ...kind, of: folder, writes: [folder], args: ['serve', folder, '$', ';'], program: { ...kind.program, command } },
        SYSTEM,
        MEANS,
      );
      assert.deepEqual(readWords(values(text, 'ExecStart')[0] ?? '', 'taken'), [...shell(folder), ...command, 'serve', folder, '$', ';']);
      assert.deepEqual(readWords(values(text, 'ReadWritePaths')[0] ?? '', 'left'), [kind.kind === 'device' ? `-${folder}` : folder]);
      assert.deepEqual(readMarks(text), { kind: kind.kind, name: null, of: folder });
    }),
  );
  assert.equal(unfit(SERVER), null);
  assert.match(unfit({ ...SERVER, of: '/srv/a\nExecStartPre=/bin/evil' }) ?? '', /newline/);
  assert.match(unfit({ ...SERVER, args: ['a\u0007b'] }) ?? '', /control character/);
  assert.match(unfit({ ...SERVER, writes: ['srv'] }) ?? '', /whole path/);
  assert.equal(readMarks('[Service]\nExecStart=/bin/true\n'), null);
});

test('SD-3: a service changes its own folders and nothing else; a server sees no home, a device sees folders and no keys', () => {
  const home = (service: Service): string[] =>
    ['ProtectHome', 'ReadWritePaths', 'BindPaths', 'BindReadOnlyPaths', 'InaccessiblePaths'].map((key) =>
      values(unitText(service, SYSTEM, MEANS), key).join(),
    );
  assert.deepEqual(home(SERVER), ['yes', '/srv/photos', '', '', '']);
  const own: Service = {
    ...SERVER,
    of: '/home/ann/cloud',
    writes: ['/home/ann/cloud'],
    reads: ['/home/ann/keys'],
    program: { command: ['/home/ann/rollcall/bin/rollcall'], root: '/home/ann/rollcall', runtime: null },
  };
  assert.deepEqual(home(own), ['tmpfs', '', '/home/ann/cloud', '/home/ann/keys /home/ann/rollcall', '']);
  const [sees, writes, , , hidden] = home(DEVICE);
  assert.deepEqual([sees, writes], ['read-only', '-/home/ann/.local/state/rollcall -/home/ann/Pictures']);
  assert.match(hidden ?? '', /-\/home\/ann\/\.ssh /);
  assert.doesNotMatch(home({ ...DEVICE, writes: ['/home/ann'] })[4] ?? '', /ssh/, 'what lies in the photo folder is looked at');
  assert.deepEqual(
    home({ ...SERVER, writes: ['/tmp/photos'] }).slice(1, 3),
    ['', '/tmp/photos'],
    'its own folder is there, though it has a /tmp of its own',
  );
  const low = { ...SERVER, port: 'low' as const };
  assert.deepEqual(values(unitText(low, SYSTEM, MEANS), 'AmbientCapabilities'), ['CAP_NET_BIND_SERVICE']);
  assert.deepEqual(values(unitText(SERVER, SYSTEM, MEANS), 'CapabilityBoundingSet'), ['']);
  const plain = unitText(DEVICE, USER, { ...MEANS, view: 'plain' });
  assert.deepEqual([values(plain, 'ProtectSystem'), values(plain, 'NoNewPrivileges')], [[], ['yes']]);
});

function analyser(t: TestContext): boolean {
  const there = spawnSync('systemd-analyze', ['--version']).status === 0;
  if (!there) t.skip('there is no systemd-analyze here (Debian: apt-get install systemd)');
  return there;
}

test('SD-4: systemd finds nothing wrong in a unit, and calls it well shut in', (t) => {
  if (!analyser(t)) return;
  // The crooked names are there: a path that were read as another would be missed.
  const root = mkdtempSync(join(tmpdir(), 'rollcall-unit-'));
  t.after(() => rmSync(root, { recursive: true }));
  const bin = join(root, CROOKED, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'rollcall'), '#!/bin/sh\n', { mode: 0o755 });
  const program = { command: [join(bin, 'rollcall')], root: join(root, CROOKED), runtime: null };
  for (const [service, manager] of [
    [SERVER, SYSTEM],
    [DEVICE, SYSTEM],
    [SERVER, USER],
    [DEVICE, USER],
  ] as const) {
    const file = join(root, `rollcall-${service.kind}.service`);
    const who: Manager = manager.of === 'user' ? manager : { of: 'system', user: 'root' };
    writeFileSync(file, unitText({ ...service, program, of: bin, writes: [bin], args: ['serve', bin] }, who, MEANS));
    const said = spawnSync('systemd-analyze', [...(manager.of === 'user' ? ['--user'] : []), 'verify', '--man=no', file], {
      encoding: 'utf8',
    });
    const about = said.stderr.split('\n').filter((line) => line.includes(`rollcall-${service.kind}`));
    assert.deepEqual(about, [], `${service.kind}, ${manager.of}`);
    if (manager.of === 'user') continue;
    const { stdout, status } = spawnSync('systemd-analyze', ['security', '--offline=yes', '--threshold=25', file], { encoding: 'utf8' });
    assert.equal(status, 0, stdout.split('\n').at(-2));
  }
});

/** The elements of a document, each with its text; throws where it is not well-formed. */
function elements(xml: string): { name: string; text: string }[] {
  const open: string[] = [];
  const found: { name: string; text: string }[] = [];
  for (const [, close, name = '', rest = '', text = ''] of xml.replace(/<[?!][^>]*>/g, '').matchAll(/<(\/?)([A-Za-z]+)([^<>]*)>([^<]*)/g)) {
    assert.doesNotMatch(text, /&(?!(?:amp|lt|gt|quot);)|>/, 'not escaped');
    if (close) assert.equal(open.pop(), name);
    else if (!rest.endsWith('/')) open.push(name);
    if (!close)
      found.push({
        name,
        text: text.trim().replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      });
  }
  assert.deepEqual(open, [], 'an element is left open');
  return found;
}

test('SD-12: the files for macOS and Windows are well-formed, and tell the same command, whatever its names', () => {
  const folder = '/srv/<a> & "b" \\';
  const service: Service = { ...SERVER, of: folder, writes: [folder], args: ['serve', '--data', folder, ''] };
  const plist = elements(launchdText(service, USER, '/Users/ann/Library/Logs'));
  const label = plist.findIndex(({ text }) => text === 'ProgramArguments');
  assert.deepEqual(
    plist.slice(label + 2, label + 7).map(({ text }) => text),
    ['/opt/rollcall/bin/rollcall', 'serve', '--data', folder, ''],
  );
  assert.ok(elements(launchdText(service, SYSTEM, '/var/log')).some(({ text }) => text === 'ann'));
  const task = elements(windowsText(service, USER));
  assert.equal(task.find(({ name }) => name === 'Arguments')?.text, 'serve --data "/srv/<a> & \\"b\\" \\\\" ""');
  assert.ok(task.some(({ name }) => name === 'LogonTrigger'));
  assert.ok(elements(windowsText(service, SYSTEM)).some(({ name }) => name === 'BootTrigger'));
});
