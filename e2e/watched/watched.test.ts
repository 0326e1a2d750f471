import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { photo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { World } from '../support/world.ts';

/** Prometheus' own checker of what it is given; Debian has it in the package `prometheus`. */
const PROMTOOL = process.env['PROMTOOL'] ?? 'promtool';
const missing =
  spawnSync(PROMTOOL, ['--version']).status === 0 ? false : 'promtool, by which Prometheus checks what it is given, is not installed';
if (missing) process.stderr.write(`NOT TESTED: ${missing}\n`);

test('OB-1, OB-2, OB-5, OB-8: a real server tells how it is while photos come, and its log is lines of JSON that name none of them', async (t) => {
  const world = new World();
  t.after(() => world.end());
  world.serverEnv = { ROLLCALL_LOG_LEVEL: 'debug' };
  await world.serve();
  assert.equal((await world.account()).code, 0);
  const laptop = await world.device('Annalises Laptop');
  laptop.put('Annalise am Strand.jpg', await photo());
  await laptop.sync();

  const ask = async (path: string): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`${world.url}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  assert.deepEqual(await ask('/healthz'), { status: 200, text: '{"ok":true}' });
  assert.equal((await ask('/readyz')).status, 200);
  const { device } = await laptop.json<{ device: { id: string } }>('status');
  const inSync = `rollcall_device_not_in_sync{device="${device.id.slice(-12)}"} 0\n`;
  const text = await until(async () => {
    const told = await ask('/metrics');
    return told.text.includes(inSync) && told.text;
  }, inSync);
  assert.match(text, /^rollcall_photos\{state="live"\} 1$/m);
  assert.doesNotMatch(text, /annalise|strand|ann@/i);

  assert.equal((await rollcall(['backup', '--data', world.data, '--to', join(world.root, 'backup')])).code, 0);
  await until(
    async () => /^rollcall_backup_last_success_timestamp_seconds \d/m.test((await ask('/metrics')).text),
    'the backup to be told of',
    20_000,
  );

  await t.test(
    'OB-13: Prometheus itself takes the figures, and the configuration and the alerts of the documentation',
    { skip: missing },
    () => {
      const checked = spawnSync(PROMTOOL, ['check', 'metrics'], { input: text, encoding: 'utf8' });
      assert.deepEqual([checked.status, checked.stdout, checked.stderr], [0, '', '']);
      const config = spawnSync(PROMTOOL, ['check', 'config', join(import.meta.dirname, '../../docs/metrics/prometheus.yml')], {
        encoding: 'utf8',
      });
      assert.equal(config.status, 0, config.stdout + config.stderr);
    },
  );

  assert.equal(await world.server!.stop(), 0);
  const lines = world
    .server!.err.trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const upload = lines.find(({ route, method }) => route === '/api/v1/uploads/:id/whole' && method === 'PUT');
  assert.deepEqual([upload?.['level'], upload?.['status'], upload?.['device']], ['debug', 201, device.id]);
  assert.equal(lines[0]?.['message'], 'the server takes requests');
  assert.ok(lines.some(({ message }) => message === 'the server stops'));
  assert.doesNotMatch(world.server!.err, /annalise|strand|ann@|correct horse/i);
});

test('OB-2, OB-3: a server is told apart that can take no photos; its figures are for who has the token, and a token that can be guessed starts none', async (t) => {
  const world = new World();
  t.after(() => world.end());
  const file = join(world.root, 'token');
  const token = 'd5f0c2a49b7e4f6a8c1b';
  writeFileSync(file, 'guess\n');
  const options = ['--keep-free', '900000GB', '--metrics-token-file', file, '--log-level', 'warn'];
  const refused = await rollcall(['serve', '--data', world.data, '--port', '0', ...options]);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /is no token: it has at least 16 letters/);
  writeFileSync(file, `${token}\n`);
  await world.serve(0, options);
  const ready = await fetch(`${world.url}/readyz`);
  assert.equal(ready.status, 503);
  assert.match(await ready.text(), /The disk is full up to its mark/);
  assert.equal((await fetch(`${world.url}/metrics`)).status, 403);
  const told = await (await fetch(`${world.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text();
  assert.match(told, /^rollcall_disk_refusing 1$/m);
  assert.match(told, /^rollcall_refusals_total\{code="forbidden"\} 1$/m);
  await until(
    () => world.server!.err.includes('"level":"warn","message":"the disk is full up to its mark: no new bytes are taken"'),
    'the warning',
  );
  assert.doesNotMatch(world.server!.err, /"level":"(info|debug)"/);
});
