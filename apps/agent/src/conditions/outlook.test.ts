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
