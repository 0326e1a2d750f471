import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildWeb } from './build-web.ts';
import { CLOUD, DEMO, DEVICES, keepHousehold, openHousehold, SPARE, type Household } from './demo/household.ts';
import { lastLines, runProgram, startProgram, stopPrograms, type Program } from './demo/programs.ts';
import { ROOT } from './house.ts';

/** Photographs before the first look, and in all. */
const FIRST = 8;
const ALL = 40;
/** These are painted for the person to drop. */
const SPARE_NUMBERS = [1000, 1006] as const;

const NODE = join(ROOT, 'bin', 'node');
const ROLLCALL = join(ROOT, 'bin', 'rollcall');
const MAKE = join(ROOT, 'e2e', 'demo', 'make.ts');

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const running: Program[] = [];
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

try {
  process.exitCode = await demonstrate(process.argv.includes('--fresh'));
} catch (error) {
  if (!stop.signal.aborted) say(error instanceof Error ? error.message : String(error));
  process.exitCode = stop.signal.aborted ? 0 : 1;
} finally {
  await stopPrograms(running);
}

async function demonstrate(fresh: boolean): Promise<number> {
  let household = await openHousehold(fresh);
  say(
    household.settled
      ? 'Going on with what is in demo/ (npm run demo -- --fresh begins anew).'
      : 'Building the page, and painting the first photographs …',
  );
  const [built] = await Promise.all([buildWeb(), paintFirst(household)]);
  if (!built.ok) throw new Error(`The web app could not be built:\n${built.output}`);
  if (!household.settled) household = keepHousehold({ ...household, painted: FIRST });
  const address = await startCloud(household);
  if (!household.settled) household = await settle(household, address);
  for (const { name, home } of DEVICES) start(startProgram(name, ROLLCALL, ['sync', '--home', home]));
  explain(household, address);
  if (household.painted < ALL) paintOn(household);
  const broken = await Promise.race([...running.map(async (program) => (await program.ended, program)), aborted()]);
  if (!broken) {
    say('\nStopping …');
    return 0;
  }
  say(`\n${broken.name} has stopped by itself; its log (${relative(ROOT, broken.log)}) ends:\n${lastLines(broken)}`);
  return 1;
}

function start(program: Program): void {
  running.push(program);
}

/** Two painters, as most machines have two cores. */
async function paintFirst({ settled }: Household): Promise<void> {
  if (settled) return;
  const folders = DEVICES.map(({ folder }) => folder);
  const half = FIRST / 2;
  await Promise.all([paint('painter-1', 0, half, folders), paint('painter-2', half, FIRST, folders)]);
}

function paint(name: string, from: number, to: number, folders: readonly string[]): Promise<void> {
  return runProgram(name, NODE, [MAKE, 'small', String(from), String(to), ...folders]);
}

/** The others come while one watches. */
function paintOn(household: Household): void {
  let { painted } = household;
  const args = [MAKE, 'small', String(painted), String(ALL), ...DEVICES.map(({ folder }) => folder)];
  const line = (): void => void keepHousehold({ ...household, painted: (painted += 1) });
  const painter = startProgram('painter', NODE, args, { line, humble: true });
  stop.signal.addEventListener('abort', () => painter.stop('SIGTERM'));
}

async function startCloud({ port }: Household): Promise<string> {
  return new Promise((resolve, reject) => {
    const line = (text: string): void => {
      const url = /^Rollcall is ready: (\S+)/.exec(text)?.[1];
      if (url) resolve(url);
    };
    const cloud = startProgram('cloud', ROLLCALL, ['serve', '--data', CLOUD, '--port', String(port)], { line });
    start(cloud);
    void cloud.ended.then(() => reject(new Error(`The cloud did not start:\n${lastLines(cloud)}`)));
  });
}

/** The first run: the owner's account, and two folders that become devices. */
async function settle(household: Household, address: string): Promise<Household> {
  const { email, password } = household;
  const input = `${password}\n`;
  const token = readSetupToken();
  const owner = ['--email', email, '--password-stdin'];
  // Without a token the account was made by a run that was stopped before it came to its end.
  if (token)
    await runProgram('account', ROLLCALL, ['account', 'create', '--server', address, '--name', 'Demo', '--setup-token', token, ...owner], {
      input,
    });
  for (const { name, folder, home } of DEVICES) {
    await runProgram('unlink', ROLLCALL, ['unlink', '--home', home]).catch(() => undefined);
    await runProgram(
      'link',
      ROLLCALL,
      ['link', '--home', home, '--server', address, '--folder', folder, '--name', name, ...owner, '--yes'],
      { input },
    );
  }
  await Promise.all(SPARE_NUMBERS.map((number, i) => paint(`painter-${i + 1}`, number, number + 1, [SPARE])));
  return keepHousehold({ ...household, settled: true });
}

function readSetupToken(): string | null {
  try {
    return readFileSync(join(CLOUD, 'setup-token'), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function explain({ email, password, painted }: Household, address: string): void {
  const [laptop, desktop] = DEVICES;
  const path = (folder: string | undefined): string => relative(ROOT, folder ?? DEMO);
  say(`
  Open      ${address}
  Sign in   ${email}
  Password  ${password}

  Two folders are devices of this account: ${path(laptop?.folder)} and ${path(desktop?.folder)}.
  Drop a photo into one of them, and watch it appear in the browser and in the other. There are some in "${path(SPARE)}":

    cp "${path(SPARE)}"/* ${path(laptop?.folder)}/

  Delete one, restore it in the browser, rename one, or ask:

    npx rollcall status --home ${path(laptop?.home)}
${painted < ALL ? `\n  More photographs are being painted meanwhile, up to ${ALL}.\n` : ''}
  Ctrl-C stops everything; what is there stays in ${path(DEMO)}.
`);
}

function aborted(): Promise<null> {
  return new Promise((resolve) => {
    if (stop.signal.aborted) resolve(null);
    stop.signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
