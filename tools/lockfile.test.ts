import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './house.ts';
import { absentParts, tidyLockfile } from './lockfile.ts';

test('SE-1: the lockfile installs the same on a machine whose own Node.js is old: it names no engines, and no host', () => {
  const untidy =
    '{"packages":{"node_modules/a":{"version":"1.0.0","engines":{"node":">=20"},"resolved":"https://registry.example/a.tgz"},"node_modules/b":{"resolved":"bin","link":true}}}';
  assert.deepEqual(JSON.parse(tidyLockfile(untidy)), {
    packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { resolved: 'bin', link: true } },
  });
  const text = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  assert.equal(text, tidyLockfile(text), 'run: npm run lockfile');
});

test('SE-2: everything that a package in the lockfile needs, or may take, stands in the lockfile', () => {
  const text = JSON.stringify({
    packages: {
      '': { optionalDependencies: { top: '1' } },
      'node_modules/top': { optionalDependencies: { 'top-linux': '1', 'top-mac': '1' } },
      'node_modules/top-linux': {},
      'node_modules/a/node_modules/b': { optionalDependencies: { 'b-linux': '1', 'b-mac': '1' } },
      'node_modules/a/node_modules/b-linux': {},
      'apps/web': { dependencies: { top: '1', forgotten: '1' } },
    },
  });
  assert.deepEqual(absentParts(text), ['node_modules/top: top-mac', 'node_modules/a/node_modules/b: b-mac', 'apps/web: forgotten']);
  assert.deepEqual(absentParts(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')), []);
});
