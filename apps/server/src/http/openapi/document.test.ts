import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { API } from '@rollcall/protocol';
import { Served } from '../../testing/served.ts';
import type { ApiDocument } from './types.ts';

test('OA-1: the document is OpenAPI 3.1', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  const answer = await server.client().raw('GET', '/api/v1/openapi.json');
  const document = (await answer.json()) as ApiDocument;
  const validator = new Validator();
  assert.deepEqual(await validator.validate({ ...structuredClone(document) }), { valid: true });
  assert.equal(validator.version, '3.1');
  const names = Object.values(document.paths).flatMap((item) => Object.values(item).map(({ operationId }) => operationId));
  assert.equal(new Set(names).size, names.length, 'an operation has its own name');
  for (const name of Object.keys(API)) assert.ok(names.includes(name), name);
});

test('OA-2: the document says who may call a route', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  const document = (await (await server.client().raw('GET', '/api/v1/openapi.json')).json()) as ApiDocument;
  for (const [name, { method, path, auth }] of Object.entries(API)) {
    const security = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.security;
    const expected = { none: [], account: undefined, device: [{ device: [] }] }[auth];
    assert.deepEqual(security, expected, name);
  }
  assert.deepEqual(document.security, [{ device: [] }, { browser: [] }]);
});

test('OA-4: the page to browse the document has all of its files from this server, and its own policy on it alone', async (t) => {
  const server = await Served.start();
  t.after(() => server.close());
  const get = async (path: string) => {
    const answer = await server.client().raw('GET', path);
    return { status: answer.status, policy: answer.headers.get('content-security-policy') ?? '', text: await answer.text() };
  };
  const page = await get('/api/v1/docs');
  assert.equal(page.status, 200);
  const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
  assert.ok(files.length >= 5);
  for (const file of files) {
    assert.ok(file.startsWith('/api/v1/docs/'), file);
    assert.equal((await get(file)).status, 200, file);
  }
  assert.match(page.policy, /default-src 'none'; script-src 'self'; .*connect-src 'self'/);
  assert.doesNotMatch(page.policy, /https?:|unsafe-eval|script-src[^;]*unsafe/);
  assert.equal((await get('/api/v1/server')).policy, "default-src 'none'; frame-ancestors 'none'");
  assert.deepEqual(JSON.parse((await get('/api/v1/docs/json')).text), JSON.parse((await get('/api/v1/openapi.json')).text));
});
