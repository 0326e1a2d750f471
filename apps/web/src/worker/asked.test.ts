import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatIsAsked, type Asked } from './asked.ts';

const ORIGIN = 'https://photos.example';
const FILES = new Set(['/theme.js', '/assets/index-1.js']);
const asked = (path: string, more: { method?: string; navigates?: boolean; origin?: string } = {}): Asked =>
  whatIsAsked(
    { method: more.method ?? 'GET', url: new URL(path, more.origin ?? ORIGIN), navigates: more.navigates ?? false },
    ORIGIN,
    FILES,
  );

test('PW-8: the worker answers for the page, its files and versioned pictures, and for nothing else of the server', () => {
  assert.equal(asked('/albums', { navigates: true }), 'page');
  assert.equal(asked('/?photo=x', { navigates: true }), 'page');
  assert.equal(asked('/theme.js'), 'file');
  assert.equal(asked('/assets/old-2.js'), 'file', 'a part of a former version that a page still runs');
  assert.equal(asked('/api/v1/assets/a/renditions/thumbnail?v=1'), 'picture');
  assert.equal(asked('/share', { method: 'POST', navigates: true }), 'shared');
  for (const path of [
    '/api/v1/session',
    '/api/v1/library/changes',
    '/api/v1/assets/a/renditions/thumbnail',
    '/api/v1/assets/a/original',
    '/api/v1/pokes',
    '/service-worker.js',
  ])
    assert.equal(asked(path), 'other', path);
  assert.equal(asked('/api/docs', { navigates: true }), 'other');
  assert.equal(asked('/api/v1/session', { method: 'DELETE' }), 'other');
  assert.equal(asked('/photo.jpg', { navigates: true }), 'other');
  assert.equal(asked('/theme.js', { origin: 'https://elsewhere.example' }), 'other');
});
