/** One block of metadata, as the library gives it: tags by name. */
export type Group = Readonly<Record<string, unknown>>;

function valueOf(group: Group | undefined, name: string): { value: unknown; description: unknown } | null {
  const tag = group?.[name];
  return typeof tag === 'object' && tag !== null
    ? { value: (tag as { value?: unknown }).value, description: (tag as { description?: unknown }).description }
    : null;
}

/** A tag's text without control characters; null when it is empty. */
export function text(group: Group | undefined, name: string): string | null {
  const tag = valueOf(group, name);
  const raw =
    Array.isArray(tag?.value) && tag.value.length === 1 && typeof tag.value[0] === 'string'
      ? tag.value[0]
      : typeof tag?.value === 'string'
        ? tag.value
        : tag?.description;
  if (typeof raw !== 'string' && typeof raw !== 'number') return null;
  const cleaned = clean(String(raw));
  return cleaned === '' ? null : cleaned;
}

export function texts(group: Group | undefined, name: string): string[] {
  const found = group?.[name];
  const tags = Array.isArray(found) ? found : found === undefined ? [] : [found];
  return tags.flatMap((tag: unknown) => {
    const { value, description } = (tag ?? {}) as { value?: unknown; description?: unknown };
    if (!Array.isArray(value)) return typeof value === 'string' ? [value] : [];
    const inner = value
      .map((each: unknown) => (typeof each === 'object' && each !== null ? (each as { value?: unknown }).value : null))
      .filter((each): each is string => typeof each === 'string');
    return inner.length > 0 || typeof description !== 'string' ? inner : [description];
  });
}

/** Control characters that text has no use for: all but tab and line feed. */
// oxlint-disable-next-line no-control-regex -- control characters are what is removed
const CONTROLS = /[\u0001-\u0008\u000b-\u001f\u007f]/g;

export function clean(raw: string): string {
  const end = raw.indexOf('\0');
  return (end < 0 ? raw : raw.slice(0, end)).toWellFormed().replace(CONTROLS, ' ').trim();
}

/** A number, or the quotient of a rational; null for anything else. */
export function number(group: Group | undefined, name: string): number | null {
  const value = valueOf(group, name)?.value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (!Array.isArray(value)) return null;
  const [first, second] = value as unknown[];
  if (Array.isArray(first)) return quotient(first);
  const found = typeof second === 'number' ? quotient([first, second]) : typeof first === 'number' ? first : Number.NaN;
  return found !== null && Number.isFinite(found) ? found : null;
}

export function rationals(group: Group | undefined, name: string): number[] {
  const value = valueOf(group, name)?.value;
  return Array.isArray(value) ? value.map((part: unknown) => (Array.isArray(part) ? (quotient(part) ?? Number.NaN) : Number(part))) : [];
}

function quotient([over, under]: readonly unknown[]): number | null {
  const found = Number(over) / Number(under);
  return Number.isFinite(found) ? found : null;
}

/** A tag's raw bytes; empty when there are none. */
export function rawBytes(group: Group | undefined, name: string): Uint8Array {
  const value = valueOf(group, name)?.value;
  return Array.isArray(value) && value.every((each) => typeof each === 'number') ? Uint8Array.from(value) : new Uint8Array();
}
