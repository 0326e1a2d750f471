import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import { largeVideo, photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { Device, World } from '../support/world.ts';
import { clears, saysOf } from './internet-support.ts';
import { Road } from './internet-road.ts';
import { isOver, isTold } from './told.ts';

describe('check 5, restart: what fails by itself, and what is stuck', () => {
  const world = new World();
  const road = new Road(() => world.url);
  let a: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = new Device(world, 'Laptop');
    a.at = await road.open();
    mkdirSync(a.folder, { recursive: true });
    const linked = await a.link();
    assert.equal(linked.code, 0, linked.err);
  });
  afterEach(async () => {
    await world.stopAgents();
    road.toll = { is: 'nothing' };
  });
  after(async () => {
    await world.end();
    road.close();
  });

  test('IF-5: a photo that is refused is tried three times and no more, says so with the error, and the others go; Rollcall begun anew tries it again', async () => {
    const refused = await photo({ size: 200 });
    road.toll = { is: 'refusal', of: (length) => length === refused.length };
    a.put('refused.jpg', refused);
    a.put('other.jpg', await photo());
    await a.start().line(/Keeping/);
    await clears(a, 'other.jpg');
    const failing = await saysOf(a, 'refused.jpg', 'refused', ({ evidence }) => Number(evidence['tries']) >= 1);
    assert.equal(failing.class, 'failing');
    assert.ok(Number(failing.evidence['nextTry']) > 0);
    assert.match(failing.words, /^The server refused it: what answers there does not allow it \(HTTP 403\)\. Tried (?:once|2 times)\.$/);
    const told = await saysOf(a, 'refused.jpg', 'given-up');
    assert.deepEqual([told.check, told.class, told.evidence['tries'], told.evidence['error']], [5, 'needs-you', 3, 'HTTP 403']);
    await isTold(a, a.path('refused.jpg'), {
      code: 'given-up',
      check: 5,
      class: 'needs-you',
      words: /^It failed 3 times, and is not tried again by itself: what answers there does not allow it \(HTTP 403\)\.$/,
      cure: /^See what stands before the server \(a proxy, a filter\), and what its own notes say of this photo\. Then have it tried again: on the page Sync health, by rollcall restart, or by saving the file again\.$/,
      place: 'device',
    });
    assert.equal(road.refused.length, 3);
    // It stays so, and delays nobody.
    a.put('later.jpg', await photo());
    await clears(a, 'later.jpg');
    assert.equal(road.refused.length, 3);
    // As its cure says.
    road.toll = { is: 'nothing' };
    await a.agent?.stop();
    await a.start().line(/Keeping/);
    await isOver(a, a.path('refused.jpg'), 'given-up');
  });

  test('WD-5: an upload that stands still though the server is there is begun anew by itself, tells when it last got on and how often, and arrives', async () => {
    // What is swallowed is more than the systems on the way take in at once.
    const film = largeVideo(24_000_000);
    road.toll = { is: 'slowness', bytes: 2_000_000 };
    road.swallows.add(film.length);
    a.put('stuck.mp4', film);
    await a.start().line(/Keeping/);
    const told = await saysOf(a, 'stuck.mp4', 'sending', ({ evidence }) => Number(evidence['restarts']) >= 1);
    assert.ok(Number(told.evidence['lastProgress']) > 0);
    assert.match(told.words, /begun anew/);
    road.toll = { is: 'nothing' };
    await clears(a, 'stuck.mp4');
    const proof = await a.run('verify');
    assert.equal(proof.code, 0, proof.out);
  });

  test('WD-6: an agent that was killed leaves nothing behind that stands in the way: what it had in hand is told as waiting, and goes on', async () => {
    road.toll = { is: 'slowness', bytes: 400_000 };
    a.put('killed.mp4', largeVideo(12_000_000));
    await a.start().line(/Keeping/);
    await saysOf(a, 'killed.mp4', 'sending');
    await a.agent?.kill();
    await until(async () => {
      const { reasons } = await a.json<{ reasons: { code: string }[] }>('why', a.path('killed.mp4'));
      return reasons[0]?.code === 'queued';
    }, 'the film to wait its turn');
    road.toll = { is: 'nothing' };
    await a.start().line(/Keeping/);
    await clears(a, 'killed.mp4');
  });
});
