import assert from 'node:assert/strict';
import { test } from 'node:test';
import { look, missing, realLibrary, truth } from './shared.ts';

const LIBRARIES = ['Test-Cloud-10.15.6', 'Test-26.1', 'Test-Media-Types-15.7.2', 'Test-Shared-10.15.1', 'ExternalAdjustments-14.4.1'];

test('IC-1: every sum of real libraries is the one that was established for it', { skip: missing }, async (t) => {
  const rows = truth('GROUND-TRUTH.tsv');
  assert.deepEqual([...new Set(rows.map(({ library }) => library))].sort(), [...LIBRARIES].sort());
  for (const name of LIBRARIES) {
    const { examination } = await look(t, realLibrary(name));
    const expected = rows
      .filter(({ library }) => library === name)
      .map(({ metric = '', value }): [string, string | undefined] => [metric, value]);
    assert.ok(expected.length > 50);
    const told = expected.map(([metric]): [string, string] => [metric, String(examination.totals[metric])]);
    assert.deepEqual(Object.fromEntries(told), Object.fromEntries(expected), name);
    assert.deepEqual(told, expected, name);
    assert.deepEqual(examination.reservations, [], name);
  }
});

test('IC-2: every photo of real libraries is told, column by column, as it was established', { skip: missing }, async (t) => {
  const rows = truth('GROUND-TRUTH-ASSETS.tsv');
  assert.equal(rows.length, 69);
  for (const name of LIBRARIES) {
    const { items } = await look(t, realLibrary(name));
    const expected = rows.filter(({ library }) => library === name);
    assert.equal(items.size, expected.length, name);
    for (const { library: _, ...columns } of expected) {
      const item = items.get(columns['uuid'] ?? '') as unknown as Record<string, string | number | null>;
      const told = Object.keys(columns).map((column) => [column, asText(column, item[column])]);
      assert.deepEqual(Object.fromEntries(told), columns, `${name} ${columns['uuid']}`);
    }
  }
});

/** As the table writes it: nothing for what is not known, places with six decimals. */
function asText(column: string, value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  return (column === 'lat' || column === 'lon') && typeof value === 'number' ? value.toFixed(6) : String(value);
}
