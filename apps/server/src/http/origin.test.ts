import Fastify from 'fastify';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from './origin.ts';

test('PK-9: a proxy on another machine is believed about whom it asks for only where the owner named its address', async () => {
  const app = Fastify();
  app.decorate('proxies', new Set(['10.0.0.2']));
  app.get('/', (request) => addressOf(request));
  const seen = async (remoteAddress: string): Promise<string> =>
    (await app.inject({ url: '/', remoteAddress, headers: { 'x-forwarded-for': '203.0.113.1, 198.51.100.7' } })).body;
  assert.equal(await seen('10.0.0.2'), '198.51.100.7');
  assert.equal(await seen('::ffff:10.0.0.2'), '198.51.100.7');
  assert.equal(await seen('10.0.0.3'), '10.0.0.3');
  assert.equal(await seen('::1'), '198.51.100.7');
});
