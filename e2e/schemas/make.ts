import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, release, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { canonicalJson } from '@rollcall/protocol';
import { dump } from './dump.ts';
import { Household } from './household.ts';
import { DEVICE, digestsNow, RELEASED, SERVER, type DeviceTold, type Schema, type ServerTold } from './kept.ts';

/**
 * Keeps what the databases of a program look like, with rows in all of their tables that matter: what every later program has to open.
 * Nothing is made where the newest that is kept is of the same schema. With a folder of an earlier program (set up by `npm ci`), of that one.
 */
const program = resolve(process.argv[2] ?? fileURLToPath(new URL('../..', import.meta.url)));
const root = mkdtempSync(join(tmpdir(), 'rollcall-household-'));
try {
  const household = new Household(program, root);
  const told = await household.live();
  const names = [
    [household.url, 'http://127.0.0.1:2280'],
    [root, '/home/ann'],
    [release(), '6.1.0'],
    [hostname(), 'laptop'],
  ] as const;
  const server = join(household.data(), 'rollcall.sqlite');
  const rows = told.feed.map((row) => canonicalJson(row));
  keep(SERVER, server, names, {
    schema: read(server, 'SELECT room AS name, max(step) AS n FROM schema_steps GROUP BY room ORDER BY room'),
    protocol: told.protocol,
    rows: rows.length,
    feed: createHash('sha256').update(rows.join('\n')).digest('hex'),
    library: told.library,
  });
  const device = join(household.home(), 'device.sqlite');
  keep(DEVICE, device, names, {
    schema: read(device, "SELECT 'device' AS name, user_version AS n FROM pragma_user_version"),
    files: told.files,
  });
  if (process.argv[2] === undefined) writeFileSync(RELEASED, `${JSON.stringify(digestsNow(), null, 2)}\n`);
} finally {
  rmSync(root, { recursive: true, force: true });
}

function read(file: string, sql: string): Schema {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database.prepare(sql).all() as unknown as { name: string; n: number }[];
    return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
  } finally {
    database.close();
  }
}

function keep(folder: string, file: string, names: readonly (readonly [string, string])[], told: ServerTold | DeviceTold): void {
  mkdirSync(folder, { recursive: true });
  const kept = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const newest = kept.sort().at(-1);
  if (newest !== undefined) {
    const { schema } = JSON.parse(readFileSync(join(folder, newest), 'utf8')) as { schema: Schema };
    if (JSON.stringify(schema) === JSON.stringify(told.schema)) {
      process.stdout.write(`${newest} is of this schema already.\n`);
      return;
    }
  }
  const name = String(kept.length + 1).padStart(2, '0');
  if (existsSync(join(folder, `${name}.sql`))) throw new Error(`${name}.sql is there already`);
  writeFileSync(join(folder, `${name}.sql`), dump(file, names));
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(told, null, 2)}\n`);
  process.stdout.write(`${join(folder, name)}: ${JSON.stringify(told.schema)}\n`);
}
