import { readFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { EXIT, type Io } from './commands.ts';
import { askYes } from './password.ts';
import { runProgram } from './program.ts';

// Photos pass through here in buffers outside the heap. Unless they are counted together with it, V8 looks through the whole heap
// for garbage every 25 MB that pass: a third of all processor time of a sync (measured in bench/).
setFlagsFromString('--external-memory-accounted-in-global-limit');

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string };
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  // Asked a second time, it goes at once: everything on disk survives that.
  process.on(name, () => (stop.signal.aborted ? process.exit(name === 'SIGINT' ? 130 : 143) : stop.abort(name)));
}
// Whoever reads our output may stop reading (`rollcall ls | head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.internal));

const onTerminal = process.stdin.isTTY && process.stderr.isTTY;
const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: stop.signal,
  ask: onTerminal ? (question) => askYes(question, process.stdin, process.stderr, stop.signal) : null,
};

try {
  const code = await runProgram(process.argv.slice(2), {
    io,
    version,
    root: fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, ''),
    env: process.env,
    rooms: {
      server: () => import('@rollcall/server'),
      agent: () => import('@rollcall/agent'),
      service: () => import('@rollcall/service'),
    },
  });
  await Promise.all([written(process.stdout), written(process.stderr)]);
  process.exit(code);
} catch (error) {
  process.stderr.write(`rollcall: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  await written(process.stderr);
  process.exit(EXIT.internal);
}

/** Resolves when all that was given to the stream so far has left the process. */
function written(stream: Writable): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
