/** One condition of the header `If` (RFC 4918 section 10.4). */
export interface IfCondition {
  readonly not: boolean;
  readonly is: 'token' | 'tag';
  /** A lock's token without its brackets, or a tag with its quotes. */
  readonly value: string;
}
/** Conditions that are to hold all, of one resource; `resource` null: of the one that the request is for. */
export interface IfList {
  readonly resource: string | null;
  readonly conditions: readonly IfCondition[];
}

/** Letters of the header, and lists in it. */
const LONGEST = 8192;
const MOST_LISTS = 50;

/** Null: it is not written as it should be. An absent header is an empty list, which holds. */
export function parseIf(header: string | undefined): readonly IfList[] | null {
  if (header === undefined) return [];
  if (header.length > LONGEST) return null;
  const lists: IfList[] = [];
  let resource: string | null = null;
  let rest = header.trim();
  while (rest !== '') {
    const tagged = /^<([^>]*)>\s*/.exec(rest);
    if (tagged) {
      resource = tagged[1] ?? '';
      rest = rest.slice(tagged[0].length);
    }
    const list = /^\(((?:[^()"<]|<[^>]*>|"[^"]*")*)\)\s*/.exec(rest);
    const conditions = list && conditionsOf(list[1] ?? '');
    if (!list || !conditions || lists.length >= MOST_LISTS) return null;
    lists.push({ resource, conditions });
    rest = rest.slice(list[0].length);
  }
  return lists.length === 0 ? null : lists;
}

function conditionsOf(text: string): IfCondition[] | null {
  const conditions: IfCondition[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const one = /^(Not\s*)?(?:<([^>]*)>|\[\s*((?:W\/)?"[^"]*")\s*\])\s*/i.exec(rest);
    if (!one) return null;
    const [all, not, token, tag] = one;
    conditions.push({ not: not !== undefined, ...(token === undefined ? { is: 'tag', value: tag ?? '' } : { is: 'token', value: token }) });
    rest = rest.slice(all.length);
  }
  return conditions.length === 0 ? null : conditions;
}

/** What the conditions ask about: the locks of a resource, and its tag. @param resource as the header has it; null: the request's own */
export type StateOf = (resource: string | null) => { readonly tokens: readonly string[]; readonly tag: string | null };

/** Any list holds, of which all conditions hold. An empty header holds. */
export function ifHolds(lists: readonly IfList[], stateOf: StateOf): boolean {
  return (
    lists.length === 0 ||
    lists.some(({ resource, conditions }) => {
      const { tokens, tag } = stateOf(resource);
      return conditions.every(({ not, is, value }) => not !== (is === 'token' ? tokens.includes(value) : tag === value));
    })
  );
}

/** The tokens that are shown, wherever in the header. */
export function tokensShown(lists: readonly IfList[]): readonly string[] {
  return lists.flatMap(({ conditions }) => conditions.flatMap(({ is, value, not }) => (is === 'token' && !not ? [value] : [])));
}
