import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { applePhotos } from './measures/apple-photos.ts';
import { GALLERIES } from './library/beside.ts';
import { firstSync } from './measures/first-sync.ts';
import { endAll } from './machine/program.ts';
import { idle } from './measures/idle.ts';
import { importing } from './measures/import.ts';
import { library as libraryMeasure } from './measures/library.ts';
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
  'apple-photos': applePhotos,
  'first-sync': firstSync,
  idle,
  import: importing,
  library: libraryMeasure,
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
  --photos N       photographs of the first sync, and of storage (default 1000; quick 60)
  --rounds N       rounds of the first sync (default 3; quick 1)
  --library SIZE   storage: what arrives where there is no room for it (default: the photographs; 10GB, say)
  --budget SIZE    storage: the room that there is (default: a tenth of it)
  --assets N       a library of so many assets for apple-photos, size, views, idle and library; may be repeated (default 10000 and 100000; quick 1000)
  --minutes N      library: of scrolling, before it is looked at what the page holds (default 5; quick 0.1)
  --beside NAME    library: another gallery beside it (${Object.keys(GALLERIES).join(', ')}), which is installed for that from its package
  --only NAME      only this contestant; may be repeated
  --dir DIR        where to work (default: the system's folder for temporary files)
  --json           print one JSON object at the end
`;
/** Bytes that a photograph takes in all, at most: the source, and the two copies of the contestant at work. */
const PER_PHOTO = 16e6;

const { values, positionals } = readArguments();
const quick = values.quick;
const photos = Number(values.photos ?? (quick ? 60 : 1000));
const rounds = Number(values.rounds ?? (quick ? 1 : 3));
const minutes = Number(values.minutes ?? (quick ? 0.1 : 5));
const parent = values.dir ?? tmpdir();
mkdirSync(parent, { recursive: true });
const disk = statfsSync(parent);
const [library, budget] = [bytesOf(values.library), bytesOf(values.budget)];
const need = photos * PER_PHOTO + 2 * (library ?? 0) + (budget ?? 0) + 1e9;
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
  const { assets, only, beside = null } = values;
  tables.push(await measure({ folder, quick, photos, rounds, library, budget, assets: assets.map(Number), minutes, beside, only, say }));
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
        library: { type: 'string' },
        budget: { type: 'string' },
        minutes: { type: 'string' },
        beside: { type: 'string' },
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
    const { minutes: long, beside } = parsed.values;
    if (long !== undefined && !/^\d{1,3}(\.\d+)?$/.test(long)) fail(`${long} is not a number of minutes`);
    if (beside !== undefined && !(beside in GALLERIES)) fail(`no gallery ${beside}`);
    return parsed;
  } catch (error) {
    return fail((error as Error).message);
  }
}

function bytesOf(size: string | undefined): number | null {
  if (size === undefined) return null;
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(MB|GB)$/.exec(size) ?? fail(`${size} is not a size: 500MB, or 10GB`);
  return Number(amount) * (unit === 'GB' ? 1e9 : 1e6);
}

function fail(words: string): never {
  process.stderr.write(`${words}\n\n${HELP}`);
  process.exit(2);
}
