import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkBytes } from './audit.ts';
import { torture, type Run } from './torture.ts';

/** Always the same, so that a change of the program and not of the luck is what is tested here. Longer runs: `npm run torture`. */
const SEED = 1;
const MINUTES = 0.5;
let run: Run | null = null;
let good = false;
after(async () => {
  const kept = await run?.end(!good);
  if (kept && kept.length > 0) process.stdout.write(`Everything was kept:\n${kept.join('\n')}\n`);
});

test('TT-1: killed at any moment, with full disks, a bad network and an old data folder put back: nothing is lost, and all agree', async (t) => {
  t.diagnostic(`seed ${SEED}; the same for longer: npm run torture -- --minutes 10 --seed ${SEED}`);
  run = await torture({ minutes: MINUTES, seed: SEED, say: (words) => t.diagnostic(words) });
  const { outcome, verdict } = run;
  t.diagnostic(JSON.stringify(outcome));
  for (const words of verdict.faults) t.diagnostic(`FAULT: ${words}`);
  assert.deepEqual(verdict.lost, []);
  assert.deepEqual(verdict.faults, []);
  assert.ok(outcome.verified);
  // It was no picnic.
  assert.ok(outcome.kills >= 3 && outcome.uploads >= 5 && outcome.faultsOnTheWay >= 10 && outcome.checked >= 5, JSON.stringify(outcome));
  good = true;
});

test('TT-10: what a run claims to do came about: a disk filled until its program said so, an upload cut by a kill of the server, answers by boxes between, doubled requests, an old data folder', () => {
  assert.ok(run && good);
  const { unmet, met, faults, ownDisks } = run.outcome;
  assert.deepEqual(unmet, []);
  for (const each of ['kill-in-upload', 'put-back', ...(ownDisks ? ['fill-device', 'fill-server'] : [])])
    assert.ok((met[each] ?? 0) > 0, each);
  for (const each of ['portal', 'bad-gateway', 'too-large', 'duplicate']) assert.ok((faults[each] ?? 0) > 0, each);
});

test('TT-13: a device’s photos, its state, or both, put back to an earlier moment, lose nothing: what was safe is on all devices again', () => {
  assert.ok(run && good);
  assert.ok((run.outcome.met['put-back-device'] ?? 0) > 0);
  const here = run.house.devices.map(({ device }) => new Set(device.files().values()));
  for (const { versions } of run.album.alive()) for (const hashes of here) assert.ok(versions.some(({ hash }) => hashes.has(hash)));
});

test('TT-14: a device that keeps originals in the cloud, whose person frees room, gets photos back and pins some, killed in the middle of it, loses nothing, and has all originals again when they are wanted', () => {
  assert.ok(run && good);
  for (const each of ['kill-in-eviction', 'get', 'pin']) assert.ok((run.outcome.met[each] ?? 0) > 0, each);
  for (const { device } of run.house.devices) assert.deepEqual([...run.house.inForms(device).compressed], [], device.name);
});

test('TT-2: the reckoning tells of a photo whose bytes are gone, and of nothing else', async () => {
  assert.ok(run && good);
  const { house, album, library } = run;
  assert.deepEqual((await checkBytes(album, library)).lost, []);
  const [victim] = album.required();
  assert.ok(victim);
  rmSync(join(house.data, 'blobs', victim.hash.slice(0, 2), victim.hash.slice(2, 4), victim.hash));
  const { lost } = await checkBytes(album, library);
  assert.equal(lost.length, 1, JSON.stringify(lost));
  assert.match(lost[0] ?? '', new RegExp(victim.hash.slice(0, 12)));
});
