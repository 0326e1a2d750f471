import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The private key of the receipts, in the data folder, so that a backup has it; PKCS 8, readable by the server’s user alone. */
export const KEY_FILE = 'receipt-key.pem';

/** A key of Ed25519 with which receipts are signed. */
export interface SigningKey {
  /** Its public half: 32 bytes in base64url. */
  readonly key: string;
  /** 64 bytes in base64url. */
  sign(text: string): string;
}

/** Null: there is none. Throws where there is one that cannot be read. */
export function readKey(dataDir: string): SigningKey | null {
  const file = join(dataDir, KEY_FILE);
  try {
    const pem = readFileSync(file, 'utf8');
    chmodSync(file, 0o600);
    return signing(createPrivateKey(pem));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Makes a new one in the place of any that is there; it is on disk when this returns. */
export function makeKey(dataDir: string): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const [file, part] = [join(dataDir, KEY_FILE), join(dataDir, `${KEY_FILE}.part`)];
  rmSync(part, { force: true });
  const handle = openSync(part, 'wx', 0o600);
  try {
    writeSync(handle, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, file);
  const folder = openSync(dataDir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
  return signing(privateKey);
}

function signing(privateKey: KeyObject): SigningKey {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${KEY_FILE} holds no key of Ed25519`);
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { key: x as string, sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url') };
}
