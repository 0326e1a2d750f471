import { createHmac, randomBytes } from 'node:crypto';
import { ReadableStream } from 'node:stream/web';
import type { Seal } from './seal.ts';
import type { Bytes } from './streams.ts';

/*
 * Backups are sealed in the format of age (age-encryption.org/v1). The key with which files are sealed is made by chance; it lies in `key.age`, an
 * identity file that is sealed with the passphrase. So a guess at the passphrase is dear once for each guess, and not once for each photo; and
 * `age --decrypt` reads all of it without Rollcall.
 */

/** Of a guess at the passphrase: two to this power steps, and kilobytes, of scrypt. What age itself takes. */
const COST = 18;

/** A new key, sealed. @param id of the backup; @param cost less only in tests */
export async function makeKey(id: string, passphrase: string, cost: number = COST): Promise<Uint8Array> {
  const { Encrypter, generateX25519Identity } = await import('age-encryption');
  const sealing = new Encrypter();
  sealing.setScryptWorkFactor(cost);
  sealing.setPassphrase(passphrase);
  return sealing.encrypt(
    `# The key of the Rollcall backup ${id}, and of the names of its files.\n# names: ${randomBytes(32).toString('hex')}\n${await generateX25519Identity()}\n`,
  );
}

/** Null: it is not the passphrase, or not as `makeKey` made it. */
export async function openKey(key: Uint8Array, passphrase: string): Promise<Seal | null> {
  const { Decrypter, Encrypter, identityToRecipient } = await import('age-encryption');
  const opening = new Decrypter();
  opening.addPassphrase(passphrase);
  const text = await opening.decrypt(key, 'text').catch(() => '');
  const [, names] = /^# names: ([0-9a-f]{64})$/m.exec(text) ?? [];
  const [identity] = /^AGE-SECRET-KEY-1[A-Z0-9]+$/m.exec(text) ?? [];
  if (names === undefined || identity === undefined) return null;
  const recipient = await identityToRecipient(identity);
  const nameKey = Buffer.from(names, 'hex');
  return {
    nameOf: (hash) => createHmac('sha256', nameKey).update(hash).digest('hex'),
    close: (bytes) =>
      piped(bytes, async (source) => {
        const sealing = new Encrypter();
        sealing.addRecipient(recipient);
        return sealing.encrypt(source);
      }),
    open: (bytes) =>
      piped(bytes, async (source) => {
        const unsealing = new Decrypter();
        unsealing.addIdentity(identity);
        return unsealing.decrypt(source);
      }),
  };
}

type Stream = globalThis.ReadableStream<Uint8Array>;

async function* piped(bytes: Bytes, through: (source: Stream) => Promise<Stream>): AsyncGenerator<Uint8Array> {
  yield* (await through(ReadableStream.from(bytes))) as unknown as Bytes;
}
