import assert from 'node:assert/strict';
import { randomUUID as uuid } from 'node:crypto';
import { test } from 'node:test';
import { LIMITS } from '@rollcall/protocol';
import { Served } from '../testing/served.ts';

test('AB-27: of which duplicates somebody has kept all is kept for the account, told in any order of their photos, bounded, and forgotten when that is asked', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  const browser = await server.account('anna@x.org');
  const [one, two, three] = [uuid(), uuid(), uuid()].sort() as [string, string, string];
  await browser.ok('keepGroups', { body: { groups: [[two, one]], kept: true } });
  const both = await browser.ok('keepGroups', { body: { groups: [[two, three, one]], kept: true } });
  assert.deepEqual(both.groups, [
    [one, two],
    [one, two, three],
  ]);
  await server.restart();
  const { client } = await server.device('anna@x.org');
  assert.deepEqual(await client.ok('keptGroups', {}), both);
  assert.deepEqual((await (await server.account('ben@x.org')).ok('keptGroups', {})).groups, []);
  assert.deepEqual((await browser.ok('keepGroups', { body: { groups: [[one, two]], kept: false } })).groups, [[one, two, three]]);
  for (let at = 0; at < LIMITS.keptGroups; at += LIMITS.spacePage)
    await browser.ok('keepGroups', { body: { groups: Array.from({ length: LIMITS.spacePage }, () => [uuid(), uuid()]), kept: true } });
  const { groups } = await browser.ok('keptGroups', {});
  assert.equal(groups.length, LIMITS.keptGroups);
  assert.ok(!groups.some((group) => group.includes(one)), 'the oldest are forgotten first');
});
