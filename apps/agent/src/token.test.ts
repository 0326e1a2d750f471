import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readToken, removeToken, writeToken } from './token.ts';

const TOKEN = `rcd_${'B'.repeat(43)}`;
const TRIAL = fileURLToPath(new URL('./testing/token-trial.ts', import.meta.url));

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'rollcall-token-'));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** With these in the environment while the test runs. */
function withEnv(t: TestContext, env: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(env)) {
    const before = process.env[name];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
    t.after(() => {
      if (before === undefined) delete process.env[name];
      else process.env[name] = before;
    });
  }
}

test('SI-10: where there is no key store, the token is in a file that only its user may read, until it is removed', (t) => {
  const home = folder(t);
  for (const env of [
    { ROLLCALL_KEY_STORE: 'off' },
    { ROLLCALL_KEY_STORE: undefined, DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(home, 'no-such-bus')}` },
  ]) {
    if (process.platform !== 'linux' && env.ROLLCALL_KEY_STORE !== 'off') continue;
    withEnv(t, env);
    assert.deepEqual(readToken(home), { state: 'none' });
    assert.equal(writeToken(home, TOKEN), 'file');
    assert.equal(statSync(join(home, 'token')).mode & 0o777, 0o600);
    assert.deepEqual(readToken(home), { state: 'here', token: TOKEN });
    removeToken(home);
    assert.equal(existsSync(join(home, 'token')), false);
  }
});

test('SI-11: a key store that never answers holds nothing up: the token goes into the file', async (t) => {
  if (process.platform !== 'linux') return t.skip('the silent key store of this test is one of Linux');
  const home = folder(t);
  const bus = join(home, 'bus');
  // It takes the connection and says nothing.
  const silent = createServer().listen(bus);
  await once(silent, 'listening');
  t.after(() => silent.close());
  withEnv(t, { ROLLCALL_KEY_STORE: undefined, DBUS_SESSION_BUS_ADDRESS: `unix:path=${bus}` });
  assert.equal(writeToken(home, TOKEN, 1500), 'file');
  assert.deepEqual(readToken(home), { state: 'here', token: TOKEN });
});

test('SI-12: the key store of the system has the token where there is one, the file only its name; locked, it says so; removed, both are gone', (t) => {
  const missing = ['dbus-run-session', 'gnome-keyring-daemon'].filter(
    (name) => !(process.env['PATH'] ?? '').split(delimiter).some((path) => existsSync(join(path, name))),
  );
  if (missing.length > 0) return t.skip(`${missing.join(' and ')} not installed (Debian: apt install dbus gnome-keyring)`);
  const root = folder(t);
  /** A session of its own, with a key store that is opened by a password. */
  const session = (password: string, ...steps: string[]): string[] => {
    const ran = spawnSync(
      'dbus-run-session',
      [
        '--',
        'sh',
        '-c',
        'printf %s "$1" | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1; shift; exec "$@"',
        'sh',
        password,
        process.execPath,
        TRIAL,
        root,
        ...steps,
      ],
      {
        encoding: 'utf8',
        timeout: 60_000,
        env: { PATH: process.env['PATH'], HOME: root, XDG_DATA_HOME: join(root, 'data'), XDG_RUNTIME_DIR: root },
      },
    );
    assert.equal(ran.status, 0, ran.stderr);
    return JSON.parse(ran.stdout) as string[];
  };
  assert.deepEqual(session('the password', 'write', 'file', 'read'), ['key-store', '600 name', 'here']);
  assert.ok(!readFileSync(join(root, 'data', 'keyrings', 'login.keyring')).includes('rcd_'), 'it is not in the clear there either');
  assert.deepEqual(session('the password', 'read'), ['here'], 'in another session');
  assert.deepEqual(session('another one', 'read', 'file'), ['closed', '600 name']);
  assert.deepEqual(session('the password', 'remove', 'read'), ['gone', 'none']);
});
