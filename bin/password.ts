import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline/promises';

export type PasswordAnswer =
  | { readonly ok: true; readonly password: string }
  | { readonly ok: false; readonly why: 'empty' | 'too-long' | 'no-terminal' | 'cancelled' };

/** Characters; the server takes at most 256. */
const LIMIT = 1024;

/** The first line of a stream, without its end. What follows is left alone. */
export async function readPasswordLine(input: Readable): Promise<PasswordAnswer> {
  let text = '';
  input.setEncoding('utf8');
  for await (const chunk of input) {
    text += chunk;
    if (text.includes('\n') || text.length > LIMIT) break;
  }
  const password = (text.split('\n', 1)[0] ?? '').replace(/\r$/, '');
  if (password === '') return { ok: false, why: 'empty' };
  return password.length > LIMIT ? { ok: false, why: 'too-long' } : { ok: true, password };
}

/** Asks on the terminal and shows nothing of what is typed. */
export async function askPassword(question: string, twice: boolean): Promise<PasswordAnswer> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return { ok: false, why: 'no-terminal' };
  const { password, isCancel } = await import('@clack/prompts');
  const first = await password({ message: question, output: process.stderr });
  if (isCancel(first)) return { ok: false, why: 'cancelled' };
  if (!first) return { ok: false, why: 'empty' };
  if (!twice) return { ok: true, password: first };
  const again = await password({
    message: 'The same once more',
    output: process.stderr,
    validate: (value) => (value === first ? undefined : 'That is not the same. Type it again, or press Ctrl-C.'),
  });
  return isCancel(again) ? { ok: false, why: 'cancelled' } : { ok: true, password: first };
}

/** A yes-or-no question; anything but a clear yes is no, and so is the end of the input. Rejects with an `AbortError` on Ctrl-C, or when `signal` fires. */
export async function askYes(question: string, input: Readable, output: Writable, signal: AbortSignal): Promise<boolean> {
  return /^y(es)?$/i.test(await askLine(`${question} [y/N] `, input, output, signal));
}

/** A line that is typed, without spaces around it; empty at the end of the input. Rejects with an `AbortError` on Ctrl-C, or when `signal` fires. */
export async function askLine(question: string, input: Readable, output: Writable, signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input, output });
  const stop = new AbortController();
  lines.once('SIGINT', () => stop.abort());
  const closed = new Promise<null>((resolve) => lines.once('close', () => resolve(null)));
  let answer: string | null = null;
  try {
    answer = await Promise.race([lines.question(question, { signal: AbortSignal.any([signal, stop.signal]) }), closed]);
    return (answer ?? '').trim();
  } finally {
    // Without an Enter, what is said next would stand behind the question.
    if (answer === null) output.write('\n');
    lines.close();
  }
}
