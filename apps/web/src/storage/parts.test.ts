import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UNLIMITED } from '@rollcall/protocol';
import { aheadWords, stretchesOf } from './parts.ts';

test('QP-13: the bar of a page and the table beside it show the same, and add up to the room that there is, or to what is taken where that is more', () => {
  const bytes = fc.nat(10_000);
  const part = fc.record({ bytes, files: fc.nat(9) });
  fc.assert(
    fc.property(
      part,
      part,
      part,
      part,
      bytes,
      fc.oneof(bytes, fc.constant(UNLIMITED)),
      (photos, videos, versions, deleted, reserved, quota) => {
        const used = photos.bytes + videos.bytes + versions.bytes + deleted.bytes;
        const stretches = stretchesOf({ photos, videos, versions, deleted, used, reserved, quota });
        const all = stretches.reduce((sum, each) => sum + each.bytes, 0);
        assert.equal(all, quota === UNLIMITED ? used + reserved : Math.max(quota, used + reserved));
        const width = stretches.reduce((sum, each) => sum + each.width, 0);
        assert.ok(all === 0 ? width === 0 : Math.abs(width - 100) < 1e-6);
        assert.equal(
          stretches.some(({ kind }) => kind === 'free'),
          quota !== UNLIMITED,
        );
      },
    ),
  );
});

test('EV-45: while compressed versions are made ahead, the page of the room in the cloud says so, with how many photos are left', () => {
  assert.match(aheadWords({ ahead: 1204 }) ?? '', /optimises its storage.* made ahead of 1,204 photos more\. They do not count\./);
  assert.match(aheadWords({ ahead: 1 }) ?? '', / 1 photo more/);
  for (const nothing of [{ ahead: 0 }, {}]) assert.equal(aheadWords(nothing), null);
});
