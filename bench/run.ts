import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { firstSync } from './measures/first-sync.ts';
import { endAll } from './machine/program.ts';
import { idle } from './measures/idle.ts';
import type { Measure } from './measures/measure.ts';
import { network } from './measures/network.ts';
import { pictures } from './measures/pictures.ts';
import { propagation } from './measures/propagation.ts';
import { reason } from './measures/reason.ts';
import { rescan } from './measures/rescan.ts';
import { rest } from './measures/rest.ts';
import { resume } from './measures/resume.ts';
import { size } from './measures/size.ts';
import { storage } from './measures/storage.ts';
import { views } from './measures/views.ts';
import { tableText, type Table } from './table.ts';

const MEASURES: Readonly<Record<string, Measure>> = {
  'first-sync': firstSync,
  idle,
  network,
  pictures,
  propagation,
  reason,
  rescan,
  rest,
  resume,
  size,
  storage,
  views,
};
const HELP = `npm run bench -- [MEASURE…] [options]

Measures: ${Object.keys(MEASURES).join(', ')} (default: all)
  --quick          few and small: does it run at all?
  --photos N       photographs of the first sync (default 1000; quick 60)
  --rounds N       rounds of the first sync (default 3; quick 1)
  --assets N       a library of so many assets for size, views and idle; may be repeated (default 10000 and 100000; quick 1000)
  --only NAME      only this contestant; may be repeated
  --dir DIR        where to work (default: the system's folder for temporary files)
  --json           print one JSON object at the end
`;
/** Bytes that a photograph takes in all: the source, and the two copies of the contestant at work. */
const PER_PHOTO = 12e6;

const { values, positionals } = readArguments();
const quick = values.quick;
const photos = Number(values.photos ?? (quick ? 60 : 1000));
const rounds = Number(values.rounds ?? (quick ? 1 : 3));
const parent = values.dir ?? tmpdir();
mkdirSync(parent, { recursive: true });
const disk = statfsSync(parent);
const need = photos * PER_PHOTO + 1e9;
if (disk.bavail * disk.bsize < need)
  fail(`${parent} has too little room: about ${(need / 1e9).toFixed(0)} GB are needed. Choose another place with --dir.`);

const root = mkdtempSync(join(parent, 'rollcall-bench-'));
const tables: Table[] = [];
const say = (text: string): void => void process.stderr.write(`${text}\n`);
// However it ends, nothing stays behind.
process.once('exit', () => {
  endAll();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

for (const name of positionals.length > 0 ? positionals : Object.keys(MEASURES)) {
  const measure = MEASURES[name];
  if (!measure) throw new Error(`no measure ${name}`);
  const folder = join(root, name);
  mkdirSync(folder);
  say(`── ${name}`);
  tables.push(await measure({ folder, quick, photos, rounds, assets: values.assets.map(Number), only: values.only, say }));
  rmSync(folder, { recursive: true, force: true });
  if (!values.json) process.stdout.write(`\n${tableText(tables.at(-1) as Table)}`);
}
const machine = { cores: cpus().length, processor: cpus()[0]?.model ?? '', node: process.version };
if (values.json) process.stdout.write(`${JSON.stringify({ machine, tables }, null, 2)}\n`);

function readArguments() {
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        photos: { type: 'string' },
        rounds: { type: 'string' },
        assets: { type: 'string', multiple: true, default: [] },
        only: { type: 'string', multiple: true, default: [] },
        dir: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (parsed.values.help) {
      process.stdout.write(HELP);
      process.exit(0);
    }
    const unknown = parsed.positionals.find((name) => !(name in MEASURES));
    if (unknown !== undefined) fail(`no measure ${unknown}`);
    for (const count of [parsed.values.photos, parsed.values.rounds, ...parsed.values.assets])
      if (count !== undefined && !/^[1-9]\d{0,6}$/.test(count)) fail(`${count} is not a number of photographs, assets or rounds`);
    return parsed;
  } catch (error) {
    return fail((error as Error).message);
  }
}

function fail(words: string): never {
  process.stderr.write(`${words}\n\n${HELP}`);
  process.exit(2);
}
