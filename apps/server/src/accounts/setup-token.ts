import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const SETUP_TOKEN_FILE = 'setup-token';

/** Guards the first account: whoever can read the data folder, or the server's output, may make it. */
export interface SetupToken {
  readonly text: string;
  matches(given: string): boolean;
  /** It was used: it is worth nothing any more. */
  spend(): void;
}

/** The token of an earlier start goes on to hold, so that a link that was shown keeps working. */
export function openSetupToken(dataDir: string): SetupToken {
  const file = join(dataDir, SETUP_TOKEN_FILE);
  const text = readToken(file) ?? randomBytes(18).toString('base64url');
  writeFileSync(file, `${text}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return {
    text,
    matches: (given) => timingSafeEqual(digest(given), digest(text)),
    spend: () => rmSync(file, { force: true }),
  };
}

export function dropSetupToken(dataDir: string): void {
  rmSync(join(dataDir, SETUP_TOKEN_FILE), { force: true });
}

function readToken(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return /^[A-Za-z0-9_-]{24}$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text.trim()).digest();
}
