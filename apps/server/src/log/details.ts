import { errorFacts, type ErrorFacts } from './error-facts.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HEX = /^[0-9a-f]{8,64}$/;
const ACCOUNT = /^[A-Za-z0-9]{32}$/;
const NUMBERED = /^[0-9a-z]{1,16}-[0-9a-z]{1,12}$/;
/** One of the program's own words: `too-long`, `SIGTERM`. */
const WORD = /^[A-Za-z][A-Za-z-]{0,40}$/;
/** A file that the program named itself. */
const FILE = /^[A-Za-z0-9._-]{1,100}$/;
/** As it was registered: `/api/v1/assets/:assetId`. */
const ROUTE = /^[/A-Za-z0-9:_.*-]{1,120}$/;

/** All that a line may hold beside its words, and what each looks like. There is no field for a name, a title, an address or anything that somebody typed. */
const TEXTS = {
  request: NUMBERED,
  route: ROUTE,
  method: WORD,
  code: WORD,
  why: WORD,
  kind: WORD,
  account: ACCOUNT,
  device: ID,
  libraryId: ID,
  assetId: ID,
  as: ID,
  resourceId: HEX,
  upload: HEX,
  hash: HEX,
  copy: FILE,
} as const satisfies Readonly<Record<string, RegExp>>;
const NUMBERS = [
  'status',
  'milliseconds',
  'receiving',
  'working',
  'sending',
  'bytesIn',
  'bytesOut',
  'bytes',
  'size',
  'free',
  'keepFree',
  'blobs',
  'bad',
  'quarantined',
  'deleted',
  'devices',
  'leftOut',
  'from',
  'to',
] as const;

export type Details = Readonly<
  Partial<Record<keyof typeof TEXTS, string>> &
    Partial<Record<(typeof NUMBERS)[number], number>> & { readonly cut?: boolean; readonly error?: unknown }
>;
export type Shown = Readonly<Record<string, string | number | boolean | ErrorFacts>>;

/** What stands where something does not look as it should. */
const NOT_SHOWN = 'not-shown';

/** The fields as they may be written: an unknown one is dropped, and one that does not look like itself is not shown. */
export function shown(details: Details): Shown {
  const fields: Record<string, string | number | boolean | ErrorFacts> = {};
  for (const [name, value] of Object.entries(details)) {
    if (value === undefined) continue;
    if (name === 'error') fields[name] = errorFacts(value);
    else if (name === 'cut') fields[name] = value === true;
    else if ((NUMBERS as readonly string[]).includes(name)) fields[name] = typeof value === 'number' ? value : NOT_SHOWN;
    else if (Object.hasOwn(TEXTS, name)) {
      const pattern = TEXTS[name as keyof typeof TEXTS];
      fields[name] = typeof value === 'string' && pattern.test(value) ? value : NOT_SHOWN;
    }
  }
  return fields;
}
