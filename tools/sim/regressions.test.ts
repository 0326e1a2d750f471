import './plantable.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { plant, run } = await import('@rollcall/sim');
const { readRegression, regressionNames } = await import('./regressions.ts');

test('SM-14: a plan that found what can be planted breaks a promise with it, and none without', () => {
  let planted = 0;
  for (const name of regressionNames()) {
    const { bug, plan } = readRegression(name);
    if (bug === undefined) continue;
    planted += 1;
    try {
      plant(bug);
      assert.notEqual(run(plan, { story: false }).violation, null, `${name} finds nothing with ${bug}`);
    } finally {
      plant(null);
    }
    assert.equal(run(plan, { story: false }).violation, null, name);
  }
  assert.ok(planted >= 11);
});

test('FS-57: an original that is to give way while an edit from elsewhere is put over it stays, or the edit waits: the photo is there once', () => {
  const { plan } = readRegression('put-over-while-giving-way.json');
  assert.equal(run(plan, { story: false }).violation, null);
});
