import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SignedReceipt } from '@rollcall/protocol';
import { lastReceiptOf, lastReceiptWords, receiptsOfGone } from './last-receipts.ts';

const AT = Date.UTC(2026, 10, 27, 9, 14);

function receipt(device: string, id: string, files = 3): SignedReceipt {
  const told = { files, standIns: 0, leftOut: { count: 0, first: [] } };
  const at = new Date(AT).toISOString();
  return {
    receipt: {
      kind: 'rollcall-receipt',
      version: 1,
      id,
      begun: at,
      at,
      account: 'a@x.org',
      library: 'l',
      device: { id: device, name: device },
      server: { version: '1' },
      resources: 2,
      bytes: 5_000_000,
      digest: 'd',
      told,
    },
    key: 'k',
    signature: 's',
  };
}

test('ER-15: the last receipt of each device is told, also of one that is gone, with how old it is', () => {
  const receipts = [receipt('phone', '4'), receipt('laptop', '3'), receipt('phone', '2'), receipt('old', '1')];
  assert.equal(lastReceiptOf('phone', receipts), receipts[0]);
  assert.equal(lastReceiptOf('desktop', receipts), null);
  assert.deepEqual(receiptsOfGone([{ id: 'laptop' }], receipts), [receipts[0], receipts[3]]);
  assert.deepEqual(receiptsOfGone([{ id: 'laptop' }, { id: 'phone' }, { id: 'old' }], receipts), []);
  assert.equal(
    lastReceiptWords(receipts[0] as SignedReceipt, AT + 3 * 86_400_000),
    'Receipt, 3 days ago: all 3 files on it were in the cloud, which read its own 5 MB again.',
  );
  assert.match(lastReceiptWords(receipt('phone', '5', 1), AT), /^Receipt, just now: the one file on it was in the cloud/);
});
