import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const SIDE = /^\s*(?:(?:margin|padding|border)-(?:left|right)|left|right)\s*:|text-align:\s*(?:left|right)/;
/** What is put in the middle stands half its own width before it; and the viewer's arrows point where their keys do. */
const MAY = /left: 50%|\.viewer-arrow/;

test('WE-53: no style names a side of the screen: where one writes from right to left, begin and end change places', () => {
  const found = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => {
      const rules = readFileSync(`${import.meta.dirname}/${name}`, 'utf8').split('}');
      return rules.filter((rule) => rule.split('\n').some((line) => SIDE.test(line)) && !MAY.test(rule)).map((rule) => `${name}:${rule}`);
    });
  assert.deepEqual(found, []);
});
