import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWeb } from './build-web.ts';
import { ROOT, typeScriptProjects } from './house.ts';
import { programOf, run } from './run.ts';
import {
  CADDY,
  CHROMIUM,
  DEBOOTSTRAP,
  ensurePrograms,
  FFMPEG,
  FILE_SYSTEMS,
  MESSAGE_BUS,
  NETWORKS,
  OTHER_BROWSERS,
  STRACE,
  SYSTEMD,
  WEBDAV_CLIENTS,
  type SystemProgram,
} from './system-programs.ts';
import { checkedTogether, writeAsOne } from './types.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Which tests failed, where and why. */
  readonly failures: readonly string[];
  /** Which failed beside others and passed when their file ran again alone, and how they had failed. */
  readonly unsteady: readonly string[];
}
export interface Phase {
  readonly name: string;
  readonly about: string;
  readonly run: () => Promise<Tally>;
}

const MINUTE = 60_000;
/** What was compiled, each test file and all that it loads, is kept there; `bin/rollcall` keeps what it compiles there as well. */
const COMPILED = join(ROOT, 'node_modules', '.cache', 'rollcall');
/** Rooms whose tests are mostly done sooner than a process has started, and change nothing of the process: many of them share one. */
const TOGETHER = ['packages/core/', 'packages/protocol/', 'packages/importers/', 'packages/transfer/', 'apps/agent/', 'apps/web/'];
/** Files that take a minute or more, the longest first, as was seen: they begin before all others, so that at the end none runs alone. */
const LONG = [
  'packages/sim/src/run/evictions.test.ts',
  'e2e/media/live-photos.test.ts',
  'e2e/sync/policies.test.ts',
  'e2e/statuses/internet.test.ts',
  'e2e/sync/returning.test.ts',
  'e2e/sync/main-job.test.ts',
  'e2e/sync/trouble.test.ts',
  'e2e/storage/optimised.test.ts',
  'e2e/sync/pairs.test.ts',
  'e2e/package/package.test.ts',
  'e2e/sync/restored-server.test.ts',
  'e2e/sync/keep-and-undo.test.ts',
  'e2e/sync/held.test.ts',
  'e2e/media/stand-ins.test.ts',
  'e2e/folders/moves.test.ts',
  'e2e/folders/permissions.test.ts',
  'e2e/folders/disks.test.ts',
];
/** How many files share a process. */
const SHARE = 12;
/** So many files of real processes, or of a real browser, may have failed beside others and pass alone (docs/decisions/0089). */
const AGAIN = 2;
const one = (ok: boolean): Tally => ({ ...NOTHING, passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
const sum = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
  unsteady: [...a.unsteady, ...b.unsteady],
});
export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, failures: [], unsteady: [] };
export const add = (tallies: readonly Tally[]): Tally => tallies.reduce(sum, NOTHING);

export const PHASES: readonly Phase[] = [
  { name: 'types', about: 'every room compiles', run: checkTypes },
  { name: 'lint', about: 'oxlint, with types', run: () => tool('oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'format', about: 'oxfmt would change nothing', run: () => tool('oxfmt', ['--check']) },
  { name: 'dependencies', about: 'arrows go down only', run: () => script('tools/check-dependencies.ts') },
  { name: 'unused', about: 'no code or dependency that nothing uses', run: () => tool('knip', ['--no-progress', '--no-config-hints']) },
  {
    name: 'unit',
    about: 'rules and contracts, room by room',
    run: () =>
      tests(['{packages,apps}/*/{src,test}/**/*.test.ts', '{bin,tools,bench}/**/*.test.ts'], {
        programs: [FFMPEG],
        // A test that has no bus, or no systemd, says so.
        wished: [...MESSAGE_BUS, SYSTEMD],
        each: 4 * MINUTE,
        all: 15 * MINUTE,
        // Some of them wait.
        atOnce: 4,
        together: TOGETHER,
      }),
  },
  { name: 'sim', about: 'whole systems simulated: what was found before, half a minute of seeds, planted bugs', run: simulate },
  {
    name: 'e2e',
    about: 'real processes, whole journeys',
    run: () =>
      tests(['e2e/**/*.test.ts'], {
        but: ['e2e/browser/', 'e2e/torture/'],
        programs: [FFMPEG],
        // Before two test files that run at once both miss them. A test that cannot mount a disk, or make a network, says so.
        wished: [...FILE_SYSTEMS, ...MESSAGE_BUS, ...NETWORKS, STRACE, ...WEBDAV_CLIENTS, DEBOOTSTRAP, CADDY],
        each: 8 * MINUTE,
        all: 25 * MINUTE,
        // They wait more than they work: each keeps less than a third of a core busy. More would leave nothing to the pictures, which are made
        // with what nobody else wants.
        atOnce: 6,
        again: AGAIN,
      }),
  },
  {
    name: 'torture',
    about: 'real crashes, full disks and a bad network, under traffic',
    run: () => tests(['e2e/torture/**/*.test.ts'], { programs: [], wished: FILE_SYSTEMS, each: 8 * MINUTE, all: 10 * MINUTE, atOnce: 1 }),
  },
  {
    name: 'browser',
    about: 'the page in a real browser',
    // Each keeps two thirds of a core busy.
    run: () =>
      tests(['e2e/browser/**/*.test.ts'], {
        programs: [CHROMIUM],
        wished: OTHER_BROWSERS,
        each: 5 * MINUTE,
        all: 15 * MINUTE,
        atOnce: 3,
        again: AGAIN,
        page: true,
      }),
  },
];

async function checkTypes(): Promise<Tally> {
  const left = checkedTogether(ROOT, typeScriptProjects(ROOT)).toSorted((a, b) => b.length - a.length);
  const tallies: Tally[] = [];
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) tallies.push(await checkTypesOf(next));
  };
  // Two at once: each uses one core.
  await Promise.all([lane(), lane()]);
  return add(tallies);
}

async function checkTypesOf(projects: readonly string[]): Promise<Tally> {
  const [first = ''] = projects;
  const one = projects.length === 1 ? first : join(COMPILED, 'types', first.replaceAll('/', '-'));
  if (projects.length > 1) writeAsOne(ROOT, projects, one);
  const ended = await run(process.execPath, [programOf('typescript', 'tsc'), '-p', one, '--noEmit'], { keep: true });
  // A room may have no tests yet; that is for its owner to see, not a type error.
  const empty = one === 'tsconfig.tests.json' && ended.output.includes('TS18003');
  const ok = ended.code === 0 || empty;
  if (!ok) process.stdout.write(`${projects.join(', ')}\n${ended.output}`);
  return ok ? { ...NOTHING, passed: projects.length } : { ...NOTHING, failed: projects.length };
}

async function tool(name: string, args: readonly string[]): Promise<Tally> {
  const ended = await run(process.execPath, [programOf(name), ...args], { keep: true, limit: 5 * MINUTE });
  if (ended.code !== 0) process.stdout.write(ended.output);
  return one(ended.code === 0);
}

async function script(path: string): Promise<Tally> {
  return one((await run(process.execPath, [path])).code === 0);
}

/**
 * What the simulator ever found, half a minute of seeds, and whether it still catches each bug that is planted. The seeds are always the
 * same, so that a run says something of the code and not of luck; new ones are for `npm run sim` and `npm run sim:long`.
 */
async function simulate(): Promise<Tally> {
  // Side by side: each uses one core.
  const ended = await Promise.all([
    run(process.execPath, [join(ROOT, 'tools', 'sim', 'sim.ts'), '--seconds', '30', '--seed', '1'], { limit: 3 * MINUTE }),
    ...['1/2', '2/2'].map((part) =>
      run(process.execPath, [join(ROOT, 'tools', 'sim', 'mutants.ts'), '--part', part], { limit: 5 * MINUTE }),
    ),
  ]);
  return add(ended.map(({ code }) => one(code === 0)));
}

interface TestOptions {
  readonly programs: readonly SystemProgram[];
  /** Installed where that can be done; the tests that need them say so when they are missing. */
  readonly wished?: readonly SystemProgram[];
  /** Paths that begin so belong to another phase. */
  readonly but?: readonly string[];
  /** Milliseconds for one test, and for all together. */
  readonly each: number;
  readonly all: number;
  readonly atOnce: number;
  /** Of paths that begin so, many files share a process. */
  readonly together?: readonly string[];
  /** Where no more files than this failed, each runs once more, alone; if it passes, that is told and is no failure. */
  readonly again?: number;
  /** They look at the built page. */
  readonly page?: boolean;
}

async function tests(patterns: readonly string[], options: TestOptions): Promise<Tally> {
  const { but = [] } = options;
  const files = globSync([...patterns], { cwd: ROOT, exclude: (path) => path.includes('node_modules') })
    .filter((path) => !but.some((other) => path.startsWith(other)))
    // What is long to read takes long, mostly; what is known to take long comes before that.
    .map((path) => ({ path, bytes: statSync(join(ROOT, path)).size }))
    .sort((a, b) => b.bytes - a.bytes)
    .sort((a, b) => place(a.path) - place(b.path))
    .map(({ path }) => path);
  if (files.length === 0) {
    process.stdout.write(`No test files in ${patterns.join(' ')}\n`);
    return one(false);
  }
  const programs = await ensurePrograms(options.programs);
  if (options.wished) await ensurePrograms(options.wished);
  const built = options.page ? await buildWeb() : { ok: true, output: '' };
  if (!built.ok) process.stdout.write(`The web app does not build:\n${built.output}`);
  const tally = await nodeTest(files, options);
  return add([tally, ...(programs && built.ok ? [] : [one(false)])]);
}

function place(path: string): number {
  const at = LONG.indexOf(path);
  return at === -1 ? LONG.length : at;
}

async function nodeTest(files: readonly string[], options: TestOptions): Promise<Tally> {
  const told = await runFiles(files, options);
  const { again = 0 } = options;
  const { failedFiles } = told;
  if (told.failed === 0 || failedFiles.length === 0 || failedFiles.length > again) return told;
  process.stdout.write(`\nOnce more, each alone: ${failedFiles.join(', ')}\n`);
  const { failed, failures } = await runFiles(failedFiles, { ...options, atOnce: 1 });
  if (failed > 0) return { ...told, failures: [...told.failures, ...failures.map((words) => `again, alone: ${words}`)] };
  return { ...told, passed: told.passed + told.failed, failed: 0, failures: [], unsteady: told.failures };
}

interface RunTally extends Tally {
  /** None where the run itself came to no end. */
  readonly failedFiles: readonly string[];
}

async function runFiles(files: readonly string[], { each, all, atOnce, together = [] }: TestOptions): Promise<RunTally> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-tests-'));
  const counts = join(folder, 'counts.json');
  try {
    const how = ['--each', String(each), '--at-once', String(atOnce), '--counts', counts];
    const ended = await run(process.execPath, [join(ROOT, 'tools', 'run-tests.ts'), ...how, ...shared(files, together, folder)], {
      limit: all,
      env: { NODE_COMPILE_CACHE: COMPILED },
    });
    if (ended.timedOut) process.stdout.write(`Ended after ${all / MINUTE} minutes, which is this phase's limit.\n`);
    const told = readTally(counts);
    // A run that fails without a failed test (it crashed, or was ended) is a failure all the same.
    return ended.code === 0 || told.failed > 0 ? told : { ...add([told, one(false)]), failedFiles: [] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same files, those that share a process behind one that imports them, in `folder`. */
function shared(files: readonly string[], together: readonly string[], folder: string): string[] {
  const apart = files.filter((path) => !together.some((room) => path.startsWith(room)));
  const some = files.filter((path) => !apart.includes(path));
  const made: string[] = [];
  for (let at = 0; at < some.length; at += SHARE) {
    const path = join(folder, `together-${at}.test.mjs`);
    writeFileSync(
      path,
      some
        .slice(at, at + SHARE)
        .map((each) => `import ${JSON.stringify(pathToFileURL(join(ROOT, each)).href)};\n`)
        .join(''),
    );
    made.push(path);
  }
  return [...made, ...apart];
}

function readTally(path: string): RunTally {
  try {
    return { ...NOTHING, ...(JSON.parse(readFileSync(path, 'utf8')) as Omit<RunTally, 'unsteady'>) };
  } catch {
    return { ...NOTHING, failedFiles: [] };
  }
}
