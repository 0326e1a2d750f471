/** Why a request over WebDAV is not done, in words that a person reads who looks at what the app was told. */
export class DavRefused extends Error {
  override readonly name = 'DavRefused';
  readonly status: number;
  /** A condition of RFC 4918 section 16, by its element; null: the status says it all. */
  readonly condition: string | null;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: number,
    words: string,
    { condition = null, headers = {} }: { condition?: string | null; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(words);
    this.status = status;
    this.condition = condition;
    this.headers = headers;
  }
}
