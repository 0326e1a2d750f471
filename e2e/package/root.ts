import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ended } from '../support/program.ts';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** Longer than any step here may take. Milliseconds. */
const PATIENCE = 400_000;

/** What lies in a root beside what it was made of: a folder of this machine, which nothing can change from inside. */
export interface Borrowed {
  readonly from: string;
  readonly at: string;
}
export interface As {
  readonly user?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/**
 * A machine without a network, as far as a program can tell: another root, and its own mounts, processes and loopback. What is written
 * there lies apart from what it was made of.
 */
export class Root {
  readonly #holder: ChildProcess;
  readonly #inside: string;
  readonly #at: string;

  private constructor(holder: ChildProcess, inside: string, at: string) {
    this.#holder = holder;
    this.#inside = inside;
    this.#at = at;
  }

  /** @param over where it is kept; @param base what it is made of */
  static async open(over: string, base: string, borrowed: readonly Borrowed[] = []): Promise<Root> {
    const at = join(over, 'root');
    const lines = ['set -e', ...mountOver(base, over, at), 'ip link set lo up'];
    for (const [n, { from, at: place }] of borrowed.entries()) lines.push(...mountOver(from, join(over, `borrowed-${n}`), `${at}${place}`));
    lines.push(
      `mkdir -p '${at}/proc' '${at}/dev'`,
      `mount -t proc proc '${at}/proc'`,
      `mount --rbind /dev '${at}/dev'`,
      'echo ready',
      'exec sleep infinity',
    );
    const how = ['--net', '--pid', '--mount', '--fork', '--kill-child'];
    const holder = spawn('unshare', [...how, 'sh', '-c', lines.join('\n')], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    holder.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [first] = (await Promise.race([once(holder.stdout, 'data'), once(holder, 'close')])) as [unknown];
    if (!String(first).includes('ready')) throw new Error(`no root could be made: ${said}`);
    const inside = readFileSync(`/proc/${holder.pid}/task/${holder.pid}/children`, 'utf8').trim();
    return new Root(holder, inside, at);
  }

  /** Begins a program there; its words come by the streams. */
  start(command: readonly string[], { user = '0:0', cwd = '/', env = {} }: As = {}): ChildProcess {
    const where = ['--target', this.#inside, '--net', '--pid', '--mount', '--'];
    // A shell of the root itself goes to the folder: the program that changes roots may be too old to.
    const there = ['/bin/sh', '-c', 'cd "$0" && exec "$@"', cwd, ...command];
    return spawn('nsenter', [...where, 'chroot', `--userspec=${user}`, '--groups=', this.#at, ...there], { env: { PATH, ...env } });
  }

  async run(command: readonly string[], as: As = {}): Promise<Ended> {
    const child = this.start(command, as);
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.stdin?.on('error', () => undefined).end(as.input ?? '');
    const timer = setTimeout(() => {
      err += `\n(killed after ${PATIENCE / 1000} s)`;
      child.kill('SIGKILL');
    }, PATIENCE);
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(timer);
    return { code, out, err };
  }

  /** What it says; it must go well. */
  async ok(command: readonly string[], as: As = {}): Promise<string> {
    const { code, out, err } = await this.run(command, as);
    assert.equal(code, 0, `${command.join(' ')}: ${out}${err}`);
    return out;
  }

  /** From now on nothing can be written in it but in these folders, whose rights and owners stay as they are. */
  async closeBut(open: readonly string[]): Promise<void> {
    const lines = open.map((path) => `mount --bind '${this.#at}${path}' '${this.#at}${path}'`);
    lines.push(`mount -o remount,bind,ro '${this.#at}'`);
    const child = spawn('nsenter', ['--target', this.#inside, '--mount', '--', 'sh', '-ec', lines.join('\n')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = (await once(child, 'close')) as [number | null];
    assert.equal(code, 0, 'it was not closed');
  }

  /** Everything in it ends, and its mounts go. */
  async end(): Promise<void> {
    if (this.#holder.exitCode !== null || this.#holder.signalCode !== null) return;
    this.#holder.kill('SIGKILL');
    await once(this.#holder, 'close');
  }
}

function mountOver(base: string, over: string, at: string): readonly string[] {
  const [upper, work] = [join(over, 'written'), join(over, 'work')];
  for (const folder of [upper, work]) mkdirSync(folder, { recursive: true });
  return [`mkdir -p '${at}'`, `mount -t overlay overlay -o 'lowerdir=${base},upperdir=${upper},workdir=${work}' '${at}'`];
}
