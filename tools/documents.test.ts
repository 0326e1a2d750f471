import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './house.ts';

const DOCUMENTS = globSync('{*.md,docs/**/*.md,bench/*.md}', { cwd: ROOT });
const CODE = /`((?:apps|packages|bin|tools|e2e|bench|docs)\/[^`\s*…]+)`/g;
const LINK = /\]\(([^)#:]+)\)/g;

test('SP-2: every file and folder of ours that a document names or links to is there', () => {
  assert.ok(DOCUMENTS.length >= 5);
  const lost: string[] = [];
  for (const document of DOCUMENTS) {
    const text = readFileSync(join(ROOT, document), 'utf8');
    for (const [, path] of text.matchAll(CODE)) if (path && !existsSync(join(ROOT, path))) lost.push(`${document}: ${path}`);
    for (const [, path] of text.matchAll(LINK))
      if (path && !existsSync(join(ROOT, dirname(document), path))) lost.push(`${document}: ${path}`);
  }
  assert.deepEqual(lost, []);
});
