import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currentPage } from './current.ts';

test('DS-17: the side bar marks the page that one is on, or the one to which its way back leads', () => {
  for (const page of ['/', '/albums', '/devices', '/health', '/deleted', '/account']) assert.equal(currentPage(page), page);
  for (const page of ['/settings', '/devices/0190/settings', '/settings/']) assert.equal(currentPage(page), '/health', page);
  for (const page of ['/devices/0190', '/why', '/link']) assert.equal(currentPage(page), '/devices', page);
  for (const page of ['/albums/0190', '/collections/videos', '/hidden']) assert.equal(currentPage(page), '/albums');
  for (const page of ['/storage', '/storage/free-up']) assert.equal(currentPage(page), '/account');
});
