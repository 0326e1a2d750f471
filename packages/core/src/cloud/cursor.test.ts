import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cursorAt, reachedBy, seqOf, walkBegan, type FeedFacts } from './cursor.ts';

const name = (at: number): string => String(at).padStart(10, '0');

/** A library of which each generation wrote some rows; the last one goes on. */
function feedOf(rows: readonly number[], floor = 0): FeedFacts & { readonly newest: string } {
  const firsts = rows.map((_, at) => 1 + rows.slice(0, at).reduce((sum, each) => sum + each, 0));
  const head = rows.reduce((sum, each) => sum + each, 0);
  return {
    epoch: 'e',
    head,
    floor,
    newest: name(rows.length - 1),
    generation: (wanted) => {
      const found = firsts.map((first, at) => ({ name: name(at), first, nextFirst: firsts.at(at + 1) ?? null }));
      return found.find((each) => each.name === wanted) ?? null;
    },
  };
}

const rows = fc.array(fc.nat(6), { minLength: 1, maxLength: 6 });

test('CH-10: a cursor that this very feed gave is known for ever, whatever was written since and however often the server was started, until the floor passes it', () => {
  fc.assert(
    fc.property(rows, rows, fc.nat(40), fc.nat(40), (before, after, at, floor) => {
      const then = feedOf(before);
      const seq = Math.min(at, then.head);
      const cursor = cursorAt(then.epoch, then.newest, { seq, head: then.head, began: null });
      const now = feedOf([...before.slice(0, -1), (before.at(-1) ?? 0) + (after.at(0) ?? 0), ...after.slice(1)], floor);
      assert.equal(seqOf(cursor, now), seq < floor ? 'cursor-compacted' : seq);
    }),
  );
});

test('CH-8: a cursor of rows that were lost when the folder was rolled back has expired, also when others have their seqs since', () => {
  fc.assert(
    fc.property(rows, fc.nat(40), fc.integer({ min: 1, max: 6 }), fc.nat(6), (kept, at, lost, since) => {
      const then = feedOf(kept);
      // Written after the copy was made, in the same generation, and gone with the roll back; a new start has written others.
      const head = then.head + lost;
      for (const began of [null, head, 0]) {
        const cursor = cursorAt('e', then.newest, { seq: Math.min(at, head), head, began });
        assert.equal(seqOf(cursor, feedOf([...kept, since])), 'cursor-expired');
      }
      assert.equal(seqOf(cursorAt('e', name(99), { seq: 0, head: 0, began: null }), feedOf([...kept, since])), 'cursor-expired');
    }),
  );
});

test('CH-6: what is no cursor, or of another epoch, or above the head, has expired; none at all begins a walk', () => {
  const feed = feedOf([3]);
  for (const text of ['', 'x', `x.${name(0)}.1`, `e.${name(0)}.4`, `e.${name(0)}zzzzzzzzzzzz.1`, `e.${name(0)}1.2`])
    assert.equal(seqOf(text, feed), 'cursor-expired', text);
  assert.equal(seqOf(null, feed), 0);
});

test('CH-2: a page that is exactly full is complete when nothing is above it', () => {
  assert.deepEqual(reachedBy([1, 2], 2, 2), { seq: 2, complete: true });
  assert.deepEqual(reachedBy([1, 2], 2, 3), { seq: 2, complete: false });
  assert.deepEqual(reachedBy([1], 2, 9), { seq: 9, complete: true }, 'rows of the feed move up: there are fewer than seqs');
});

test('CH-11: a walk that began at nothing goes on below the floor, until a tombstone is gone that came after it began', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.nat(60),
      fc.nat(60),
      fc.nat(20),
      fc.integer({ min: 1, max: 5 }),
      (head, low, gone, more, limit) => {
        const floor = Math.min(low, head);
        const feed = feedOf([head], floor);
        let cursor: string | null = null;
        let pages = 0;
        for (let seq = 0; seq < head; pages += 1) {
          const after = seqOf(cursor, feed);
          assert.equal(after, seq, 'it is not sent back to its beginning');
          seq = Math.min(head, seq + limit);
          cursor = cursorAt('e', feed.newest, { seq, head, began: walkBegan(cursor, head) });
          // Others write meanwhile, and what they wrote is compacted in its turn.
          const later = feedOf([head + more], Math.min(floor + gone, head + more));
          const isGone = later.floor > Math.max(seq, seq < head ? head : seq);
          assert.equal(seqOf(cursor, later), isGone ? 'cursor-compacted' : seq);
        }
        assert.equal(pages, Math.ceil(head / limit));
      },
    ),
  );
  assert.equal(seqOf(`e.${name(0)}${'2'.padStart(11, '0')}3.1`, feedOf([3], 1)), 'cursor-expired', 'it began above what it has seen');
  const most = Number.MAX_SAFE_INTEGER;
  const longest = cursorAt('e', name(0), { seq: most - 1, head: most, began: most });
  assert.deepEqual([walkBegan(longest, 0), walkBegan(`e.${name(0)}2.1`, 5), walkBegan(null, 5)], [most, null, 5]);
});
