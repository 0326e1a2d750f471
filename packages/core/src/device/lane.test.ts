import assert from 'node:assert/strict';
import { test } from 'node:test';
import { laneOf, waitsForFolder } from './lane.ts';

test('RD-22: nothing is fetched, and no file goes, before all that is in the folder is known by its bytes; what is read or sent waits for nothing', () => {
  const assetId = '01900000-0000-7000-8000-000000000001';
  const resource = {
    type: 'resource',
    id: 'r',
    assetId,
    role: 'original',
    hash: 'h',
    size: 1,
    mime: '',
    fileName: null,
    modifiedAt: null,
  } as const;
  for (const action of [
    { do: 'fetch', assetId, resource: { ...resource, removed: false } } as const,
    { do: 'remove-file', assetId } as const,
  ])
    assert.deepEqual([waitsForFolder(action), laneOf(action) === null], [true, false]);
  for (const action of [{ do: 'hash' }, { do: 'send-new' }, { do: 'rename-file', assetId, name: 'x' }, { do: 'trash', assetId }] as const)
    assert.equal(waitsForFolder(action), false, action.do);
});
