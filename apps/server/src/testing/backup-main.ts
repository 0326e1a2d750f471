import { backup } from '../backup/commands.ts';

/** A backup in a process of its own, which a test may kill: `data to`. */
const [data = '', to = ''] = process.argv.slice(2);
const io = { stdout: process.stdout, stderr: process.stderr, signal: new AbortController().signal };
process.exit(await backup({ data, to, passphrase: null, keep: null, json: true }, io));
