import { spawn } from 'node:child_process';
import { ensurePrograms, WEBDAV_CLIENTS } from '../../tools/system-programs.ts';

export interface Said {
  readonly code: number | null;
  /** Both streams, in the order in which they came. */
  readonly out: string;
}

/** Why nothing can be tested with it; false: it is there. Said on the way, so that what is skipped is never silent. */
export async function lacking(name: string): Promise<string | false> {
  const there = await ensurePrograms(WEBDAV_CLIENTS.filter(({ names }) => names.includes(name)));
  return there ? false : `${name} is not installed; nothing of this was tested`;
}

/** Runs a client to its end; with `HOME` in a folder of the test, where clients keep what they are told. */
export function say(home: string, name: string, args: readonly string[], input = ''): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { cwd: home, env: { ...process.env, HOME: home, RCLONE_CONFIG: `${home}/rclone.conf` } });
    let out = '';
    const hear = (chunk: Buffer): void => void (out += chunk.toString('utf8'));
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
    child.stdin.end(input);
  });
}
