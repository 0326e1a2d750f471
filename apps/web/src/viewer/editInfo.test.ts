import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CapturedAt } from '@rollcall/protocol';
import { asset } from '../library/testing.ts';
import { changedInfo, fieldsBefore, typedOf } from './editInfo.ts';

const photo = asset(1, {
  title: 'Beach',
  caption: null,
  keywords: ['sea', 'sand'],
  capturedAt: '2024-05-06T14:26:10.25+02:00',
});
const typed = typedOf(photo);

test('VW-29: only what a person changes of a photo’s information is set', () => {
  assert.deepEqual(typed, { title: 'Beach', caption: '', keywords: 'sea, sand', taken: '2024-05-06T14:26:10', offset: '+02:00' });
  assert.deepEqual(changedInfo(typed, typed), {});
  assert.deepEqual(changedInfo(typed, { ...typed, title: ' Beach  ' }), {});
  assert.deepEqual(changedInfo(typed, { ...typed, title: '  ', caption: ' In May ' }), { title: null, caption: 'In May' });
  assert.deepEqual(changedInfo(typed, { ...typed, keywords: 'sand,, sea ,sand, wind' }), { keywords: ['sand', 'sea', 'wind'] });
  assert.deepEqual(fieldsBefore(photo, { title: null, caption: 'In May' }), { title: 'Beach', caption: null });
});

test('VW-29: a date that a person gives is one that a library keeps, with its time zone or without', () => {
  const date = (more: Partial<typeof typed>) => changedInfo(typed, { ...typed, ...more });
  assert.deepEqual(date({ taken: '2023-01-02T03:04' }), { capturedAt: '2023-01-02T03:04:00+02:00', capturedSource: 'person' });
  assert.deepEqual(date({ taken: '2023-01-02T03:04:05.000', offset: '' }), { capturedAt: '2023-01-02T03:04:05', capturedSource: 'person' });
  assert.deepEqual(date({ offset: '−05:30' }), { capturedAt: '2024-05-06T14:26:10-05:30', capturedSource: 'person' });
  for (const each of [date({ taken: '2023-01-02T03:04' }), date({ offset: '' })]) assert.ok(CapturedAt.safeParse(each.capturedAt).success);
  assert.throws(() => date({ taken: '' }), /whole date/);
  for (const offset of ['2', '+25:00', '+02:60', 'CET']) assert.throws(() => date({ offset }), /such as \+02:00/);
});
