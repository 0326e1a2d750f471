import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { doctor, type Check } from '../doctor/told.ts';
import { photo } from '../support/photos.ts';
import { rollcall, Running, until } from '../support/program.ts';
import { World, type Device } from '../support/world.ts';

/** What the unit of a service tells the program that it begins. */
const AS_SERVICE = { ROLLCALL_SERVICE: 'rollcall-device.service' };

interface Told {
  readonly run: string;
  readonly pid: number;
  readonly restarts: number;
  readonly last: { readonly by: string; readonly value: number } | null;
}

describe('a device as a service', () => {
  const world = new World();
  let a: Device;
  const asService = (): Running => new Running(['sync', '--home', a.home], { env: AS_SERVICE });

  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('a');
  });
  after(() => world.end());

  test('SD-14: as a service an agent waits for one that somebody began, and for a key store that is closed, and then goes on', async () => {
    const byHand = a.start();
    await byHand.line(/Keeping/);
    const service = asService();
    await until(() => /running already/.test(service.err), 'it to say what it waits for');
    assert.equal(service.child.exitCode, null);
    const other = await a.run('sync');
    assert.equal(other.code, 3, 'somebody at the terminal is told, and waits for nothing');
    assert.equal(await byHand.stop(), 0);
    await service.line(/Keeping/);
    assert.equal(await service.stop(), 0);

    // As where the key store has it, which is closed.
    const token = join(a.home, 'token');
    const kept = readFileSync(token, 'utf8');
    writeFileSync(token, `key-store ${'0'.repeat(32)}\n`);
    const early = asService();
    await until(() => /key store of this system does not give the token/.test(early.err), 'it to say what it waits for');
    assert.equal((await a.run('sync')).code, 3);
    assert.equal(early.child.exitCode, null);
    writeFileSync(token, kept);
    await early.line(/Keeping/);
    assert.equal(await early.stop(), 0);
  });

  test('SD-16: an agent that does not answer, and is a service, is ended, and started by who looks after it, by nobody else', async () => {
    const stuck = asService();
    await stuck.line(/Keeping/);
    stuck.child.kill('SIGSTOP');
    const restarting = a.json<{ how: string }>('restart');
    await stuck.ended();
    // As its manager does.
    const next = asService();
    assert.equal((await restarting).how, 'replaced');
    await next.line(/Keeping/);
    assert.equal(existsSync(join(a.home, 'agent.log')), false, 'nobody began another one beside it');
    assert.equal(await next.stop(), 0);
  });
});

const restartCheck = async (device: Device): Promise<Check | undefined> => (await doctor(device)).checks.find(({ check }) => check === 5);

/** Why no service can be tried here; null: one can. */
function why(): string | null {
  if (!existsSync('/run/systemd/system')) return 'this machine is not run by systemd';
  const { status, stderr } = spawnSync('systemctl', ['--user', 'show', '--property=Version'], { encoding: 'utf8' });
  return status === 0 ? null : `there is no manager of this user’s services here: ${stderr}`;
}

test('SD-15: with systemd a service starts, is started again after a kill, is seen by the doctor, says what it said, stops gracefully and leaves its data', async (t: TestContext) => {
  const reason = why();
  if (reason !== null) return t.skip(reason);
  const world = new World();
  const name = `trial-${process.pid}`;
  const service = (...args: string[]): ReturnType<typeof rollcall> => rollcall(['service', ...args, '--name', name]);
  const status = async (kind: string): Promise<Told> => JSON.parse((await service('status', kind, '--json')).out) as Told;
  const again = async (kind: string, before: number): Promise<Told> =>
    until(async () => {
      const told = await status(kind);
      return told.run === 'running' && told.pid !== before && told;
    }, `the ${kind} to be started again`);
  t.after(async () => {
    for (const kind of ['device', 'server']) await service('remove', kind);
    await world.end();
  });
  const port = 20_000 + (process.pid % 20_000);
  const installed = await service('install', 'server', '--data', world.data, '--port', String(port));
  assert.equal(installed.code, 0, installed.out + installed.err);
  world.url = `http://127.0.0.1:${port}`;
  const ready = (): Promise<true> =>
    until(async () => /Rollcall is ready/.test((await service('logs', 'server')).out) && true, 'it to say that it is ready');
  await ready();
  const first = await status('server');
  assert.equal(first.run, 'running');
  process.kill(first.pid, 'SIGKILL');
  const second = await again('server', first.pid);
  assert.deepEqual([second.restarts, second.last?.by, second.last?.value], [1, 'signal', 9]);
  await until(async () => (await world.account()).code === 0, 'the server to take requests again');

  const a = await world.device('a');
  const device = await a.run('service', 'install', 'device', '--name', name);
  assert.equal(device.code, 0, device.out + device.err);
  a.put('photo.jpg', await photo());
  await until(
    async () => (await a.json<{ counts: { inSync: number } }>('status')).counts.inSync === 1,
    'the photo to be in the cloud',
    180_000,
  );
  const well = await restartCheck(a);
  assert.equal(well?.verdict, 'fine');
  assert.ok(
    well?.seen.some((words) => words.includes(`rollcall-device-${name}.service starts it`)),
    well?.seen.join(),
  );
  const agent = await status('device');
  spawnSync('systemctl', ['--user', 'stop', `rollcall-device-${name}.service`]);
  const stopped = await status('device');
  assert.deepEqual([stopped.run, stopped.last?.by, stopped.last?.value], ['stopped', 'code', 0], `${agent.pid} stopped gracefully`);
  assert.deepEqual(
    (await restartCheck(a))?.findings.map(({ code }) => code),
    ['service-stopped'],
  );
  assert.equal((await service('remove', 'server')).code, 0);
  assert.ok(readdirSync(world.data).includes('rollcall.sqlite'));
  const { code, out } = await service('status', 'server', '--json');
  assert.deepEqual([code, JSON.parse(out)], [3, { installed: false, unit: `rollcall-server-${name}.service` }]);
});
