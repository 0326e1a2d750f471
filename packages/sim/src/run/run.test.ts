import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Disk, PLAIN_DISK } from '../disk/disk.ts';
import { appended, bytesOf, EMPTY, prefixOf } from '../disk/bytes.ts';
import { Chance } from '../world/chance.ts';
import { Timeline } from '../world/timeline.ts';
import { planOf } from '../play/plan.ts';
import { run } from './run.ts';

test('SM-1: one seed is one history, to the last event', () => {
  for (const seed of ['1', '2', '3']) {
    const [first, second] = [run(planOf(seed), { story: true }), run(planOf(seed), { story: false })];
    assert.ok(first.steps > 50);
    assert.deepEqual([first.hash, first.steps], [second.hash, second.steps]);
  }
  assert.notEqual(run(planOf('1'), { story: false }).hash, run(planOf('2'), { story: false }).hash);
});

test('SM-1: a fork of chance depends on its name alone', () => {
  const [used, fresh] = [new Chance('seed'), new Chance('seed')];
  for (let draw = 0; draw < 10; draw += 1) used.next();
  assert.equal(used.fork('a').hex(16), fresh.fork('a').hex(16));
  assert.notEqual(fresh.fork('a').hex(16), fresh.fork('b').hex(16));
});

test('SM-1: what falls on one moment happens in the order in which it was planned', () => {
  const timeline = new Timeline(0);
  const happened: string[] = [];
  for (const [name, at] of [
    ['c', 5],
    ['a', 1],
    ['d', 5],
    ['b', 3],
  ] as const)
    timeline.after(at, name, () => happened.push(name));
  const off = timeline.after(2, 'off', () => happened.push('off'));
  off.cancelled = true;
  while (timeline.step() !== null);
  assert.deepEqual([happened, timeline.now], [['a', 'b', 'c', 'd'], 5]);
});

const photo = bytesOf(1, 1000);

function disk(): Disk {
  const made = new Disk(1, PLAIN_DISK, () => 1_700_000_000_000);
  made.makeFolder('a');
  made.makeFolder('b');
  made.syncAll();
  return made;
}

test('SM-2: bytes and names that were synced outlive a loss of power; what was not may go, in part or whole', () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 200; seed += 1) {
    const one = disk();
    one.write('a/x.jpg', photo);
    one.sync('a/x.jpg');
    one.syncFolder('a');
    assert.equal(one.isDurable('a/x.jpg'), true);
    one.write('a/y.jpg', photo);
    assert.equal(one.isDurable('a/y.jpg'), false);
    one.losePower(new Chance(`power ${seed}`));
    assert.equal(one.stat('a/x.jpg')?.bytes.hash, photo.hash);
    const left = one.stat('a/y.jpg')?.bytes;
    seen.add(left === undefined ? 'gone' : left.hash === photo.hash ? 'whole' : left.length === 0 ? 'empty' : 'torn');
  }
  assert.deepEqual([...seen].sort(), ['empty', 'gone', 'torn', 'whole']);
});

test('SM-2: a rename that was not synced is done or not, and the bytes are never nowhere while both folders are', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const one = disk();
    const counted = new Map<string, number>();
    one.watch = (hash, change) => void counted.set(hash, (counted.get(hash) ?? 0) + change);
    one.write('a/x.jpg', photo);
    one.sync('a/x.jpg');
    one.syncFolder('a');
    one.rename('a/x.jpg', 'b/x.jpg');
    one.losePower(new Chance(`rename ${seed}`));
    const places = ['a/x.jpg', 'b/x.jpg'].filter((path) => one.stat(path) !== null);
    assert.equal(places.length, 1);
    assert.equal(counted.get(photo.hash), 1);
  }
});

test('SM-7: what lies under another disk is neither seen nor touched, and what may not be read is seen', () => {
  const one = disk();
  one.write('a/x.jpg', photo);
  one.setReadable('a/x.jpg', false);
  assert.throws(() => one.read('a/x.jpg'), /EACCES/);
  assert.equal(one.stat('a/x.jpg')?.bytes.hash, photo.hash);
  one.over = 'a';
  assert.deepEqual([one.stat('a/x.jpg'), [...one.seen()], one.hasFolder('a'), one.exists('a/x.jpg')], [null, [], true, false]);
  assert.throws(() => one.write('a/x.jpg', photo), /EXDEV/);
  assert.throws(() => one.rename('a/x.jpg', 'b/x.jpg'), /EXDEV/);
  one.over = null;
  one.setReadable('a/x.jpg', true);
  assert.equal(one.read('a/x.jpg').hash, photo.hash);
});

test('SM-2: equal stretches put together are equal bytes, and anything else is a content of its own', () => {
  const half = appended(EMPTY, { of: photo, from: 0, to: 400 });
  assert.equal(half.hash, prefixOf(photo, 400).hash);
  assert.equal(appended(half, { of: photo, from: 400, to: 1000 }).hash, photo.hash);
  assert.notEqual(appended(half, { of: bytesOf(2, 1000), from: 400, to: 1000 }).hash, photo.hash);
  assert.match(photo.hash, /^[0-9a-f]{64}$/);
});

test('SM-25: where machines are busy a program stands still when it has just given a file its place, and its person is at that file just then', () => {
  const calm = planOf('busy', { often: ['take'], photos: 4 });
  const plan = { ...calm, libraries: 1, devices: calm.devices.map((device) => ({ ...device, library: 0 })), items: [] };
  const people = (busy: boolean): number =>
    run({ ...plan, busy }, { story: true }).story.filter((line) => /a person at the \w+ (edits|overwrites|moves|deletes)/.test(line))
      .length;
  assert.equal(people(false), 0);
  assert.ok(people(true) > 0);
});
