import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CapturedSource } from '@rollcall/protocol';
import { timeIsKnown } from './time-known.ts';

test('MD-76: midnight without a zone stands for a day alone, wherever a date was found; what a person sets is meant', () => {
  const known = (capturedAt: string): string[] =>
    CapturedSource.options.filter((capturedSource) => timeIsKnown({ capturedAt, capturedSource }));
  assert.deepEqual(known('2017-03-13T00:00:00'), ['person']);
  for (const at of [
    '2017-03-13T00:00:01',
    '2017-03-13T00:00:00Z',
    '2017-03-13T00:00:00+01:00',
    '2017-03-13T00:00:00.250',
    '12017-03-13T12:00:00',
  ])
    assert.deepEqual(known(at), CapturedSource.options, at);
});
