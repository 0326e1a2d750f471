import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const pack = promisify(gzip);
/** Less than this is sent as fast as it is. Bytes. */
const SMALL = 1024;

/**
 * A text as gzip, where a client takes that (RFC 9110, section 12.5.3) and it is worth it; null: it goes as it is. Packed as little as can
 * be: rows of the feed get a fifth of their size by that, and hardly less by more work.
 */
export async function packed(text: string, accepts: string | undefined): Promise<Buffer | null> {
  if (text.length < SMALL || !takesGzip(accepts)) return null;
  return pack(text, { level: constants.Z_BEST_SPEED });
}

function takesGzip(accepts = ''): boolean {
  return accepts.split(',').some((each) => {
    const [coding, ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    return coding === 'gzip' && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}
