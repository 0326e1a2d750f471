import { serve } from '../commands.ts';

/** `serve` as a process of its own, as the program runs it. Arguments: data folder, port; for https the certificate and its key. */
const [data, port, cert, key] = process.argv.slice(2);
if (data === undefined) throw new Error('give a data folder');
const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
process.exitCode = await serve(
  { data, port: Number(port ?? 0), host: '127.0.0.1', ...(cert !== undefined && key !== undefined ? { tls: { cert, key } } : {}) },
  { stdout: process.stdout, stderr: process.stderr, signal: stop.signal },
);
