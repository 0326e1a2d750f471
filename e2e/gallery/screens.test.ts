import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SCREENS } from './screens.ts';

test('GA-1: every page of the web app is in the gallery, each screen under a name of its own', () => {
  const router = readFileSync(new URL('../../apps/web/src/router.tsx', import.meta.url), 'utf8');
  const routes = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path as string);
  assert.ok(routes.includes('/health'), 'the routes are read');
  assert.deepEqual(new Set(SCREENS.map(({ route }) => route)), new Set(routes));
  assert.equal(new Set(SCREENS.map(({ name }) => name)).size, SCREENS.length);
});
