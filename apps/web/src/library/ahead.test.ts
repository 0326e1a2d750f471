import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAhead } from './ahead.ts';
import type { PullResult } from './store.ts';

const page = (cursor: string, complete: boolean): PullResult => ({
  ok: true,
  page: { changes: [], cursor, complete, acknowledged: null },
});

test('PF-4: while a page of the feed is taken in the next one is asked for, once, and after the last none', async () => {
  const asked: (string | undefined)[] = [];
  const pull = askAhead(async (cursor) => {
    asked.push(cursor);
    return page(String(asked.length), asked.length >= 3);
  });
  assert.deepEqual(await pull(undefined), page('1', false));
  assert.deepEqual(asked, [undefined, '1']);
  assert.deepEqual(await pull('1'), page('2', false));
  assert.deepEqual(await pull('2'), page('3', true));
  assert.deepEqual(asked, [undefined, '1', '2']);
  await pull('3');
  assert.deepEqual(asked, [undefined, '1', '2', '3'], 'nothing was asked for beyond the end');
});

test('PF-4: what was asked for ahead and is not wanted is dropped, and a refusal is told to who asks', async () => {
  const asked: (string | undefined)[] = [];
  const pull = askAhead(async (cursor) => {
    asked.push(cursor);
    if (cursor === '2') throw new Error('no answer');
    if (cursor === '3') return { ok: false, why: 'cursor-expired' };
    return page(cursor === undefined ? '2' : '3', false);
  });
  await pull(undefined);
  await pull('other');
  assert.deepEqual(asked, [undefined, '2', 'other', '3']);
  assert.deepEqual(await pull('3'), { ok: false, why: 'cursor-expired' });
  await pull(undefined);
  await assert.rejects(pull('2'), /no answer/);
  // It is asked anew, and not answered with what failed before.
  const before = asked.length;
  await assert.rejects(pull('2'), /no answer/);
  assert.equal(asked.length, before + 1);
});
