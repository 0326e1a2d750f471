import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOpenToOthers, openToOthers } from './address.ts';

test('TL-6: plain http to another machine is open to others, whatever its name pretends; https and this machine are not', () => {
  for (const address of [
    'https://photos.example.org',
    'HTTPS://photos.example.org/base',
    'http://localhost',
    'http://127.0.0.1:2280',
    'http://127.8.9.1/',
    'http://[::1]:2280',
    'http://demo.localhost:1',
  ])
    assert.equal(isOpenToOthers(address), false, address);
  for (const address of [
    'http://photos.example.org',
    'http://192.0.2.7:2280',
    'http://127.example.org',
    'http://127.0.0.1.example.org',
    'http://localhost.example.org',
    'http://127.0.0.1@example.org',
    'http://[2001:db8::1]',
    'ftp://localhost',
    'localhost',
    '',
  ])
    assert.equal(isOpenToOthers(address), true, address);
  assert.match(openToOthers('http://nas.lan'), /http:\/\/nas\.lan is not encrypted.*--insecure/);
});
