import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AS_USUAL, pause, SETTING_NAMES, syncNow, takeDefaults } from '@rollcall/core';
import { DeviceAbout } from '@rollcall/protocol';
import { NOT_SEEN } from '../conditions/probe.ts';
import { About } from './about.ts';

const free = (is: number) => ({ is, source: 'the file system', since: 9 });

test('DS-12: a device tells each setting with its value and whose it is, what it sees or why it cannot, and a pause only while it lasts', () => {
  const readings = { ...NOT_SEEN, battery: { is: 14, source: 'UPower', since: 3 } };
  const settings = pause(takeDefaults(AS_USUAL, { 'mobile-data': 'off' }, 1), 50, 2);
  const told = new About().tell(settings, readings, free(1e9), 10);
  assert.ok(DeviceAbout.safeParse({ ...told, at: 1 }).success);
  assert.deepEqual(Object.keys(told.settings), SETTING_NAMES);
  assert.deepEqual(told.settings['mobile-data'], { value: 'off', from: 'account' });
  assert.deepEqual(told.conditions['battery'], { value: 14, source: 'UPower', since: 3 });
  assert.deepEqual(told.conditions['link'], { unseen: 'nobody has looked yet' });
  assert.deepEqual(told.paused, { since: 2, until: 50 });
  assert.equal(new About().tell(settings, readings, free(1e9), 50).paused, null);
  const syncing = syncNow(AS_USUAL, 50);
  assert.deepEqual(
    [10, 50].map((now) => new About().tell(syncing, readings, free(1), now).syncNowUntil),
    [50, null],
  );
});

test('DS-13: free space is told anew only when it is markedly other than was told: what changes with each byte is no news', () => {
  const about = new About();
  const told = (bytes: number): unknown => {
    const condition = about.tell(AS_USUAL, NOT_SEEN, free(bytes), 1).conditions['free-space'];
    return condition && 'value' in condition ? condition.value : null;
  };
  assert.deepEqual([told(1000), told(1015), told(985), told(1021), told(1010), told(0)], [1000, 1000, 1000, 1021, 1021, 0]);
});
