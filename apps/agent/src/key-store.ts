import { text } from 'node:stream/consumers';
import { Entry } from '@napi-rs/keyring';

/**
 * The system's key store, asked in a process of its own (see token.ts): a store that hangs, or waits for a password that nobody
 * types, is left alone by ending this process. Arguments: what to do, and the name of the entry; a token to keep comes on
 * standard input. Answers one line of JSON: `{ "token": string | null }`.
 *
 * On Linux only the Secret Service counts: the kernel's own key ring, which the library would fall back to, forgets at a restart.
 */
const SERVICE = 'Rollcall';
const [verb, name] = process.argv.slice(2);
if (name === undefined) throw new Error('give a verb and a name');
const entry = new Entry(SERVICE, name, { linux: { store: 'secret-service' } });

switch (verb) {
  case 'get':
    answer(entry.getPassword());
    break;
  case 'set':
    entry.setPassword(await text(process.stdin));
    answer(entry.getPassword());
    break;
  case 'delete':
    entry.deletePassword();
    answer(null);
    break;
  default:
    throw new Error(`no such verb: ${verb}`);
}

function answer(token: string | null): void {
  process.stdout.write(`${JSON.stringify({ token })}\n`);
}
