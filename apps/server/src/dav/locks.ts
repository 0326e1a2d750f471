import { randomUUID } from 'node:crypto';
import type { Clock } from '../context.ts';

/** A write lock (RFC 4918 section 6): it belongs to one app, and holds in its own drop box alone. */
export interface Lock {
  readonly token: string;
  readonly deviceId: string;
  readonly path: string;
  readonly scope: 'exclusive' | 'shared';
  readonly depth: '0' | 'infinity';
  /** XML, as it was told. */
  readonly owner: string;
  /** Seconds. */
  readonly timeout: number;
  readonly until: number;
}

/** Seconds that a lock lives without being asked for again: at most, and where nothing else is asked for. */
const LONGEST = 3600;
const USUAL = 600;
/** Locks of one app, and of all. */
const MOST = { one: 100, all: 10_000 };

/** They are in memory: a server that begins anew has none, and says so by refusing their tokens. */
export interface Locks {
  take(lock: Pick<Lock, 'deviceId' | 'path' | 'scope' | 'depth' | 'owner'>, seconds: number | null): Lock | 'locked' | 'too-many';
  /** Null: it has no such lock there. */
  refresh(deviceId: string, path: string, token: string, seconds: number | null): Lock | null;
  /** False: there is no such lock on this path. */
  release(deviceId: string, path: string, token: string): boolean;
  /** Those that hold on a path. */
  on(deviceId: string, path: string): readonly Lock[];
  /** Those that keep a path from being taken away: on it, and on all that lies below it. */
  under(deviceId: string, path: string): readonly Lock[];
  /** What was there is gone. */
  drop(deviceId: string, path: string): void;
}

export function openLocks(clock: Clock): Locks {
  const locks = new Map<string, Lock>();
  const alive = (deviceId: string): Lock[] => {
    for (const [token, { until }] of locks) if (until <= clock.now()) locks.delete(token);
    return [...locks.values()].filter((lock) => lock.deviceId === deviceId);
  };
  const lasting = (seconds: number | null): Pick<Lock, 'timeout' | 'until'> => {
    const timeout = Math.max(1, Math.min(LONGEST, seconds ?? USUAL));
    return { timeout, until: clock.now() + timeout * 1000 };
  };
  const on = (deviceId: string, path: string): Lock[] =>
    alive(deviceId).filter((lock) => lock.path === path || (lock.depth === 'infinity' && isBelow(path, lock.path)));
  return {
    on,
    take(asked, seconds) {
      const { deviceId, path } = asked;
      const mine = alive(deviceId);
      const met = [...on(deviceId, path), ...(asked.depth === 'infinity' ? mine.filter((lock) => isBelow(lock.path, path)) : [])];
      if (met.some(({ scope }) => scope === 'exclusive' || asked.scope === 'exclusive')) return 'locked';
      if (mine.length >= MOST.one || locks.size >= MOST.all) return 'too-many';
      const lock = { ...asked, token: `urn:uuid:${randomUUID()}`, ...lasting(seconds) };
      locks.set(lock.token, lock);
      return lock;
    },
    refresh(deviceId, path, token, seconds) {
      const lock = on(deviceId, path).find((each) => each.token === token);
      if (lock === undefined) return null;
      const longer = { ...lock, ...lasting(seconds) };
      locks.set(token, longer);
      return longer;
    },
    release(deviceId, path, token) {
      return on(deviceId, path).some((lock) => lock.token === token) && locks.delete(token);
    },
    under: (deviceId, path) => [...on(deviceId, path), ...alive(deviceId).filter((lock) => isBelow(lock.path, path))],
    drop(deviceId, path) {
      for (const lock of alive(deviceId)) if (lock.path === path || isBelow(lock.path, path)) locks.delete(lock.token);
    },
  };
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' ? path !== '' : path.startsWith(`${folder}/`);
}

/** Seconds that `Timeout` asks for (RFC 4918 section 10.7); null: it asks for none in particular. */
export function timeoutOf(header: string | undefined): number | null {
  for (const each of (header ?? '').split(',')) {
    if (/^\s*Infinite\s*$/i.test(each)) return LONGEST;
    const seconds = /^\s*Second-(\d{1,10})\s*$/i.exec(each)?.[1];
    if (seconds !== undefined) return Number(seconds);
  }
  return null;
}
