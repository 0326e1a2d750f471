import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { Served } from '../testing/served.ts';

interface Told {
  readonly ready: boolean;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly words: string }[];
}

/** With headers that `fetch` does not let through, such as `Host`. */
function ask(server: Served, path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port: server.server.port, host: '127.0.0.1', path, headers, agent: false }, (incoming) => {
      let text = '';
      incoming.on('data', (chunk) => (text += String(chunk)));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }));
    });
    outgoing.on('error', reject).end();
  });
}

const failing = ({ text }: { readonly text: string }): string[] =>
  (JSON.parse(text) as Told).checks.filter(({ ok }) => !ok).map(({ name }) => name);

test('OB-1, OB-2: a probe needs no session and may call the server by any name; it learns whether photos can be taken, or what is in the way', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  assert.deepEqual(await ask(server, '/healthz', { host: 'rollcall:2280' }), { status: 200, text: '{"ok":true}' });
  const well = await ask(server, '/readyz', { host: 'rollcall:2280' });
  assert.equal(well.status, 200);
  assert.deepEqual(
    (JSON.parse(well.text) as Told).checks.map(({ name, ok }) => [name, ok]),
    ['running', 'database', 'schema', 'disk'].map((name) => [name, true]),
  );
  assert.equal((await ask(server, '/api/v1/server', { host: 'rollcall:2280' })).status, 421, 'all else is asked by a name of its own');

  // A look holds for two seconds; each of these asks a server that has not looked yet.
  await server.restart();
  server.server.context.database.pragma('query_only = ON');
  const closed = await ask(server, '/readyz');
  server.server.context.database.pragma('query_only = OFF');
  assert.deepEqual([closed.status, failing(closed)], [503, ['database']]);
  await server.restart();
  server.server.context.database.exec("INSERT INTO schema_steps (room, step) VALUES ('bytes', 99)");
  const newer = await ask(server, '/readyz');
  server.server.context.database.exec('DELETE FROM schema_steps WHERE step = 99');
  assert.deepEqual([newer.status, failing(newer)], [503, ['schema']]);
  assert.equal((await ask(server, '/healthz')).status, 200, 'the process answers all the same');
});

test('OB-2: a disk that is full up to its mark is told, and so is a server that stops', async (t) => {
  const server = await Served.start({ keepFree: 1e15 });
  t.after(() => server.close());
  const full = await ask(server, '/readyz');
  assert.deepEqual([full.status, failing(full)], [503, ['disk']]);
  assert.match(full.text, /Make room on it, or lower --keep-free/);
  const { context } = server.server;
  const stopped = server.server.stop();
  assert.deepEqual(await context.ready.look(), {
    ready: false,
    checks: [{ name: 'running', ok: false, words: 'The server is being stopped. Ask again when it is back.' }],
  });
  await stopped;
  await server.open();
});

test('OB-3: figures are told to this very machine, or to who shows the token, and to nobody else', async (t) => {
  const open = await Served.start();
  t.after(() => open.close());
  const status = async (server: Served, headers: Record<string, string>): Promise<number> =>
    (await ask(server, '/metrics', headers)).status;
  assert.match((await ask(open, '/metrics')).text, /^rollcall_info\{version="[\d.]+",node="[\d.]+"\} 1$/m);
  assert.equal(await status(open, { 'x-forwarded-for': '203.0.113.9' }), 403, 'a proxy asks for somebody else');
  assert.equal(await status(open, { host: '192.0.2.1' }), 403);
  assert.equal(await status(open, { host: 'evil.example' }), 421, 'nor does a page whose name leads here');
  const token = 'a-token-of-the-owner';
  const guarded = await Served.start({ metricsToken: token });
  t.after(() => guarded.close());
  assert.equal(await status(guarded, {}), 403);
  assert.equal(await status(guarded, { authorization: `Bearer ${token}x` }), 403);
  assert.equal(await status(guarded, { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.9' }), 200);
});
