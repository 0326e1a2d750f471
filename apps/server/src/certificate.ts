import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

/** Where the certificate for https is, with its chain, and its key; both PEM. */
export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}
/** A certificate and the key that belongs to it, as TLS takes them. */
export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** Milliseconds since 1970. */
  readonly validFrom: number;
  readonly validTo: number;
}

/** What is wrong with the files, and what to do. */
export class CertificateTrouble extends Error {
  override readonly name = 'CertificateTrouble';
}

/** Reads the pair and sees that it fits. Throws `CertificateTrouble`. */
export function readCertificate(files: CertificateFiles): Certificate {
  const cert = read(files.cert, '--tls-cert');
  const key = read(files.key, '--tls-key');
  const certificate = asCertificate(cert, files.cert);
  if (!certificate.checkPrivateKey(asKey(key, files.key)))
    throw new CertificateTrouble(
      `The key in ${files.key} does not belong to the certificate in ${files.cert}. Give the two that were made together; where the file holds a chain, the server’s own certificate comes first.`,
    );
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    throw new CertificateTrouble(`The certificate in ${files.cert} cannot be used for https: ${(error as Error).message}`);
  }
  return { cert, key, validFrom: certificate.validFromDate.getTime(), validTo: certificate.validToDate.getTime() };
}

/** What a browser will say of it; null when it is in its time. */
export function outOfTime({ validFrom, validTo }: Certificate, now: number): string | null {
  if (now > validTo) return `The certificate ran out on ${day(validTo)}. Browsers and devices refuse it; put a new one in its place.`;
  if (now < validFrom) return `The certificate is not valid before ${day(validFrom)}. Browsers and devices refuse it until then.`;
  return null;
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function read(file: string, option: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    switch ((error as NodeJS.ErrnoException).code) {
      case 'ENOENT':
      case 'ENOTDIR':
        throw new CertificateTrouble(`There is no file ${file}. Choose another with ${option}.`);
      case 'EACCES':
      case 'EPERM':
        throw new CertificateTrouble(
          `${file} may not be read by the user that runs the server. Change its owner, or choose another with ${option}.`,
        );
      default:
        throw new CertificateTrouble(`${file} cannot be read: ${(error as Error).message}. Choose another with ${option}.`);
    }
  }
}

function asCertificate(cert: Buffer, file: string): X509Certificate {
  const text = cert.toString('latin1');
  try {
    if (text.includes('-----BEGIN CERTIFICATE-----')) return new X509Certificate(cert);
  } catch {
    // Said below.
  }
  const swapped = text.includes('PRIVATE KEY-----') ? ' It holds a private key: are --tls-cert and --tls-key the wrong way round?' : '';
  throw new CertificateTrouble(`${file} does not hold a certificate in PEM form (--tls-cert).${swapped}`);
}

function asKey(key: Buffer, file: string): KeyObject {
  try {
    return createPrivateKey(key);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MISSING_PASSPHRASE' || key.includes('ENCRYPTED'))
      throw new CertificateTrouble(
        `The key in ${file} is locked with a passphrase. A server starts without anybody to ask: store it unlocked, readable only by the server’s user.`,
      );
    throw new CertificateTrouble(`${file} does not hold a private key in PEM form (--tls-key).`);
  }
}
