import { createPublicKey, verify } from 'node:crypto';
import { receiptText, type SignedReceipt } from '@rollcall/protocol';

/** The receipt is, to the letter, what the key that it names has signed (Ed25519, RFC 8032). */
export function isSigned({ receipt, key, signature }: SignedReceipt): boolean {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
    return verify(null, Buffer.from(receiptText(receipt)), publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    // What is no key has signed nothing.
    return false;
  }
}
