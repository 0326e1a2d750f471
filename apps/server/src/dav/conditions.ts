import { header } from '../bytes/carrier.ts';
import { isKnown } from '../bytes/range.ts';
import type { Asked, Dav } from './dav.ts';
import { entryAt, nodeOf } from './drop-box.ts';
import { ifHolds, parseIf, tokensShown, type StateOf } from './if-header.ts';
import type { Lock } from './locks.ts';
import { tagOf } from './node.ts';
import { destinationOf, UPLOAD } from './path.ts';
import { DavRefused } from './refuse.ts';

const LOCKED = new DavRefused(423, 'It is locked. Whoever locked it shows the lock’s token in the header If.', {
  condition: 'lock-token-submitted',
});

/**
 * What a request makes its writing depend on: the headers `If-Match`, `If-None-Match` and `If`. Throws `412` where they do not hold. Gives
 * the tokens of locks that it shows.
 */
export function checkConditions(
  dav: Dav,
  { visitor: { deviceId }, request }: Pick<Asked, 'visitor' | 'request'>,
  path: readonly string[],
): readonly string[] {
  const tag = tagAt(dav, deviceId, path);
  const match = header(request, 'if-match');
  if (match !== null && (tag === null || !isKnown(match, tag)))
    throw new DavRefused(412, 'It is not, or not any more, what If-Match says.');
  const none = header(request, 'if-none-match');
  if (none !== null && tag !== null && isKnown(none, tag)) throw new DavRefused(412, 'It is there already.');
  const lists = parseIf(header(request, 'if') ?? undefined);
  if (lists === null) throw new DavRefused(400, 'The header If is not written as RFC 4918 has it.');
  const stateOf: StateOf = (resource) => {
    const its = resource === null ? path : belowDropBox(resource, request.headers.host);
    if (its === null) return { tokens: [], tag: null };
    return { tokens: dav.locks.on(deviceId, its.join('/')).map(({ token }) => token), tag: tagAt(dav, deviceId, its) };
  };
  if (!ifHolds(lists, stateOf)) throw new DavRefused(412, 'What the header If says is not so.');
  return tokensShown(lists);
}

function tagAt(dav: Dav, deviceId: string, path: readonly string[]): string | null {
  const entry = path.length === 0 ? null : entryAt(dav.database, deviceId, path);
  const node = entry && nodeOf(entry);
  return node?.is === 'file' ? tagOf(node) : null;
}

function belowDropBox(resource: string, host: string | undefined): readonly string[] | null {
  const { segments } = destinationOf(resource, host);
  return segments[0] === UPLOAD ? segments.slice(1) : null;
}

/** Throws `423` where somebody's lock keeps what is at a path from being written; a name that comes or goes changes its folder as well. */
export function checkLocks(dav: Dav, deviceId: string, path: readonly string[], shown: readonly string[], changes: 'bytes' | 'name'): void {
  const whole = path.join('/');
  const kept =
    changes === 'bytes'
      ? dav.locks.on(deviceId, whole)
      : [...dav.locks.under(deviceId, whole), ...dav.locks.on(deviceId, path.slice(0, -1).join('/'))];
  if (isBlocked(kept, shown)) throw LOCKED;
}

/** Of locks that several share on one thing it is enough to show one. */
function isBlocked(locks: readonly Lock[], shown: readonly string[]): boolean {
  return [...Map.groupBy(locks, ({ path }) => path).values()].some((its) => !its.some(({ token }) => shown.includes(token)));
}
