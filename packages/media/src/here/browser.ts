import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import type { Here } from './here.ts';

/**
 * What a browser has, beside a page as well: there it reads no XML by itself, so the reader that Node uses comes along. It unpacks nothing at
 * once: what lies so in a file (a compressed drawing's size, blocks of JPEG XL, what an edit of Apple's did) is not told, and the server
 * reads it from the bytes.
 */
export const HERE: Here = {
  sha256: () => {
    const hash = sha256.create();
    return {
      update: (bytes) => void hash.update(typeof bytes === 'string' ? utf8ToBytes(bytes) : bytes),
      digest: () => bytesToHex(hash.digest()),
    };
  },
  gunzip: notAtOnce,
  unbrotli: notAtOnce,
  inflate: notAtOnce,
  xml: () => new DOMParser({ onError: onErrorStopParsing }),
};

function notAtOnce(): never {
  throw new Error('a browser does not unpack that at once');
}
