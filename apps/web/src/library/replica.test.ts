import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyChanges, emptyReplica, resolve, resourcesOf, shownResource } from './replica.ts';
import { asset, feed, idOf, rendition, resource } from './testing.ts';

const names = (replica: ReturnType<typeof emptyReplica>): string[] =>
  replica.timeline.days.flatMap((day) => day.items.map((item) => item.fileName));

test('WE-3: the timeline shows what is live, newest first, each day once', () => {
  const replica = emptyReplica();
  applyChanges(
    replica,
    feed([
      asset(1, { capturedAt: '2024-05-06T12:00:00' }),
      asset(2, { capturedAt: '2024-05-07T09:00:00' }),
      asset(3, { capturedAt: '2024-05-06T18:00:00' }),
      asset(4, { state: 'trashed', trashedAt: 5 }),
    ]),
  );
  assert.deepEqual(names(replica), ['IMG_2.jpg', 'IMG_3.jpg', 'IMG_1.jpg']);
  assert.equal(replica.timeline.days.length, 2);
  assert.equal(replica.timeline.count, 3);
  assert.deepEqual(
    replica.trash.map((item) => item.fileName),
    ['IMG_4.jpg'],
  );
});

test('WE-3: a page applied twice changes nothing the second time', () => {
  const replica = emptyReplica();
  const page = feed([
    asset(1),
    resource(1, 'original', 'a'.repeat(64)),
    rendition(1, 'ready'),
    asset(2, { state: 'trashed', trashedAt: 1 }),
  ]);
  applyChanges(replica, page);
  const { timeline, trash } = replica;
  const news = applyChanges(replica, page);
  assert.equal(replica.timeline, timeline);
  assert.equal(replica.trash.length, trash.length);
  assert.deepEqual(news.joined, []);
});

test('WE-3: any order and any pages of the same feed lead to the same timeline', () => {
  const entities = Array.from({ length: 60 }, (_, index) =>
    asset(index, { capturedAt: `2024-05-${String(1 + (index % 9)).padStart(2, '0')}T12:00:00` }),
  );
  const whole = emptyReplica();
  applyChanges(whole, feed(entities));
  const pieces = emptyReplica();
  const shuffled = entities.toSorted((a, b) => ((Number(a.id.slice(-3)) * 37) % 60) - ((Number(b.id.slice(-3)) * 37) % 60));
  for (const [index, entity] of shuffled.entries()) applyChanges(pieces, feed([entity], index + 1));
  assert.deepEqual(pieces.timeline, whole.timeline);
});

test('WE-4: what one photo’s change does not touch stays the same value', () => {
  const replica = emptyReplica();
  applyChanges(replica, feed([asset(1, { capturedAt: '2024-05-06T12:00:00' }), asset(2, { capturedAt: '2024-05-07T09:00:00' })]));
  const [newest, oldest] = replica.timeline.days;
  applyChanges(replica, feed([asset(1, { capturedAt: '2024-05-06T12:00:00', favourite: true })], 3));
  assert.equal(replica.timeline.days[0], newest);
  assert.notEqual(replica.timeline.days[1], oldest);
  assert.equal(replica.timeline.days[1]?.items[0]?.favourite, true);
});

test('WE-4: a photo whose date becomes known moves to its day, and an empty day goes', () => {
  const replica = emptyReplica();
  applyChanges(replica, feed([asset(1, { capturedAt: '2026-11-23T12:00:00' })]));
  const news = applyChanges(replica, feed([asset(1, { capturedAt: '2019-01-02T03:04:05' })], 2));
  assert.equal(replica.timeline.days.length, 1);
  assert.equal(replica.timeline.days[0]?.day, Math.floor(Date.UTC(2019, 0, 2) / 86_400_000));
  assert.deepEqual(news.joined, [], 'it was there before: no new photo');
});

test('WE-5: trash, restore and purge move a photo between the pages', () => {
  const replica = emptyReplica();
  applyChanges(replica, feed([asset(1)]));
  applyChanges(replica, feed([asset(1, { state: 'trashed', trashedAt: 9 })], 2));
  assert.deepEqual([replica.timeline.count, replica.trash.length], [0, 1]);
  assert.equal(applyChanges(replica, feed([asset(1)], 3)).joined.length, 1);
  assert.deepEqual([replica.timeline.count, replica.trash.length], [1, 0]);
  applyChanges(replica, feed([asset(1, { state: 'purged' })], 4));
  assert.deepEqual([replica.timeline.count, replica.trash.length], [0, 0]);
  assert.equal(replica.assets.get(idOf(1))?.seq, 4);
});

test('WE-6: a tile says whether its picture is made, cannot be made, or is not made yet', () => {
  const replica = emptyReplica();
  applyChanges(replica, feed([asset(1), asset(2), asset(3), rendition(2, 'ready'), rendition(3, 'unavailable')]));
  const states = new Map([...replica.live.values()].map((item) => [item.id, item.picture.state]));
  assert.deepEqual([states.get(idOf(1)), states.get(idOf(2)), states.get(idOf(3))], ['not-yet', 'ready', 'unavailable']);
});

test('WE-7: the edit is shown in full where there is one, else the original', () => {
  const replica = emptyReplica();
  const edited = resource(1, 'edited', 'b'.repeat(64));
  applyChanges(replica, feed([resource(1, 'original', 'a'.repeat(64)), edited, resource(1, 'sidecar', 'c'.repeat(64)), asset(1)]));
  assert.equal(shownResource(replica, asset(1))?.role, 'original');
  assert.equal(shownResource(replica, asset(1, { rendering: edited.id }))?.role, 'edited');
  assert.deepEqual(
    resourcesOf(replica, idOf(1)).map(({ role }) => role),
    ['edited', 'original', 'sidecar'],
  );
  applyChanges(replica, feed([{ ...edited, removed: true }], 9));
  assert.equal(shownResource(replica, asset(1, { rendering: edited.id }))?.role, 'original');
});

test('WE-8: an id that was minted for a duplicate leads to the photo that was kept', () => {
  const replica = emptyReplica();
  applyChanges(
    replica,
    feed([
      asset(1),
      { type: 'alias', from: idOf(2), to: idOf(1) },
      { type: 'alias', from: idOf(3), to: idOf(2) },
      { type: 'alias', from: idOf(8), to: idOf(9) },
      { type: 'alias', from: idOf(9), to: idOf(8) },
    ]),
  );
  assert.equal(resolve(replica, idOf(3)), idOf(1));
  assert.equal(typeof resolve(replica, idOf(8)), 'string', 'a circle ends');
});

test('JN-16: a photo that became part of another leaves the timeline, and its id leads to the pair', () => {
  const replica = emptyReplica();
  applyChanges(replica, feed([asset(1), resource(1, 'original', 'a'.repeat(64)), asset(2), resource(2, 'original', 'b'.repeat(64))]));
  assert.equal(replica.timeline.count, 2);
  const removed = { ...resource(2, 'original', 'b'.repeat(64)), removed: true };
  const page = feed(
    [resource(1, 'live-video', 'b'.repeat(64)), removed, { type: 'alias', from: idOf(2), to: idOf(1), role: 'live-video' }],
    10,
  );
  for (let times = 0; times < 2; times += 1) {
    applyChanges(replica, page);
    assert.deepEqual([replica.timeline.count, names(replica), resolve(replica, idOf(2))], [1, ['IMG_1.jpg'], idOf(1)]);
    assert.deepEqual(
      resourcesOf(replica, idOf(1)).map(({ role }) => role),
      ['original', 'live-video'],
    );
  }
});

test('AB-10: a hidden photo is live but in no timeline; it has a list of its own', () => {
  const replica = emptyReplica();
  applyChanges(replica, feed([asset(1), asset(2, { hidden: true }), asset(3)]));
  assert.deepEqual(names(replica).sort(), ['IMG_1.jpg', 'IMG_3.jpg']);
  assert.equal(replica.live.size, 3);
  assert.deepEqual(
    replica.hidden.map(({ id }) => id),
    [idOf(2)],
  );
  applyChanges(replica, feed([asset(1, { hidden: true }), asset(2, { hidden: false })], 10));
  assert.deepEqual(names(replica).sort(), ['IMG_2.jpg', 'IMG_3.jpg']);
  const { hidden } = replica;
  applyChanges(replica, feed([asset(3, { favourite: true })], 20));
  assert.equal(replica.hidden, hidden);
  applyChanges(replica, feed([asset(1, { hidden: true, state: 'trashed', trashedAt: 1 })], 30));
  assert.deepEqual(replica.hidden, []);
});
