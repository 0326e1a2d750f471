import { DEEPEST, MOST_VALUES, type Plist } from './value.ts';

/** Milliseconds from 1970 to 2001, from which these lists count. */
const EPOCH = 978_307_200_000;
const TRAILER = 32;

/** Apple's binary property list. Throws `RangeError` for one that is damaged or that refers to itself. */
export function readBinaryPlist(bytes: Uint8Array): Plist {
  return new BinaryPlist(bytes).read();
}

class BinaryPlist {
  readonly #bytes: Buffer;
  readonly #offsetSize: number;
  readonly #refSize: number;
  readonly #count: number;
  readonly #top: number;
  readonly #table: number;
  #values = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = bytes.length - TRAILER;
    if (end < 8) throw damaged();
    this.#offsetSize = this.#bytes.readUInt8(end + 6);
    this.#refSize = this.#bytes.readUInt8(end + 7);
    this.#count = this.#number(end + 8, 8);
    this.#top = this.#number(end + 16, 8);
    this.#table = this.#number(end + 24, 8);
  }

  read(): Plist {
    return this.#value(this.#top, 0);
  }

  #value(index: number, depth: number): Plist {
    this.#values += 1;
    if (this.#values > MOST_VALUES || depth > DEEPEST || index >= this.#count) throw damaged();
    const at = this.#number(this.#table + index * this.#offsetSize, this.#offsetSize);
    const marker = this.#bytes.readUInt8(at);
    const low = marker & 15;
    switch (marker >> 4) {
      case 0x0:
        if (low === 8 || low === 9) return low === 9;
        throw damaged();
      case 0x1:
        return this.#integer(at + 1, 2 ** low);
      case 0x2:
        return low === 2 ? this.#bytes.readFloatBE(at + 1) : this.#bytes.readDoubleBE(at + 1);
      case 0x3:
        return new Date(EPOCH + Math.round(this.#bytes.readDoubleBE(at + 1) * 1000));
      case 0x8:
        return this.#number(at + 1, low + 1);
      default:
        return this.#sized(marker >> 4, at, low, depth);
    }
  }

  #sized(kind: number, at: number, low: number, depth: number): Plist {
    const long = low === 15;
    const width = long ? 2 ** (this.#bytes.readUInt8(at + 1) & 15) : 0;
    const length = long ? this.#number(at + 2, width) : low;
    const from = long ? at + 2 + width : at + 1;
    const refs = (start: number): number[] =>
      Array.from({ length: this.#within(start, length * this.#refSize) / this.#refSize }, (_, index) =>
        this.#number(start + index * this.#refSize, this.#refSize),
      );
    switch (kind) {
      case 0x4:
        return this.#bytes.subarray(from, from + this.#within(from, length));
      case 0x5:
        return this.#bytes.toString('latin1', from, from + this.#within(from, length));
      case 0x6:
        return Buffer.from(this.#bytes.subarray(from, from + this.#within(from, length * 2)))
          .swap16()
          .toString('utf16le');
      case 0xa:
      case 0xc:
        return refs(from).map((ref) => this.#value(ref, depth + 1));
      case 0xd: {
        const values = refs(from + length * this.#refSize);
        const entries = refs(from).map((ref, place): [string, Plist] => [
          this.#name(ref, depth + 1),
          this.#value(values[place] ?? this.#count, depth + 1),
        ]);
        return Object.fromEntries(entries);
      }
      default:
        throw damaged();
    }
  }

  /** Of an entry. */
  #name(index: number, depth: number): string {
    const name = this.#value(index, depth);
    if (typeof name !== 'string') throw damaged();
    return name;
  }

  /** As many bytes as are asked for, if the file has them. */
  #within(from: number, length: number): number {
    if (from + length > this.#bytes.length) throw damaged();
    return length;
  }

  /** Integers of eight bytes and more are signed. */
  #integer(at: number, size: number): number {
    if (size < 8) return this.#number(at, size);
    return Number(this.#bytes.readBigInt64BE(at + size - 8));
  }

  #number(at: number, size: number): number {
    let value = 0;
    for (let index = 0; index < size; index += 1) value = value * 256 + this.#bytes.readUInt8(at + index);
    if (!Number.isSafeInteger(value) || size === 0) throw damaged();
    return value;
  }
}

function damaged(): RangeError {
  return new RangeError('a damaged property list');
}
