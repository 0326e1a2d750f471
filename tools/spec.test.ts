import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ID = /\b([A-Z][A-Z0-9]{1,2}-\d+)\b/g;
const TITLE = /[`'"]((?:[A-Z][A-Z0-9]{1,2}-\d+(?:, )?)+)(?: \([^)]*\))?: /g;

function* sources(folder: string): IterableIterator<string> {
  for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (
      entry.isFile() &&
      /\.(test|contract|testing)\.ts$|\/contract\.ts$/.test(path) &&
      !path.includes('node_modules') &&
      !path.includes('/dist/')
    )
      yield path;
  }
}

/** Rule ids at the head of a test's title; contract suites name theirs in the same words, with the adapter in brackets. */
function tested(): Set<string> {
  const ids = new Set<string>();
  for (const folder of ['packages', 'apps', 'bin', 'tools', 'e2e', 'bench']) {
    for (const path of sources(folder)) {
      for (const [, title] of readFileSync(path, 'utf8').matchAll(TITLE)) {
        for (const [, id] of (title ?? '').matchAll(ID)) ids.add(id as string);
      }
    }
  }
  return ids;
}

test('SP-1: every rule of SPEC.md is named by a test, and every rule that a test names stands in SPEC.md', () => {
  const spec = readFileSync(join(ROOT, 'SPEC.md'), 'utf8');
  const ids = [...spec.matchAll(/^- \*\*([A-Z][A-Z0-9]{1,2}-\d+)\*\*/gm)].map((match) => match[1] as string);
  const stated = new Set(ids);
  assert.deepEqual(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
    'two rules with one number',
  );
  const named = tested();
  assert.ok(stated.size > 100);
  assert.deepEqual([...stated].filter((id) => !named.has(id)).sort(), [], 'rules without a test');
  assert.deepEqual([...named].filter((id) => !stated.has(id)).sort(), [], 'tested rules that SPEC.md does not state');
});
