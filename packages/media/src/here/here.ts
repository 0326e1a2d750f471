/**
 * What this package takes from the system it runs on: of Node in `node.ts`, of a browser in `browser.ts`, chosen by the name `#here` in its
 * `package.json`. What cannot be unpacked throws, as what is damaged does: then it is not told.
 */
export interface Here {
  sha256(): { update(bytes: Uint8Array | string): void; digest(): string };
  /** @param most bytes of what it becomes */
  gunzip(bytes: Uint8Array, most: number): Uint8Array;
  unbrotli(bytes: Uint8Array, most: number): Uint8Array;
  inflate(bytes: Uint8Array, most: number): Uint8Array;
  /** What reads XML, for the library that reads EXIF; undefined: it finds one by itself. */
  xml(): unknown;
}
