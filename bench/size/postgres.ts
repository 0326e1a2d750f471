import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../machine/program.ts';
import { POSTGRES_TABLE } from './floor.ts';

/** Where Debian has its programs. */
const PROGRAMS = globSync('/usr/lib/postgresql/*/bin').sort().at(-1) ?? '';

export interface Postgres {
  /** A folder that its server can read. */
  readonly folder: string;
  /** Seconds of one COPY of a file into an empty table with its key, committed. */
  copy(file: string): Promise<number>;
  stop(): Promise<void>;
}

/** A cluster of its own in a folder for temporary files, reached by a socket there and by no network; a sentence says why there is none. */
export async function startPostgres(): Promise<Postgres | string> {
  if (!existsSync(join(PROGRAMS, 'initdb'))) return 'PostgreSQL is not installed';
  // It does not run as root.
  const root = process.getuid?.() === 0;
  const owner = root ? idsOf('postgres') : null;
  if (root && !owner) return 'PostgreSQL does not run as root, and there is no user postgres';
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-postgres-'));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const as = (program: string, args: readonly string[], input = ''): Promise<string> => {
    const command = join(PROGRAMS, program);
    const user = ['--reuid', 'postgres', '--regid', 'postgres', '--clear-groups'];
    return owner ? run('setpriv', [...user, command, ...args], input) : run(command, args, input);
  };
  const data = join(folder, 'data');
  const settings = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c max_wal_size=4GB`;
  const forget = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    await as('initdb', ['-D', data, '-U', 'bench', '--auth=trust', '--no-locale', '--encoding=UTF8']);
    await as('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  } catch (error) {
    forget();
    return `PostgreSQL did not start: ${(error as Error).message.slice(-300)}`;
  }
  const sql = (text: string): Promise<string> =>
    as('psql', ['-h', folder, '-U', 'bench', '-d', 'postgres', '-qAtX', '-v', 'ON_ERROR_STOP=1', '-f', '-'], `${text}\n`);
  return {
    folder,
    async copy(file) {
      await sql(`drop table if exists remote;\n${POSTGRES_TABLE};\ncheckpoint;`);
      const told = await sql(`\\timing on\ncopy remote from '${file}';`);
      return Number(/Time: ([\d.]+) ms/.exec(told)?.[1]) / 1000;
    },
    async stop() {
      await as('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
      forget();
    },
  };
}

function idsOf(user: string): { readonly uid: number; readonly gid: number } | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout.trim() || Number.NaN));
  return uid !== undefined && gid !== undefined && Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : null;
}
