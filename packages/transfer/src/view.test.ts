import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pace, Transport } from './ports.ts';
import { downloadView, type ViewResult } from './view.ts';

const pace: Pace = { random: () => 0, wait: async () => undefined };
const picture = Buffer.alloc(5000, 7);

interface Served {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly breaks?: number;
}

/** Gives one answer after the other, the last one for ever; `asked` counts. */
function fetching(
  served: readonly (Served | Error)[],
  stopAfter = Number.POSITIVE_INFINITY,
): { result: Promise<ViewResult>; asked: () => number; prefer: () => string | undefined } {
  const stop = new AbortController();
  let [asked, prefer]: [number, string | undefined] = [0, undefined];
  const transport: Transport<null> = {
    request: async ({ headers }) => {
      asked += 1;
      prefer = headers['prefer'];
      if (asked >= stopAfter) stop.abort();
      const next = served[Math.min(asked, served.length) - 1];
      assert.ok(next);
      if (next instanceof Error) throw next;
      const body = next.body ?? picture;
      const given: Readonly<Record<string, string>> = { 'content-length': String(body.length), ...next.headers };
      return {
        status: next.status ?? 200,
        header: (name) => given[name] ?? null,
        body: (async function* () {
          for (let at = 0; at < body.length; at += 1000) {
            if (next.breaks !== undefined && at >= next.breaks) throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
            yield body.subarray(at, at + 1000);
          }
        })(),
      };
    },
  };
  const result = downloadView({ transport, path: '/view', most: 10_000, pace, signal: stop.signal, tries: 3 });
  return { result, asked: () => asked, prefer: () => prefer };
}

const refusing = (status: number, code: string, details: Readonly<Record<string, boolean>> = {}): Served => ({
  status,
  body: Buffer.from(JSON.stringify({ error: { code, words: 'so it is', details } })),
});

test('DL-21: a version that the server makes when it is asked is waited for, asked for again while it is made, and comes whole', async () => {
  const made = fetching([refusing(404, 'not-ready'), new Error('no answer'), {}]);
  const result = await made.result;
  assert.ok(result.ok && Buffer.compare(result.bytes, picture) === 0);
  assert.deepEqual([made.asked(), made.prefer()], [3, 'wait=20']);
});

test('DL-21: where none is made that is told once, with why, and not asked again', async () => {
  const none = fetching([refusing(404, 'not-ready', { never: true })]);
  assert.deepEqual([await none.result, none.asked()], [{ ok: false, code: 'none', why: 'so it is' }, 1]);
});

test('DL-21: what is too large, too short, or no answer of the server’s is not taken, and is given up after a few tries', async () => {
  for (const served of [
    { body: Buffer.alloc(10_001) },
    { headers: { 'content-length': '6000' } },
    { headers: { 'content-length': '4000' } },
    refusing(404, 'not-ready'),
  ]) {
    const bad = fetching([served]);
    const result = await bad.result;
    assert.ok(!result.ok && result.code === 'download-failed', JSON.stringify(result));
    assert.equal(bad.asked(), 3);
  }
  const broken = await fetching([{ breaks: 2000 }]).result;
  assert.equal(broken.ok ? '' : broken.code, 'server-unreachable');
  const portal = await fetching([{ status: 302, headers: { location: 'http://portal/' }, body: Buffer.from('log in') }]).result;
  assert.equal(portal.ok ? '' : portal.code, 'captive-portal');
  const out = fetching([refusing(401, 'signed-out')]);
  const signedOut = await out.result;
  assert.deepEqual([signedOut.ok ? '' : signedOut.code, out.asked()], ['signed-out', 1]);
});

test('DL-21: stopped, it ends at once and says so', async () => {
  const stopped = fetching([refusing(404, 'not-ready')], 2);
  assert.deepEqual([await stopped.result, stopped.asked()], [{ ok: false, code: 'stopped' }, 2]);
});
