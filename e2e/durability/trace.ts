import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ensurePrograms, STRACE } from '../../tools/system-programs.ts';

/** One call of the system, as strace wrote it down. Lines count time: a call that ended on an earlier line than another began was over before it. */
export interface Call {
  readonly name: string;
  /** Its arguments as text; file descriptors with their paths. */
  readonly text: string;
  readonly began: number;
  readonly ended: number;
  readonly ok: boolean;
}

const CALLS = 'fsync,fdatasync,link,linkat,rename,renameat,renameat2,mkdir,mkdirat,unlink,unlinkat,write,writev,pwrite64,sendto,sendmsg';
/** Of what is written; a page of a database and its head. */
const TEXT = 4200;

/** The beginning of a command line that runs the rest of it under strace, following what it starts. */
export function traced(file: string): readonly [program: string, ...args: string[]] {
  return ['strace', '-f', '-y', '-qq', '-s', String(TEXT), '-e', `trace=${CALLS}`, '-e', 'signal=none', '-o', file];
}

/** Why nothing can be traced on this machine; false: it can. Says so on the way, so that a skipped test is never silent. */
export async function cannotTrace(): Promise<string | false> {
  const why = await tryToTrace();
  if (why !== false) process.stdout.write(`Skipped, for no program can be traced here: ${why}\n`);
  return why;
}

async function tryToTrace(): Promise<string | false> {
  if (process.platform !== 'linux') return 'strace is for Linux';
  if (!(await ensurePrograms([STRACE]))) return 'strace is missing';
  const ended = spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], { encoding: 'utf8' });
  return ended.status === 0 ? false : (ended.stderr.trim().split('\n')[0] ?? 'strace failed');
}

export function readCalls(file: string): Call[] {
  const calls: Call[] = [];
  const unfinished = new Map<string, { readonly name: string; readonly text: string; readonly began: number }>();
  for (const [at, line] of readFileSync(file, 'latin1').split('\n').entries()) {
    const resumed = /^(\d+) +<\.\.\. (\w+) resumed>(.*)$/.exec(line);
    if (resumed) {
      const [, thread = '', , rest = ''] = resumed;
      const begun = unfinished.get(thread);
      unfinished.delete(thread);
      if (begun) calls.push({ ...begun, text: begun.text + rest, ended: at, ok: succeeded(rest) });
      continue;
    }
    const [, thread = '', name = '', text = ''] = /^(\d+) +(\w+)\((.*)$/.exec(line) ?? [];
    if (name === '') continue;
    if (text.endsWith('<unfinished ...>')) unfinished.set(thread, { name, text, began: at });
    else calls.push({ name, text, began: at, ended: at, ok: succeeded(text) });
  }
  return calls.sort((a, b) => a.began - b.began);
}

const succeeded = (text: string): boolean => /\) += \d+(<.*>)?$/.test(text);

/** Calls by name and text that succeeded, in the order in which they began. */
export function find(calls: readonly Call[], names: readonly string[], ...texts: readonly (string | RegExp)[]): Call[] {
  const has = (call: Call, text: string | RegExp): boolean => (typeof text === 'string' ? call.text.includes(text) : text.test(call.text));
  return calls.filter((call) => call.ok && names.includes(call.name) && texts.every((text) => has(call, text)));
}

export const SYNC = ['fsync', 'fdatasync'];
export const NAME = ['link', 'linkat', 'rename', 'renameat', 'renameat2'];
export const FOLDER = ['mkdir', 'mkdirat'];
export const GONE = ['unlink', 'unlinkat'];
export const SEND = ['write', 'writev', 'sendto', 'sendmsg'];
export const TABLE = ['pwrite64'];
