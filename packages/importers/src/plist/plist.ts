import { readBinaryPlist } from './binary.ts';
import { isRecord, type Plist, type PlistRecord } from './value.ts';
import { readXmlPlist } from './xml.ts';

/** A property list, binary or XML. Undefined: it is none, or damaged. Never throws for what is in it. */
export function readPlist(bytes: Uint8Array): Plist | undefined {
  try {
    return Buffer.from(bytes.subarray(0, 6)).toString('latin1') === 'bplist' ? readBinaryPlist(bytes) : readXmlPlist(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same, where a record is expected: anything else has no entries. */
export function readPlistRecord(bytes: Uint8Array): PlistRecord {
  const value = readPlist(bytes);
  return isRecord(value) ? value : {};
}
