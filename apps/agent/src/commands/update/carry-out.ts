import { existsSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Checkout, Upstream } from './place.ts';
import { itsWords, ran, type Ran } from './ran.ts';
import { control, type Service } from './running.ts';

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly words: string };

interface Update {
  readonly checkout: Checkout & { readonly upstream: Upstream };
  readonly services: readonly Service[];
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** In the folder of the program, for as long as an update is under way. */
const WORK = '.update';
/** What is installed or built, and goes with the sources it was made of. */
const MADE = ['{.,*,*/*}/node_modules', 'apps/web/dist'];

/**
 * Sets the new version up beside this one, tries whether it starts, and only then puts it in place of this one, while the services are
 * stopped. Whatever fails, the folder is as it was.
 */
export async function carryOut(update: Update): Promise<Outcome> {
  const { root } = update.checkout;
  try {
    await clear(root);
    const failed = await prepare(update);
    if (failed !== null)
      return { ok: false, words: `${failed}\nNothing was changed: ${root} is at ${short(update.checkout.commit)} as before.` };
    return await putInPlace(update);
  } finally {
    await clear(root);
  }
}

/** Null: the new version stands ready in `.update/next`. */
async function prepare({ checkout: { root, upstream }, say, signal }: Update): Promise<string | null> {
  const next = join(root, WORK, 'next');
  const step = async (words: string, program: string, args: readonly string[], cwd = next): Promise<string | null> => {
    say(`${words}: ${[program, ...args].join(' ')}`);
    return failure(words, await ran(program, args, cwd, signal));
  };
  mkdirSync(join(root, WORK), { recursive: true });
  const steps: (() => Promise<string | null>)[] = [
    () => step('Taking the new version', 'git', ['worktree', 'add', '--detach', '--quiet', next, upstream.commit], root),
    () => step('Installing what it needs, beside what is here', 'npm', ['ci', '--no-audit', '--no-fund']),
    async () => (existsSync(join(root, 'apps/web/dist')) ? step('Building its page', 'npm', ['run', 'build', '--if-present']) : null),
    async () => (existsSync(join(next, 'bin/rollcall')) ? step('Trying it', join(next, 'bin/rollcall'), ['--version']) : null),
  ];
  for (const each of steps) {
    const failed = await each();
    if (failed !== null) return failed;
  }
  return null;
}

async function putInPlace({ checkout, services, say }: Update): Promise<Outcome> {
  const { root, commit, upstream } = checkout;
  const stopped: Service[] = [];
  let failed: string | null = null;
  for (const service of services) {
    say(`Stopping ${service.unit}`);
    const refused = await control(service, 'stop');
    if (refused === null) stopped.push(service);
    failed ??= refused === null ? null : `${service.unit} could not be stopped: ${refused}`;
  }
  if (failed === null) {
    say(`Going from ${short(commit)} to ${short(upstream.commit)}`);
    failed = failure('Taking over the sources', await ran('git', ['merge', '--ff-only', '--quiet', upstream.commit], root));
    if (failed === null) {
      failed = exchange(root);
      if (failed !== null) await ran('git', ['reset', '--keep', commit], root);
    }
  }
  const silent: string[] = [];
  for (const service of stopped) {
    say(`Starting ${service.unit}`);
    const refused = await control(service, 'start');
    if (refused !== null) silent.push(`${service.unit} did not start again: ${refused}`);
  }
  const words = [...(failed === null ? [] : [`${failed}\n${root} is at ${short(commit)} as before.`]), ...silent].join('\n');
  return words === '' ? { ok: true } : { ok: false, words };
}

/** Puts what was installed for the new version in place of what is here; null: all of it, else nothing. */
function exchange(root: string): string | null {
  const [next, before] = [join(root, WORK, 'next'), join(root, WORK, 'before')];
  const done: (() => void)[] = [];
  const move = (from: string, to: string): void => {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    done.push(() => renameSync(to, from));
  };
  try {
    for (const path of madeIn(root))
      if (path !== 'apps/web/dist' || existsSync(join(next, path))) move(join(root, path), join(before, path));
    for (const path of madeIn(next)) move(join(next, path), join(root, path));
    return null;
  } catch (error) {
    for (const back of done.toReversed()) back();
    return `What was installed could not be put in place: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const madeIn = (folder: string): string[] =>
  globSync(MADE, { cwd: folder, exclude: (path) => path.includes(`node_modules/`) }).map((path) => join(path));

async function clear(root: string): Promise<void> {
  if (!existsSync(join(root, WORK))) return;
  rmSync(join(root, WORK), { recursive: true, force: true });
  await ran('git', ['worktree', 'prune'], root);
}

function failure(words: string, done: Ran): string | null {
  return done.code === 0 ? null : `${words} failed:\n${itsWords(done)}`;
}

export const short = (commit: string): string => commit.slice(0, 10);
