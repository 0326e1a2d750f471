import assert from 'node:assert/strict';
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { signInByPassword } from '../support/session.ts';
import { Device, PASSWORD, World } from '../support/world.ts';
import { doctor, faults, noteInStore, verdicts, type Doctor } from './told.ts';

/** As at home: nothing of this machine's own link and battery counts. */
const HOME = ['link=wifi', 'metered=no', 'roaming=no', 'portal=no', 'battery=90', 'charging=yes', 'low-power=no', 'free-space=50GB'];
/** Less than the longest that anything waits: longer would be a clock that was set back. */
const LONG = 25 * 60_000;

describe('the doctor', () => {
  const world = new World();
  let a: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    a.put('one.jpg', await photo());
    await a.sync();
    assert.equal((await a.run('conditions', 'set', ...HOME)).code, 0);
  });
  after(() => world.end());

  test('DR-10: on a device, each of the seven checks has a verdict with what it rests on, and the exit code says whether something needs the person', async () => {
    const well = await doctor(a);
    // That it is simulated here is to look at, and needs nobody.
    assert.deepEqual(verdicts(well), ['look', 'fine', 'fine', 'fine', 'fine', 'fine', 'fine']);
    assert.deepEqual(
      well.checks[0]?.findings.map(({ code }) => code),
      ['simulated'],
    );
    for (const { check, seen } of well.checks) assert.ok(seen.length > 0, `check ${check} rests on nothing`);
    assert.deepEqual([well.code, well.outcome, faults(well)], [0, 'fine', []]);
    const words = await a.run('doctor');
    assert.equal(words.code, 0);
    assert.match(words.out, /^Nothing needs you\. 1 file here is in sync, 0 are not/);
    assert.match(words.out, /\n7 power +fine +it has power/);

    assert.equal((await a.run('settings', 'set', 'sync', 'off')).code, 0);
    const held = await doctor(a);
    assert.deepEqual([held.code, held.checks[0]?.verdict, held.checks[0]?.findings[0]?.code], [4, 'look', 'sync-off']);
    assert.equal((await a.run('settings', 'set', 'sync', 'on')).code, 0);
    const nobody = await new Device(world, 'Nobody').run('doctor');
    assert.equal(nobody.code, 3);
    assert.match(nobody.err, /no device is linked/);
  });

  test('WY-61: where no agent runs, status, why and the doctor say that a start is all that is needed', async () => {
    a.put('rests.jpg', await photo());
    const starts = /^Nothing syncs here just now: .*rollcall sync\.$/m;
    assert.match((await a.run('status')).out, starts);
    assert.match((await a.run('why', a.path('rests.jpg'))).out, starts);
    assert.equal((await a.json<{ running: boolean }>('why', a.path('rests.jpg'))).running, false);
    const told = await a.run('doctor');
    assert.equal(told.code, 0);
    assert.match(told.out, /^Nothing needs you but a start \(check 5\)\./);
    await a.sync();
    assert.doesNotMatch((await a.run('status')).out, starts);
    assert.doesNotMatch((await a.run('why', a.path('rests.jpg'))).out, starts);
  });

  test('DR-11: it tells apart this device, the network, the server and the account as the place of the fault, by looking at each', async () => {
    const two = async (): Promise<[Doctor & { code: number | null }, string[]]> => {
      const told = await doctor(a);
      return [told, faults(told)];
    };
    // This device: the folder is away, and all else is well.
    renameSync(a.folder, `${a.folder}.away`);
    const [away, ofDevice] = await two();
    assert.deepEqual(
      [ofDevice, away.code, away.checks[0]?.findings[0]?.code, away.checks[0]?.findings[0]?.place],
      [['device'], 3, 'folder-missing', 'device'],
    );
    renameSync(`${a.folder}.away`, a.folder);

    // The network: the server’s name is not found.
    const server = world.url;
    noteInStore(a, "UPDATE meta SET value = json_set(value, '$.server', 'https://photos.invalid') WHERE key = 'identity'");
    const [lost, ofNetwork] = await two();
    assert.deepEqual(
      [ofNetwork, lost.code, lost.checks[1]?.verdict, lost.checks[1]?.findings[0]?.place],
      [['network'], 5, 'broken', 'network'],
    );
    assert.equal(lost.places.find(({ place }) => place === 'server')?.state, 'unknown', 'what lies behind is not blamed');
    noteInStore(a, "UPDATE meta SET value = json_set(value, '$.server', ?) WHERE key = 'identity'", server);

    // The server: its machine is there, and it does not answer.
    await world.server?.stop();
    const [down, ofServer] = await two();
    assert.deepEqual(
      [ofServer, down.code, down.checks[1]?.findings[0]?.code, down.checks[1]?.findings[0]?.place],
      [['server'], 5, 'server-unreachable', 'server'],
    );
    assert.deepEqual([down.checks[2]?.verdict, down.checks[5]?.verdict], ['unseen', 'unseen'], 'what only the server knows is not guessed');
    await world.serveAgain();

    // This device again: no link, and nobody answers.
    await world.server?.stop();
    assert.equal((await a.run('conditions', 'set', 'link=none')).code, 0);
    noteInStore(a, "UPDATE meta SET value = json_set(value, '$.server', 'https://photos.invalid') WHERE key = 'identity'");
    assert.deepEqual((await two())[1], ['device']);
    noteInStore(a, "UPDATE meta SET value = json_set(value, '$.server', ?) WHERE key = 'identity'", server);
    assert.equal((await a.run('conditions', 'set', 'link=wifi')).code, 0);
    await world.serveAgain();

    // The account: everything answers, and this device is nobody’s any more.
    const b = await world.device('Phone');
    const session = await signInByPassword(world.url);
    const { devices } = await session.ok('devices', {});
    const deviceId = devices.find(({ name }) => name === 'Phone')?.id ?? '';
    await session.ok('revokeDevice', { params: { deviceId }, body: { password: PASSWORD } });
    const revoked = await doctor(b);
    assert.deepEqual(
      [faults(revoked), revoked.code, revoked.checks[0]?.findings.find(({ verdict }) => verdict === 'broken')?.code],
      [['account'], 3, 'device-revoked'],
    );
    assert.deepEqual([(await doctor(a)).code, faults(await doctor(a))], [0, []], 'all is well again');
  });

  test('DR-12: --fix does what is safe, looks again, and shows how it was before and is now; what it cannot mend it leaves, and where no agent runs it says what starts the rest', async () => {
    const nothing = await doctor(a, '--fix');
    assert.deepEqual(nothing.fixed?.done, []);
    a.put('later.jpg', await photo());
    assert.equal((await a.run('status')).code, 0);
    // A photo whose last try failed, and whose next one is far.
    const now = Date.now();
    const trouble = { code: 'digest-mismatch', evidence: {}, tries: 4, nextTry: now + LONG, since: now - LONG };
    noteInStore(a, "UPDATE local SET trouble = ? WHERE path = 'later.jpg'", JSON.stringify(trouble));
    const again = a.start();
    await again.line(/Keeping/);
    const failing = await until(async () => {
      const told = await doctor(a);
      return told.outcome === 'failing' && told;
    }, 'the photo to wait');
    assert.deepEqual([failing.code, failing.checks[1]?.verdict, failing.checks[1]?.findings[0]?.code], [5, 'broken', 'digest-mismatch']);
    assert.deepEqual(failing.reasons.find(({ code }) => code === 'digest-mismatch')?.examples, ['later.jpg']);
    const fixed = await doctor(a, '--fix');
    assert.equal(fixed.fixed?.before.checks[1]?.verdict, 'broken');
    assert.deepEqual(
      fixed.fixed?.done.map(({ words }) => words),
      ['1 item is due for its next try.', 'It has begun anew.'],
    );
    await until(async () => (await doctor(a)).reasons.length === 0, 'the photo to be in sync');
    const words = await a.run('doctor', '--fix');
    assert.match(words.out, /There is nothing here that could be mended without you\./);
    assert.equal(await again.stop(), 0);
    // Without an agent the next try is due, and somebody has to start it.
    noteInStore(
      a,
      "UPDATE local SET trouble = ?, hash = NULL WHERE path = 'later.jpg'",
      JSON.stringify({ ...trouble, nextTry: Date.now() + LONG }),
    );
    const alone = await a.run('doctor', '--fix');
    assert.match(alone.out, /1 item is due for its next try\./);
    assert.match(alone.out, /^Nothing syncs here just now: 1 photo goes on once you start it: rollcall sync\.$/m);
    await a.sync();
    assert.doesNotMatch((await a.run('doctor', '--fix')).out, /Nothing syncs here just now/);
  });

  test('DR-13: the report for support opens with what stands out, names nobody and nothing, and is never written over a file', async () => {
    a.put('Holidays with Grandmother.jpg', await photo());
    // What looks like a code, or the kind of a file, may be a name.
    a.put('note.smithdoc', Buffer.from('words'));
    a.put('BOB_WEDDING.jpg', await photo());
    assert.equal((await a.run('settings', 'set', 'exclude-names', 'BOB_WEDDING*')).code, 0);
    await a.once(1);
    await world.server?.stop();
    const file = join(world.root, 'report.txt');
    // Where somebody lives is nobody's business either.
    const ended = await rollcall(['doctor', '--report', file, '--home', a.home], { env: { TZ: 'Asia/Kolkata' } });
    await world.serveAgain();
    assert.equal(ended.code, 5, ended.out + ended.err);
    const text = readFileSync(file, 'utf8');
    assert.match(text, /^What stands out\n\nbroken: server-unreachable,/);
    for (const name of [
      'Grandmother',
      'Holidays',
      '.jpg',
      'ann@',
      'example.org',
      '127.0.0.1',
      'Laptop',
      'SMITH',
      'smith',
      'BOB',
      'WEDDING',
      world.root,
      a.folder,
      'http://',
    ])
      assert.ok(!text.includes(name), `the report tells ${name}`);
    assert.doesNotMatch(text, /UTC[+-]/);
    for (const part of ['The seven checks', 'Counts', 'Reasons', 'Surroundings', 'Settings', 'Versions and machine'])
      assert.ok(text.includes(part), part);
    const photoThere = a.path('Holidays with Grandmother.jpg');
    const bytes = readFileSync(photoThere);
    const refused = await a.run('doctor', '--report', photoThere);
    assert.equal(refused.code, 2);
    assert.deepEqual(readFileSync(photoThere), bytes);
    assert.equal((await a.run('doctor', '--report', file)).code, 2, 'nor over another report');
  });
});
