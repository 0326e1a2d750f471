import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { planted } from '@rollcall/protocol';
import { MUTANTS, plant } from '@rollcall/sim';
import { ROOT } from '../house.ts';
import { replayRegressions } from './regressions.ts';

const sources = (pattern: string): string[] =>
  globSync(pattern, { cwd: ROOT, exclude: (path) => path.includes('node_modules') }).map((path) => readFileSync(join(ROOT, path), 'utf8'));

test('SM-3: each bug that code asks for is in the table, with what it does; and each in the table is asked for', () => {
  const asked = new Set(
    sources('packages/*/src/**/*.ts').flatMap((text) => [...text.matchAll(/planted\('([a-z-]+)'\)/g)].map(([, name]) => name ?? '')),
  );
  const known = MUTANTS.map(({ name }) => name);
  assert.deepEqual([...asked].sort(), [...known].sort());
  assert.ok(known.length >= 24);
  for (const { does, budget, wish } of MUTANTS) assert.ok(does.length > 20 && budget > 0 && wish.often.length > 0);
});

test('SM-4: the product plants nothing, whatever the simulator was told', () => {
  for (const { name } of MUTANTS) {
    plant(name);
    assert.equal(planted(name), false, name);
  }
  plant(null);
  assert.match(readFileSync(join(ROOT, 'packages', 'protocol', 'src', 'planted.ts'), 'utf8'), /return false;/);
  const outside = sources('{apps,bin}/**/*.ts').filter((text) => text.includes('planting') || text.includes('@rollcall/sim'));
  assert.deepEqual(outside, []);
});

test('SM-5: every plan that was ever found to break a promise keeps it', () => {
  const { runs, failures } = replayRegressions();
  assert.ok(runs > 0);
  assert.deepEqual(
    failures.map(({ invariant, story }) => [invariant, story.at(-1)]),
    [],
  );
});
