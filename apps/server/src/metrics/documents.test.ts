import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openFigures } from './figures.ts';
import { openMetrics } from './metrics.ts';
import { watchLoopDelay } from './loop-delay.ts';
import { KeptFolder } from '../testing/kept.ts';
import { noteBackedUp } from '../backed-up.ts';

const DOCS = new URL('../../../../docs/', import.meta.url);

interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets?: readonly { readonly expr: string }[] }[];
}

/** Every name that can be asked for: each figure has a sample. */
async function names(kept: KeptFolder, close: (work: () => void) => void): Promise<ReadonlySet<string>> {
  const { database, write } = kept;
  const figures = openFigures();
  figures.answered({ route: '/', method: 'GET', status: '200', seconds: 1 });
  figures.moved('/', 1, 1);
  figures.refused('internal');
  figures.slow('/');
  figures.made('pictures', 'done', 1);
  figures.fed('d', 0);
  const library = await kept.library();
  const counts = { moving: 0, waiting: 1, held: 0, failing: 0, needsYou: 0 };
  const roll = JSON.stringify({ counts, incoming: 0, reasons: [{ code: 'file-changing', class: 'waiting', primary: 1 }] });
  await write(() => {
    database
      .prepare(
        "INSERT INTO devices (id, account_id, library_id, name, kind, platform, version, created_at) VALUES ('d', 'a', ?, 'x', 'folder', 'p', '1', 0)",
      )
      .run(library);
    database.prepare("INSERT INTO rolls (device_id, json, reported_at) VALUES ('d', ?, 1)").run(roll);
    database.exec('INSERT INTO scrub (one, begun, ended) VALUES (1, 1, 1)');
  });
  await noteBackedUp(kept.data, { at: 1, lacking: 0 });
  const delay = watchLoopDelay();
  close(() => delay.close());
  const text = await openMetrics({
    dataDir: kept.data,
    version: '1',
    database,
    figures,
    delay,
    now: Date.now,
    disk: async () => ({ total: 1, free: 1, keepFree: 0, room: 1, state: 'fine' }),
    streams: () => [],
    views: () => ({ films: 0 }),
    settle: () => undefined,
  }).text();
  return new Set(text.split('\n').flatMap((line) => /^([a-z_]+)[{ ]/.exec(line)?.[1] ?? []));
}

const asked = (text: string): string[] => text.match(/\b(?:rollcall|process)_[a-z_]+/g) ?? [];

test('OB-11: the dashboard, the alerts and their document ask for figures that there are, and the document tells of each', async (t) => {
  const kept = await KeptFolder.open(t);
  const known = await names(kept, (work) => t.after(work));
  const dashboard = JSON.parse(readFileSync(new URL('metrics/grafana-dashboard.json', DOCS), 'utf8')) as Dashboard;
  const queries = dashboard.panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ title, expr })));
  assert.ok(queries.length > 25);
  for (const { title, expr } of queries) {
    assert.ok(asked(expr).length > 0, title);
    for (const name of asked(expr)) assert.ok(known.has(name), `${title}: ${name}`);
  }
  const alerts = readFileSync(new URL('metrics/alerts.yml', DOCS), 'utf8').match(/^ +expr: .*$/gm) ?? [];
  assert.ok(alerts.length >= 8);
  for (const expr of alerts) for (const name of asked(expr)) assert.ok(known.has(name), name);
  const document = readFileSync(new URL('metrics.md', DOCS), 'utf8');
  const families = [...known].map((name) => name.replace(/_(bucket|sum|count)$/, ''));
  const told = new Set(asked(document));
  for (const name of families) assert.ok(told.has(name), `docs/metrics.md does not tell of ${name}`);
  for (const name of told) assert.ok(families.includes(name), `docs/metrics.md tells of ${name}`);
});
