import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test, type TestContext } from 'node:test';
import { API, ApiError } from '@rollcall/protocol';
import { PASSWORD, Served, uuid, type Client } from '../testing/served.ts';
import type { ServerOptions } from '../server.ts';

async function served(t: TestContext, options: Partial<ServerOptions> = {}): Promise<{ server: Served; browser: Client }> {
  const server = await Served.start(options);
  t.after(() => server.close());
  return { server, browser: await server.account('anna@x.org') };
}

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly words: string;
}

/** A request with a Host field of one's own, which `fetch` would not send. */
function send(server: Served, headers: Record<string, string>, method = 'GET', path: string = API.server.path, body = ''): Promise<Told> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port: server.server.port, host: '127.0.0.1', method, path, headers, setHost: false }, (incoming) => {
      let text = '';
      incoming.on('data', (chunk) => (text += String(chunk)));
      incoming.on('end', () => {
        const refused = ApiError.safeParse(JSON.parse(text === '' ? 'null' : text));
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, words: refused.success ? refused.data.error.words : '' });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

test('TL-1: a name that the owner did not give is refused, whatever is asked for, with the option to set', async (t) => {
  const { server, browser } = await served(t, { origins: ['https://photos.example.org'] });
  const { port } = server.server;
  for (const host of [
    'evil.example',
    'evil.example:80',
    'photos.example.org.evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'example.org',
  ]) {
    for (const path of [API.server.path, API.library.path, '/', '/api/v1/openapi.json', '/api/v1/library/pokes']) {
      const told = await send(server, { host, ...browser.headers }, 'GET', path);
      assert.equal(told.status, 421, `${host} ${path}`);
      assert.match(told.words, /does not go by the name .*rollcall serve --origin http:\/\//, host);
    }
  }
  for (const host of [
    'localhost',
    `localhost:${port}`,
    'demo.localhost',
    `127.0.0.1:${port}`,
    '[::1]',
    '192.0.2.7:2280',
    '[2001:db8::1]:80',
    'photos.example.org',
    'PHOTOS.example.org:443',
  ])
    assert.equal((await send(server, { host })).status, 200, host);
  for (const host of ['', 'a b', 'x@y', '/']) assert.equal((await send(server, { host })).status, 400, host);
});

test('TL-2: the name that the server is bound to is its own', async (t) => {
  const { server } = await served(t, { host: 'localhost' });
  assert.equal((await send(server, { host: 'localhost' })).status, 200);
  const { namesOf } = await import('./names.ts');
  assert.ok(namesOf('Photos.lan', []).hosts.has('photos.lan'));
});

test('TL-3: a page acts only from the address it was loaded from, or one that the owner gave; over https only one that came over https', async (t) => {
  const { server, browser } = await served(t, { origins: ['https://photos.example.org'] });
  const act = (headers: Record<string, string>): Promise<Told> =>
    send(
      server,
      { host: `127.0.0.1:${server.server.port}`, 'content-type': 'application/json', ...browser.headers, ...headers },
      'POST',
      API.actions.path,
      JSON.stringify({ actions: [{ id: uuid(), change: { name: 'asset.trash', args: { assetId: uuid() } } }] }),
    );
  // A proxy that asks by this machine's name, and one that hands the name on.
  assert.equal((await act({ origin: 'https://photos.example.org' })).status, 200);
  assert.equal((await act({ origin: 'https://photos.example.org', host: 'photos.example.org' })).status, 200);
  assert.equal((await act({ origin: 'http://192.0.2.7:2280', host: '192.0.2.7:2280' })).status, 200);
  const wrong: Record<string, string>[] = [
    { origin: 'https://other.example' },
    { origin: 'https://other.example', 'x-forwarded-host': 'other.example' },
    { origin: 'https://photos.example.org:8443' },
    { origin: 'http://photos.example.org' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of wrong) {
    const told = await act(headers);
    assert.equal(told.status, 403, JSON.stringify(headers));
    assert.match(told.words, /page of another site/);
  }
  assert.match((await act({ origin: 'https://other.example' })).words, /serve --origin https:\/\/other\.example/);
  const plain = { host: 'photos.example.org', origin: 'http://photos.example.org' };
  assert.equal((await act(plain)).status, 200, 'reached in the clear, where no proxy tells otherwise');
  assert.equal((await act({ ...plain, 'x-forwarded-proto': 'https', cookie: '' })).status, 403);
});

test('TL-4: over https the cookie has a name that no other host and no plain page can set, and that name only counts there', async (t) => {
  const { server } = await served(t);
  const secure = { 'x-forwarded-proto': 'https' };
  const signIn = await server.client(secure).raw('POST', API.signIn.path, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'anna@x.org', password: PASSWORD }),
  });
  const cookie = signIn.headers.get('set-cookie') ?? '';
  assert.match(cookie, /^__Host-rollcall_session=[^;]+; (?!.*Domain).*Path=\/(?=;).*HttpOnly; Secure; SameSite=Lax/);
  const [pair = ''] = cookie.split(';');
  assert.equal(await server.client({ ...secure, cookie: pair }).code('session', {}), 'ok');
  assert.equal(await server.client({ ...secure, cookie: pair.replace('__Host-', '') }).code('session', {}), 'signed-out');
  await server.client({ ...secure, cookie: pair }).ok('signOut', {});
  assert.equal(await server.client({ ...secure, cookie: pair }).code('session', {}), 'signed-out');
});

test('TL-5: every answer keeps a browser from what the page never needs; https is insisted on, but not for this machine’s own names', async (t) => {
  const { server } = await served(t, { origins: ['https://photos.example.org'] });
  const secure = { 'x-forwarded-proto': 'https' };
  for (const path of ['/', API.server.path, '/api/v1/nothing']) {
    const { headers } = await server.client().raw('GET', path);
    assert.match(headers.get('permissions-policy') ?? '', /camera=\(\).*geolocation=\(\)/, path);
    assert.equal(headers.get('strict-transport-security'), null, 'in the clear it would mean nothing');
  }
  const told = async (host: string): Promise<unknown> => (await send(server, { host, ...secure })).headers['strict-transport-security'];
  assert.equal(await told('photos.example.org'), 'max-age=15552000');
  assert.equal(await told('localhost'), undefined);
});
