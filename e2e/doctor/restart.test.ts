import assert from 'node:assert/strict';
import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { largeVideo, photo } from '../support/photos.ts';
import { Running, until } from '../support/program.ts';
import { unfinishedUploads } from '../support/unfinished.ts';
import { World, type Device } from '../support/world.ts';
import { whyOf } from '../statuses/told.ts';
import { doctor, type Finding } from './told.ts';

interface Restarted {
  readonly how: 'answered' | 'replaced' | 'not-running' | 'not-ended' | 'not-started';
  readonly underWay: readonly { readonly code: string; readonly count: number }[];
}

describe('beginning the agent anew', () => {
  const world = new World();
  let a: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
  });
  after(async () => {
    await world.stopAgents();
    try {
      await endOwn(a);
    } finally {
      await world.end();
    }
  });

  /** Bytes of unfinished uploads that the server holds. */
  const arrived = (): number => unfinishedUploads(world.data).reduce((sum, size) => sum + size, 0);
  const restart5 = async (): Promise<Finding | undefined> => (await doctor(a)).checks[4]?.findings[0];

  test('RT-1: an agent begins anew when it is asked, in mid-upload too: what was under way goes on where it was, once', async () => {
    const size = 120_000_000;
    assert.equal((await a.run('settings', 'set', 'upload-limit', '10MB')).code, 0);
    a.put('film.mp4', largeVideo(size));
    const agent = a.start();
    await agent.line(/Keeping/);
    await until(() => arrived() > 0, 'the film to be on its way');
    const told = await a.json<Restarted>('restart');
    assert.equal(told.how, 'answered');
    assert.deepEqual(told.underWay, [{ code: 'sending', count: 1 }]);
    assert.equal(agent.child.exitCode, null, 'it is the same process');
    assert.equal((await a.run('settings', 'set', 'upload-limit', 'off')).code, 0);
    const safe = async (): Promise<boolean> => (await a.json<{ upToDate: boolean }>('status')).upToDate;
    await until(safe, 'the film to be safe', 120_000);
    assert.equal((await a.run('restart')).code, 0);
    assert.equal(await agent.stop(), 0);
    // What was read within two seconds of its writing is read once more by an agent that begins; this one may have had no time for it.
    assert.equal((await a.run('sync', '--once')).code, 0);
    assert.equal((await a.run('verify')).code, 0);
    assert.equal(existsSync(join(a.home, 'agent.json')), false, 'who stops by itself leaves no sign');
  });

  test('RT-2: an agent that does not answer is ended, and another one runs in its place; nothing is lost or sent twice', async () => {
    const stuck = a.start();
    await stuck.line(/Keeping/);
    stuck.child.kill('SIGSTOP');
    a.put('meanwhile.jpg', await photo());
    const told = await a.json<Restarted>('restart');
    assert.equal(told.how, 'replaced');
    await stuck.ended();
    assert.equal(stuck.child.signalCode, 'SIGKILL');
    await until(
      async () => (await a.json<{ upToDate: boolean; counts: { inSync: number } }>('status')).counts.inSync === 2,
      'the other agent to send it',
      90_000,
    );
    assert.match(readFileSync(join(a.home, 'agent.log'), 'utf8'), /Keeping/);
    await endOwn(a);
    assert.equal((await a.run('verify')).code, 0);
    assert.equal((await a.run('sync', '--once')).code, 0);
  });

  test('RT-3: an agent that was killed leaves no lock in the way: that is told apart from one that runs and from one that stopped', async () => {
    const agent = a.start();
    await agent.line(/Keeping/);
    assert.equal(await restart5(), undefined, 'it runs');
    await agent.kill();
    const ended = await restart5();
    assert.deepEqual([ended?.code, ended?.verdict, ended?.place], ['agent-ended', 'look', 'device']);
    assert.match(ended?.words ?? '', /ended without stopping/);
    const told = await a.run('restart');
    assert.equal(told.code, 3);
    assert.match(told.err, /no agent runs here.*left no lock/s);
    // As the cure says.
    const next = a.start();
    await next.line(/Keeping/);
    assert.equal(await restart5(), undefined);
    assert.equal(await next.stop(), 0);
    assert.equal(await restart5(), undefined, 'it stopped, and nothing waits for it');
  });

  test('RT-4: a sync that ends by itself is not ended by a restart; who asks while another one does gets the same answer; whoever gives up waiting ends nothing', async () => {
    assert.equal((await a.run('settings', 'set', 'upload-limit', '100kB')).code, 0);
    a.put('slow.mp4', largeVideo(10_000_000));
    const once = new Running(['sync', '--once', '--wait', '120', '--home', a.home]);
    await until(() => existsSync(join(a.home, 'agent.json')), 'it to run');
    const told = await a.run('restart');
    assert.equal(told.code, 3, told.out);
    assert.match(told.err, /a single sync .* ends by itself/);
    assert.equal(once.child.exitCode, null, 'it goes on');
    await once.kill();

    const agent = a.start();
    await agent.line(/Keeping/);
    const all = await Promise.all(Array.from({ length: 8 }, () => a.json<Restarted>('restart')));
    assert.deepEqual(
      all.map(({ how }) => how),
      all.map(() => 'answered'),
    );
    assert.equal(agent.child.exitCode, null);

    await stopBetweenWrites(a, agent);
    const waiting = new Running(['restart', '--home', a.home]);
    await until(() => readNote(a, 'restart-asked') !== null, 'it to ask');
    waiting.child.kill('SIGTERM');
    await waiting.ended();
    agent.child.kill('SIGCONT');
    assert.match(waiting.err, /nobody waits for it any more/);
    assert.equal(agent.child.exitCode, null);
    assert.equal((await a.run('settings', 'set', 'upload-limit', 'off')).code, 0);
    assert.equal(await agent.stop(), 0);
  });

  test('RT-6: an agent that runs and shows no sign of life is told under check 5, by why and status as well; `doctor --fix` puts another one in its place, and what waited goes on', async () => {
    const stuck = a.start();
    await stuck.line(/Keeping/);
    assert.equal((await a.run('settings', 'set', 'upload-limit', '10kB')).code, 0);
    a.put('waits.mp4', largeVideo(3_000_000));
    await until(async () => (await whyOf(a, a.path('waits.mp4')))?.primary === 'sending', 'it to be on its way', 120_000);
    await stopBetweenWrites(a, stuck);
    // As if it stood so for two minutes.
    const still = new Date(Date.now() - 120_000);
    utimesSync(join(a.home, 'agent.json'), still, still);
    const words = /^The program that syncs runs, and has shown no sign of life since .*\.$/;
    const cure = 'Start it anew: rollcall restart. Nothing is lost or sent twice.';
    const told = await doctor(a);
    assert.equal(told.checks[4]?.verdict, 'look');
    const [finding, more] = told.checks[4]?.findings ?? [];
    assert.deepEqual([finding?.code, finding?.place, finding?.cure, more], ['agent-stuck', 'device', cure, undefined]);
    assert.match(finding?.words ?? '', words);
    assert.ok(Math.abs((finding?.since ?? 0) - still.getTime()) < 1000);
    const why = await a.json<{ inSync: boolean; primary: string | null; stuck: { check: number; words: string; cure: string } | null }>(
      'why',
      a.path('waits.mp4'),
    );
    assert.equal(why.inSync, false);
    assert.deepEqual([why.stuck?.check, why.stuck?.words, why.stuck?.cure], [5, finding?.words, cure]);
    for (const said of [await a.run('why', a.path('waits.mp4')), await a.run('status')])
      assert.ok(said.out.includes(`${finding?.words} ${cure}`), said.out + said.err);

    const fixed = await doctor(a, '--fix');
    await stuck.ended();
    assert.equal(stuck.child.signalCode, 'SIGKILL');
    assert.deepEqual(fixed.fixed?.done, [{ cure: 'The agent begins anew.', words: 'Another one runs in its place.' }]);
    assert.equal(fixed.fixed?.before.checks[4]?.findings[0]?.code, 'agent-stuck');
    assert.deepEqual(fixed.checks[4]?.findings, []);
    assert.equal((await a.run('settings', 'set', 'upload-limit', 'off')).code, 0);
    await until(async () => (await whyOf(a, a.path('waits.mp4')))?.inSync === true, 'what waited to be in sync', 120_000);
    assert.equal(await restart5(), undefined, 'it is over');
    assert.equal((await a.json<{ stuck: unknown }>('why', a.path('waits.mp4'))).stuck, null);
    await endOwn(a);
  });

  test('RT-7: of a file that came while the agent does not get on, why says that it is here and that the agent has not looked since', async () => {
    const stuck = a.start();
    await stuck.line(/Keeping/);
    await stopBetweenWrites(a, stuck);
    const still = new Date(Date.now() - 120_000);
    utimesSync(join(a.home, 'agent.json'), still, still);
    a.put('unseen.jpg', await photo());
    const cure = 'Start it anew: rollcall restart. Nothing is lost or sent twice.';
    const said = await a.run('why', a.path('unseen.jpg'));
    assert.equal(said.code, 0, said.err);
    const words =
      /^unseen\.jpg is here, and has not been looked at\. (The program that syncs runs, and has shown no sign of life since .*\.) Start it anew/;
    assert.match(said.out, words);
    const told = await a.json<object>('why', a.path('unseen.jpg'));
    assert.deepEqual(
      { ...told, stuck: undefined },
      { file: 'unseen.jpg', assetId: null, inSync: false, primary: null, reasons: [], running: true, safe: false, stuck: undefined },
    );
    const { stuck: of } = told as { stuck: { check: number; words: string; cure: string } };
    assert.deepEqual([of.check, of.words, of.cure], [5, words.exec(said.out)?.[1], cure]);
    const nowhere = await a.run('why', a.path('nowhere.jpg'));
    assert.deepEqual([nowhere.code, /no such file/.test(nowhere.err)], [2, true], nowhere.out);
    // As the cure says.
    assert.equal((await a.json<Restarted>('restart')).how, 'replaced');
    await stuck.ended();
    await until(async () => (await whyOf(a, a.path('unseen.jpg')))?.inSync === true, 'it to be in sync', 120_000);
    await endOwn(a);
  });

  test('RT-5: an agent that stands still in the middle of writing keeps nobody from ending it', async () => {
    const stuck = a.start();
    await stuck.line(/Keeping/);
    await stopBetweenWrites(a, stuck);
    // As the agent itself holds it while it writes; a file that is held so can be opened by nobody else.
    const writing = new DatabaseSync(join(a.home, 'device.sqlite'));
    writing.exec('BEGIN IMMEDIATE');
    const other = await a.run('held', 'ls');
    assert.deepEqual([other.code, /another program has been writing/.test(other.err)], [3, true], other.err);
    const restarting = a.json<Restarted>('restart');
    await stuck.ended();
    writing.close();
    assert.equal((await restarting).how, 'replaced');
    assert.equal(stuck.child.signalCode, 'SIGKILL');
    await endOwn(a);
    assert.equal((await a.run('sync', '--once')).code, 0);
  });
});

/** Stops a running agent at a moment in which it does not write. */
async function stopBetweenWrites(device: Device, agent: Running): Promise<void> {
  await until(async () => {
    agent.child.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (mayWrite(device)) return true;
    agent.child.kill('SIGCONT');
    return false;
  }, 'the agent to stop between two writes');
}

function mayWrite(device: Device): boolean {
  const database = new DatabaseSync(join(device.home, 'device.sqlite'), { timeout: 0 });
  try {
    database.exec('BEGIN IMMEDIATE; ROLLBACK');
    return true;
  } catch {
    return false;
  } finally {
    database.close();
  }
}

function readNote(device: Device, key: string): string | null {
  const database = new DatabaseSync(join(device.home, 'device.sqlite'), { readOnly: true });
  try {
    return (database.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.['value'] as string | undefined) ?? null;
  } finally {
    database.close();
  }
}

/** Ends the agent that `restart` began: it is nobody’s child here. */
async function endOwn(device: Device): Promise<void> {
  const file = join(device.home, 'agent.json');
  if (!existsSync(file)) return;
  const { pid } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number };
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    return;
  }
  await until(() => !existsSync(file), 'the agent to stop', 60_000);
}
