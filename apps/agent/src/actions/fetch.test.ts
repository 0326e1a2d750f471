import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Resource } from '@rollcall/protocol';
import type { Work } from '../work/work.ts';
import { fetchNew } from './fetch.ts';

const HASH = '1'.repeat(64);
const resource: Resource = {
  type: 'resource',
  id: 'r',
  assetId: 'a',
  role: 'original',
  hash: HASH,
  size: 5,
  mime: 'image/jpeg',
  fileName: null,
  modifiedAt: null,
  removed: false,
};

test('FS-56: the same bytes are not fetched again before what is fetched has its place and is noted', async () => {
  const noted: (() => void)[] = [];
  const hashesInFlight = new Map<string, Promise<void>>();
  // It may be here already, which is noted when the disk lets it.
  const settle = (): Promise<void> => new Promise((resolve) => void noted.push(resolve));
  const store = { holds: () => true, incomingState: () => null };
  const work = { store, settlement: { settle }, hashesInFlight, now: () => 1, random: () => 0 } as unknown as Work;
  const fetch = (assetId: string): Promise<void> => fetchNew(work, { do: 'fetch', assetId, resource });
  const [first, second] = [fetch('a'), fetch('b')];
  assert.deepEqual([noted.length, hashesInFlight.has(HASH)], [1, true]);
  let over = false;
  const after = second.then(() => void (over = true));
  await Promise.resolve();
  assert.equal(over, false, 'the second one waits');
  noted[0]?.();
  await Promise.all([first, after]);
  assert.deepEqual([noted.length, hashesInFlight.size], [1, 0], 'and is planned anew');
});
