import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REASON_CODES, tellReason, type Evidence, type ReasonCode } from '@rollcall/protocol';
import { fromAfar, tellFromAfar } from './from-afar.ts';

const told = (code: ReasonCode, evidence: Evidence = {}, name = 'Laptop') => tellFromAfar({ code, since: 1, evidence }, name);

test('WY-39: what a device says of itself is said of it elsewhere by its name: no “this device” and no “here” is another one there', () => {
  for (const code of REASON_CODES) {
    for (const evidence of [{}, { count: 2 }, { home: '/h' }, { forgotten: true }, { seconds: 9 }, { where: 'server' }]) {
      const { words, cure, ends } = told(code, evidence);
      for (const text of [words, cure, ends.words])
        assert.doesNotMatch(text, /\bthis (?:device|disk|version|folder|network|link)\b|\bhere\b/i, `${code}: ${text}`);
    }
  }
  assert.equal(told('sync-off').words, 'Sync is off on Laptop.');
  assert.equal(told('paused').cure, 'Resume. As a command on Laptop: rollcall resume.');
  assert.equal(told('device-disk-full', { needed: 5, free: 1 }).words, 'The disk of Laptop is full: 5 bytes needed, 1 byte free.');
  assert.equal(told('mass-delete-held', { count: 2 }).words.slice(0, 32), '2 photos went missing on Laptop;');
  assert.equal(told('clock-skew', { seconds: -400 }).words, 'Laptop’s clock is 7 min behind the server’s.');
  // Names are told as they are, whatever words are in them.
  assert.equal(
    told('permission-missing', { needed: 'read', path: 'here/this device.jpg' }).words,
    'Rollcall may not read here/this device.jpg.',
  );
  assert.equal(told('offline', {}, '$& (a+b)').words, '$& (a+b) is offline.');
  assert.equal(fromAfar('here 0.1.0, the server 0.1.0', 'Laptop'), 'on Laptop 0.1.0, the server 0.1.0');
  assert.equal(tellReason({ code: 'offline', since: 1, evidence: {} }).words, 'This device is offline.', 'on itself it says so');
});
