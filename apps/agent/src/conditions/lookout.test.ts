import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openDeviceStore } from '../store/sqlite.ts';
import { Lookout } from './lookout.ts';
import { keepOverrides } from './overrides.ts';
import { unseen, type Found, type Probe } from './probe.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-lookout-'));
after(() => rmSync(folder, { recursive: true }));

/** A system that says what a test puts here. */
class Said implements Probe {
  found: Found = unseen('nothing is said');
  look(): Promise<Found> {
    return Promise.resolve(this.found);
  }
  tell: () => void = () => undefined;
  watch(listener: () => void): void {
    this.tell = listener;
  }
  close(): void {}
}

test('CN-9: what stays as it is keeps its beginning, also over a restart, but not over a time in which nobody looked', async () => {
  const store = openDeviceStore(join(folder, 'device-0.db'));
  const probe = new Said();
  let now = 1000;
  const wifi = { is: 'wifi', source: 'here' } as const;
  probe.found = { ...unseen('no'), link: wifi };
  const first = new Lookout(probe, store, () => now);
  await first.look();
  assert.deepEqual(first.readings.link, { ...wifi, since: 1000 });
  now = 61_000;
  await first.look();
  assert.deepEqual(first.readings.link, { ...wifi, since: 1000 });
  now = 120_000;
  const restarted = new Lookout(probe, store, () => now);
  await restarted.look();
  assert.deepEqual(restarted.readings.link, { ...wifi, since: 1000 });
  probe.found = { ...probe.found, link: { is: 'wired', source: 'here' } };
  await restarted.look();
  assert.deepEqual(restarted.readings.link, { is: 'wired', source: 'here', since: 120_000 });
  now += 20 * 60_000;
  const later = new Lookout(probe, store, () => now);
  assert.deepEqual(later.surroundings(null).link, null, 'it is not known before it is looked at');
  await later.look();
  assert.deepEqual(later.readings.link, { is: 'wired', source: 'here', since: now });
  store.close();
});

test('CN-8: what is simulated is heeded between two looks, stands before what is seen, and is gone when it is cleared', async () => {
  const store = openDeviceStore(join(folder, 'device-1.db'));
  const probe = new Said();
  probe.found = { ...unseen('no'), link: { is: 'wifi', source: 'here' }, charging: { is: true, source: 'here' } };
  const lookout = new Lookout(probe, store, () => 5000);
  await lookout.look();
  keepOverrides(store, { link: { is: 'cellular', since: 4000 }, battery: { is: 15, since: 4000 } });
  lookout.heed();
  const { link, power, battery, roaming } = lookout.surroundings(null);
  assert.deepEqual([link?.is, power?.is, battery?.is, roaming], ['mobile', 'mains', 15, null]);
  assert.equal('source' in lookout.readings.link && lookout.readings.link.source, 'simulated');
  keepOverrides(store, {});
  lookout.heed();
  assert.deepEqual([lookout.surroundings(null).link?.is, lookout.surroundings(null).battery], ['wifi', null]);
  store.close();
});

test('CN-10: a state folder that cannot be written to is told to whoever keeps looking, and ends nothing', async () => {
  const store = openDeviceStore(join(folder, 'device-2.db'));
  const probe = new Said();
  const broke: unknown[] = [];
  const lookout = new Lookout(probe, store, () => 5000, { changed: () => undefined, broke: (error) => broke.push(error) });
  await lookout.start();
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  store.setNote = () => {
    throw full;
  };
  probe.found = { ...unseen('no'), link: { is: 'wifi', source: 'here' } };
  probe.tell();
  await new Promise((resolve) => setTimeout(resolve, 20));
  lookout.stop();
  assert.deepEqual(broke, [full]);
  assert.equal(lookout.surroundings(null).link?.is, 'wifi', 'what is seen is heeded all the same');
  store.close();
});
