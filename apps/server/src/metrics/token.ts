import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A token that is shorter can be guessed. */
const LEAST = 16;
const MOST = 1000;

/** The file of the token cannot be used. */
export class TokenTrouble extends Error {
  override readonly name = 'TokenTrouble';
}

/** The first line of a file. Throws `TokenTrouble`, with what to do. */
export function readToken(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new TokenTrouble(`The token for metrics cannot be read from ${file}: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}.`);
  }
  const [token = ''] = text.split(/\r?\n/);
  if (token.length < LEAST || token.length > MOST || !/^[\x21-\x7e]+$/.test(token))
    throw new TokenTrouble(
      `The first line of ${file} is no token: it has at least ${LEAST} letters and digits, without spaces. One is made by: openssl rand -hex 32`,
    );
  return token;
}

/** Whether a header `Authorization` shows this token. */
export function showsToken(header: string | undefined, token: string): boolean {
  const shown = /^Bearer (\S{1,1000})$/i.exec(header ?? '')?.[1];
  return shown !== undefined && timingSafeEqual(digest(shown), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
