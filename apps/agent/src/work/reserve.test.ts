import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { USUAL_POLICY, type Policy } from '@rollcall/core';
import { Reserve } from './reserve.ts';

const MB = 1024 * 1024;
const OPTIMISED: Policy = { ...USUAL_POLICY, storage: 'optimise' };

interface Here {
  readonly root: string;
  readonly own: string;
  readonly path: string;
  readonly reserve: Reserve;
}

function folder(t: TestContext): Here {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-reserve-'));
  t.after(() => rmSync(root, { recursive: true }));
  chmodSync(root, 0o755);
  const own = join(root, '.rollcall');
  mkdirSync(own);
  return { root, own, path: join(own, 'reserve'), reserve: new Reserve(root) };
}

/** Runs it as who may not write where others may not. */
function asNobody(run: () => void): void {
  const { geteuid, seteuid } = process;
  if (geteuid?.() !== 0) return run();
  seteuid?.(65534);
  try {
    run();
  } finally {
    seteuid?.(0);
  }
}

test('OS-39: where the disk does not let it, what is kept stays, and nothing breaks; when it does, it is given back', (t) => {
  const { own, path, reserve } = folder(t);
  reserve.keep(OPTIMISED, 100 * MB);
  assert.equal(statSync(path).size, 4 * MB);
  chmodSync(own, 0o555);
  asNobody(() => {
    reserve.keep(USUAL_POLICY, 100 * MB);
    reserve.give();
  });
  assert.ok(existsSync(path));
  chmodSync(own, 0o755);
  reserve.keep(USUAL_POLICY, 100 * MB);
  assert.equal(existsSync(path), false);
});

test('OS-39: nor does it where none can be made', (t) => {
  const { own, reserve } = folder(t);
  chmodSync(own, 0o555);
  asNobody(() => reserve.keep(OPTIMISED, 100 * MB));
  chmodSync(own, 0o755);
  assert.deepEqual(readdirSync(own), []);
});

test('OS-40: where a size is chosen for the folder, nothing is kept beside the photos in it', (t) => {
  const { path, reserve } = folder(t);
  const sized: Policy = { ...OPTIMISED, diskBudget: { of: 'folder', bytes: 100 * MB } };
  reserve.keep(sized, 100 * MB);
  assert.equal(existsSync(path), false);
  reserve.keep({ ...OPTIMISED, diskBudget: { of: 'nothing' } }, 100 * MB);
  assert.ok(existsSync(path));
  reserve.keep(sized, 100 * MB);
  assert.equal(existsSync(path), false);
});
