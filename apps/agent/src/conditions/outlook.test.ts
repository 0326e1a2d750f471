import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openDeviceStore } from '../store/sqlite.ts';
import { Lookout } from './lookout.ts';
import { Outlook } from './outlook.ts';
import { BLIND } from './probe.ts';
import { hinderedNow } from './way-seen.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-outlook-'));
after(() => rmSync(folder, { recursive: true }));

const SERVER = 'http://localhost:4711';
const codes = (troubles: readonly { readonly code: string }[]): string[] => troubles.map(({ code }) => code);

test('DR-52: a slow link is told while there is something to carry over it, and some seconds more; not by a run after one that was killed', () => {
  const store = openDeviceStore(join(folder, 'device.db'));
  let now = 1_000_000;
  let moved = 0;
  const outlook = (): Outlook => new Outlook(store, new Lookout(BLIND, store, () => now), SERVER, () => now);
  const pass = (its: Outlook, seconds: number, busy: boolean): void => {
    for (let second = 0; second < seconds; second++) {
      now += 1000;
      if (busy) moved += 4000;
      its.meter.tick(moved, null, busy, now);
      its.tick();
    }
  };
  const first = outlook();
  first.start();
  pass(first, 60, true);
  assert.deepEqual(codes(hinderedNow(store)), ['slow-link']);
  pass(first, 3, false);
  assert.deepEqual(codes(hinderedNow(store)), ['slow-link'], 'between two photos');
  pass(first, 3, false);
  assert.deepEqual(hinderedNow(store), [], 'nothing is on its way');
  pass(first, 10, true);
  assert.deepEqual(codes(hinderedNow(store)), ['slow-link']);
  // The process ends here, and says nothing more.
  const second = outlook();
  second.start();
  assert.deepEqual(hinderedNow(store), []);
  pass(second, 5, false);
  assert.deepEqual(hinderedNow(store), []);
  store.close();
});

test('DR-60: that the server is what is slow, and that much is lost, is news when it is first seen, and other numbers are none', () => {
  const store = openDeviceStore(join(folder, 'news.db'));
  const counted = { sent: 0, again: 0 };
  let now = 1_000_000;
  let moved = 0;
  const outlook = new Outlook(
    store,
    new Lookout(BLIND, store, () => now),
    SERVER,
    () => now,
    () => ({ ...counted }),
  );
  /** How often it is news, in so many seconds in which so many of a hundred segments a second are lost. */
  const news = (seconds: number, lost: number, bytes: number): number => {
    let times = 0;
    for (let second = 0; second < seconds; second++) {
      now += 1000;
      moved += bytes;
      counted.sent += 100;
      counted.again += lost;
      outlook.meter.tick(moved, null, true, now);
      if (outlook.tick()) times += 1;
    }
    return times;
  };
  outlook.knocked({ handshake: 5, answer: 10, date: null, inHand: null });
  assert.equal(news(12, 0, 4000), 1, 'the link is slow');
  outlook.knocked({ handshake: 5, answer: 3000, date: null, inHand: null });
  assert.equal(news(1, 0, 4000), 1, 'the server is');
  assert.equal(news(12, 0, 9000), 0, 'another rate');
  outlook.knocked({ handshake: 5, answer: 10, date: null, inHand: null });
  assert.equal(news(1, 0, 4000), 1, 'the link is again');
  assert.equal(news(12, 8, 4000), 1, 'much is lost');
  assert.equal(news(12, 0, 4000) + news(12, 8, 4000), 0, 'now more, now less');
  assert.equal(news(12, 0, 90_000), 1, 'it is slow no more');
  assert.equal(news(12, 8, 4000), 1, 'all is told at once, and anew');
  store.close();
});
