import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTraffic } from './traffic.ts';

test('PI-13: many bytes that came within the last two seconds are heavy traffic, and nothing older is', () => {
  let now = 1_000_000;
  const traffic = countTraffic({ now: () => now });
  assert.equal(traffic.heavy, false);
  traffic.arrived(9_000_000);
  assert.equal(traffic.heavy, false);
  traffic.arrived(2_000_000);
  assert.equal(traffic.heavy, true);
  now += 1500;
  assert.equal(traffic.heavy, true, 'a pause between two photos ends nothing');
  now += 1500;
  assert.equal(traffic.heavy, false);
  traffic.arrived(20_000_000);
  now -= 5000;
  assert.equal(traffic.heavy, false, 'a clock that is set back keeps no worker waiting');
});
