import { DEEPEST, MOST_VALUES, type Plist } from './value.ts';

const TOKEN = /<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>|([^<]+)|<!--[\s\S]*?-->|<[?!][^>]*>/gy;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Apple's property list as XML. Entities beyond those of XML itself are none of ours. Throws `RangeError` for one that is damaged. */
export function readXmlPlist(bytes: Uint8Array): Plist {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const begin = text.indexOf('<plist');
  if (begin < 0) throw damaged();
  return new XmlPlist(text.slice(begin)).read();
}

type Token = { readonly open: string; readonly empty: boolean } | { readonly close: string } | { readonly text: string };

class XmlPlist {
  readonly #text: string;
  #at = 0;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Plist {
    const first = this.#markup();
    if (!('open' in first) || first.open !== 'plist') throw damaged();
    return this.#value(this.#markup(), 0);
  }

  #value(token: Token, depth: number): Plist {
    this.#values += 1;
    if (!('open' in token) || this.#values > MOST_VALUES || depth > DEEPEST) throw damaged();
    const { open, empty } = token;
    switch (open) {
      case 'true':
      case 'false':
        if (!empty) this.#close(open);
        return open === 'true';
      case 'array':
        return empty ? [] : this.#array(depth);
      case 'dict':
        return empty ? {} : this.#record(depth);
      case 'integer':
      case 'real':
        return Number(this.#inside(open, empty));
      case 'date':
        return new Date(this.#inside(open, empty));
      case 'data':
        return Buffer.from(this.#inside(open, empty), 'base64');
      case 'string':
        return this.#inside(open, empty);
      default:
        throw damaged();
    }
  }

  #array(depth: number): Plist {
    const values: Plist[] = [];
    for (let token = this.#markup(); !('close' in token); token = this.#markup()) values.push(this.#value(token, depth + 1));
    return values;
  }

  #record(depth: number): Plist {
    const entries: [string, Plist][] = [];
    for (let token = this.#markup(); !('close' in token); token = this.#markup()) {
      if (!('open' in token) || token.open !== 'key') throw damaged();
      entries.push([this.#inside('key', token.empty), this.#value(this.#markup(), depth + 1)]);
    }
    return Object.fromEntries(entries);
  }

  /** The text up to the end of an element that holds nothing else. */
  #inside(name: string, empty: boolean): string {
    if (empty) return '';
    const token = this.#next();
    if ('close' in token) return '';
    if (!('text' in token)) throw damaged();
    this.#close(name);
    return token.text;
  }

  #close(name: string): void {
    const token = this.#next();
    if (!('close' in token) || token.close !== name) throw damaged();
  }

  /** The next element, past the blanks that set it apart. */
  #markup(): Token {
    for (;;) {
      const token = this.#next();
      if (!('text' in token)) return token;
      if (token.text.trim() !== '') throw damaged();
    }
  }

  #next(): Token {
    for (;;) {
      TOKEN.lastIndex = this.#at;
      const match = TOKEN.exec(this.#text);
      if (!match) throw damaged();
      this.#at = TOKEN.lastIndex;
      const [, slash, name, empty, text] = match;
      if (text !== undefined) return { text: unescape(text) };
      if (name !== undefined) return slash === '/' ? { close: name } : { open: name, empty: empty === '/' };
    }
  }
}

function unescape(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

function damaged(): RangeError {
  return new RangeError('a damaged property list');
}
