import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './house.ts';
import { run } from './run.ts';

test('a failed test is counted, and told again with its file and why; a suite around it is not told twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-count-'));
  try {
    const file = join(folder, 'some.test.mjs');
    writeFileSync(
      file,
      `import assert from 'node:assert/strict';
       import { describe, test } from 'node:test';
       describe('a suite', () => {
         test('one that fails', () => assert.equal('what came', 'what was to come'));
         test('one that passes', () => undefined);
         test('one for elsewhere', { skip: 'no such machine' }, () => undefined);
       });
       describe('a suite with a bad beginning', { skip: false }, () => { throw new Error('its beginning is bad'); });`,
    );
    const counts = join(folder, 'counts.json');
    // Of the runner around this one it must know nothing.
    const env = { NODE_TEST_CONTEXT: undefined };
    const ended = await run(
      process.execPath,
      [join(ROOT, 'tools/run-tests.ts'), '--each', '60000', '--at-once', '1', '--counts', counts, file],
      {
        keep: true,
        env,
      },
    );
    assert.equal(ended.code, 1);
    const told = JSON.parse(readFileSync(counts, 'utf8')) as {
      passed: number;
      failed: number;
      skipped: number;
      failures: string[];
      failedFiles: string[];
    };
    assert.deepEqual([told.passed, told.failed, told.skipped], [1, 1, 1], JSON.stringify(told));
    assert.deepEqual(
      told.failedFiles.map((path) => basename(path)),
      ['some.test.mjs'],
    );
    assert.equal(told.failures.length, 2, JSON.stringify(told.failures));
    assert.match(told.failures.join('\n'), /some\.test\.mjs:\d+\none that fails\n[^]*\+ 'what came'[^]*its beginning is bad/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
