import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Device } from '../device.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import { noteHeard } from './heard.ts';
import { tellStory } from './story.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-story-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('WY-36: of a file that the cloud was not told of yet, it is said that the cloud was not asked, why, and as of when it is known', async () => {
  const store = openDeviceStore(join(folder, 'device.sqlite'));
  try {
    const device = { store } as unknown as Device;
    const story = (cloud: Parameters<typeof tellStory>[3]) => tellStory(device, null, [], cloud);
    assert.deepEqual((await story('asked')).from, { at: null, why: 'not-told' });
    noteHeard(store, 7);
    for (const cloud of ['held-back', 'no-answer'] as const) assert.deepEqual((await story(cloud)).from, { at: 7, why: cloud });
    const { places, from } = await story('asked');
    assert.deepEqual(from, { at: 7, why: 'not-told' });
    assert.deepEqual([places[0]?.state, places[0]?.asOf, places[0]?.asLastHeard], ['not-here', 7, true]);
  } finally {
    store.close();
  }
});
