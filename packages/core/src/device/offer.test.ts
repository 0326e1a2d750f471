import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELDS } from '../library/model.testing.ts';
import { completed } from './offer.ts';

test('SX-22: a copy that was completed does not undo how the date of its photo was corrected or completed', () => {
  const file = { ...FIELDS, capturedAt: '2022-08-08T08:08:08', capturedSource: 'exif' as const, width: 4000, caption: 'Sea' };
  for (const capturedSource of ['xmp', 'exif', 'person'] as const) {
    const told = completed(file, { capturedSource });
    assert.deepEqual([told.capturedAt, told.capturedSource, told.width, told.caption], [undefined, undefined, 4000, undefined]);
    assert.ok(!('capturedAt' in told), 'a change names only what it sets');
  }
  for (const asset of [{ capturedSource: 'file-time' as const }, undefined])
    assert.deepEqual(completed(file, asset).capturedAt, file.capturedAt);
});
