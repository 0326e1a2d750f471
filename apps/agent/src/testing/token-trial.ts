import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readToken, removeToken, writeToken } from '../token.ts';

/** Keeps, reads and forgets a token in whatever key store this process finds. Arguments: a state folder, the steps. Prints what came of each. */
const [home, ...steps] = process.argv.slice(2);
if (home === undefined) throw new Error('give a state folder');
const file = join(home, 'token');
const told = steps.map((step) => {
  switch (step) {
    case 'write':
      return writeToken(home, `rcd_${'A'.repeat(43)}`);
    case 'read':
      return readToken(home, 4000).state;
    case 'remove':
      removeToken(home);
      return existsSync(file) ? 'still there' : 'gone';
    case 'file':
      return `${(statSync(file).mode & 0o777).toString(8)} ${readFileSync(file, 'utf8').includes('rcd_') ? 'token' : 'name'}`;
    default:
      throw new Error(`no such step: ${step}`);
  }
});
process.stdout.write(`${JSON.stringify(told)}\n`);
