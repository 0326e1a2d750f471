import {
  collectBefore,
  floorAfter,
  isCollectable,
  judgeQuarantined,
  purged,
  quarantineDue,
  timeSeen,
  tombstonesDue,
  trashDue,
  writeDecision,
} from '@rollcall/core';
import { entityKey, LIMITS } from '@rollcall/protocol';
import type { Routine } from '../world/routine.ts';
import { collectStored, isReferred, isStored } from './ledger.ts';
import { assetRows, LibraryOfTables } from './library.ts';
import type { Machine } from './machine.ts';
import type { Live } from './routes.ts';
import { dropTicket } from './tickets.ts';
import { LiveUpload } from './upload.ts';
import { keyOf } from './tables.ts';

/** What the server does by itself, again and again. */
export function* heartbeat(machine: Machine, live: Live): Routine {
  yield* machine.commit(() => countHeartbeat(machine));
  yield* expireTrash(machine);
  yield* collect(machine);
  yield* machine.commit(() => compact(machine));
  yield* sweep(machine, live);
}

/** The server opens its data folder: time before that was not seen. */
export function beginHeartbeat({ tables, now }: Machine): void {
  tables.facts.set('heartbeat', String(now()));
}

function countHeartbeat({ tables, now }: Machine): void {
  tables.facts.set('seen-time', String(timeSeen(tables.seen, Number(tables.fact('heartbeat') ?? now()), now())));
  tables.facts.set('heartbeat', String(now()));
}

/** Purges what was in Recently Deleted for long enough of time that the server saw pass. */
function* expireTrash(machine: Machine): Routine {
  const { tables } = machine;
  const due = [...tables.inTrash.rows].filter(([, since]) => since <= trashDue(tables.seen)).map(([key]) => key);
  for (const key of due) {
    const [library = '', assetId = ''] = key.split(' ');
    yield* machine.commit(() => {
      const since = tables.inTrash.get(key);
      const rows = assetRows(tables, library, assetId);
      if (!rows || since === undefined || since > trashDue(tables.seen)) return;
      writeDecision(new LibraryOfTables(tables, library), purged(rows, 'expiry'));
      tables.watcher?.expired(library, assetId);
    });
    machine.grew(library);
  }
}

/** Takes bytes that nothing refers to out of use once nobody can rely on them any more, and deletes what was out of use for long enough. */
function* collect(machine: Machine): Routine {
  const { tables, blobs } = machine;
  const changed = tables.fact('epoch-changed-seen');
  const before = collectBefore(tables.seen, changed === undefined ? null : Number(changed));
  if (before !== null)
    for (const hash of Array.from(tables.loose.rows.keys())) yield* blobs.inTurn(hash, quarantineOne(machine, hash, before));
  const due = [...tables.quarantine.rows].filter(([, since]) => since <= quarantineDue(tables.seen)).map(([hash]) => hash);
  for (const hash of due) yield* blobs.inTurn(hash, deleteOne(machine, hash));
}

function* quarantineOne(machine: Machine, hash: string, before: number): Routine {
  const { tables, blobs } = machine;
  const goes = yield* machine.commit(() => {
    const since = tables.loose.get(hash) ?? null;
    if (!isCollectable({ since, referred: isReferred(tables, hash), coming: isComing(machine, hash) }, before)) return false;
    tables.checks.delete(hash);
    tables.loose.delete(hash);
    if (blobs.stat(hash)) tables.quarantine.set(hash, tables.seen);
    return blobs.stat(hash) !== null;
  });
  if (!goes) return;
  blobs.quarantine(hash);
}

function isComing({ tables }: Machine, hash: string): boolean {
  return [...tables.tickets.values()].some((ticket) => ticket.hash === hash && ticket.result === null);
}

function* deleteOne(machine: Machine, hash: string): Routine {
  const { tables, blobs } = machine;
  const goes = yield* machine.commit(() => {
    const since = tables.quarantine.get(hash);
    return since !== undefined && since <= quarantineDue(tables.seen) && tables.quarantine.delete(hash);
  });
  if (!goes) return;
  if (isStored(tables, hash) && blobs.stat(hash) === null) blobs.unquarantine(hash);
  else blobs.dropQuarantined(hash);
}

/** Brings rows and files of the quarantine together, and finds bytes that no row knows, after a server that ended between the two. */
export function mendQuarantine({ tables, blobs }: Machine): void {
  tables.database.transact(() => {
    for (const hash of blobs.list('quarantine')) {
      const found = judgeQuarantined(isStored(tables, hash), blobs.stat(hash) !== null);
      if (found === 'bring-back') blobs.unquarantine(hash);
      else if (found === 'drop') blobs.dropQuarantined(hash);
      else {
        if (!tables.quarantine.has(hash)) tables.quarantine.set(hash, tables.seen);
        continue;
      }
      tables.quarantine.delete(hash);
      if (!isStored(tables, hash)) tables.loose.set(hash, tables.seen);
    }
    const there = new Set(blobs.list('quarantine'));
    for (const hash of Array.from(tables.quarantine.rows.keys())) {
      if (there.has(hash)) continue;
      tables.quarantine.delete(hash);
      if (blobs.stat(hash) && !isStored(tables, hash)) tables.loose.set(hash, tables.seen);
    }
    for (const hash of blobs.list('blobs')) if (!isReferred(tables, hash) && !tables.loose.has(hash)) tables.loose.set(hash, tables.seen);
  });
}

/** Takes away tombstones that every device had time to hear of; the floor of their library rises. */
function compact({ tables }: Machine): void {
  for (const [key, since] of Array.from(tables.tombstones.rows)) {
    if (since > tombstonesDue(tables.seen)) continue;
    const [library = '', assetId = ''] = key.split(' ');
    const { rows } = tables.index(library);
    const gone = rows.filter(
      ({ entity }) =>
        (entity.type === 'asset' && entity.id === assetId) ||
        (entity.type === 'rendition' && entity.assetId === assetId) ||
        (entity.type === 'resource' && entity.assetId === assetId),
    );
    const row = tables.library(library);
    for (const { entity } of gone) tables.entities.delete(keyOf(library, entityKey(entity)));
    tables.libraries.set(library, {
      ...row,
      floor: floorAfter(
        row.floor,
        gone.map(({ seq }) => seq),
      ),
    });
    tables.tombstones.delete(key);
  }
}

/** Collects uploads that were idle for a day, and what was stored and never committed. */
function* sweep(machine: Machine, live: Live): Routine {
  const { tables, blobs } = machine;
  const idle = machine.now() - LIMITS.uploadIdle;
  for (const ticket of Array.from(tables.tickets.values())) {
    if (ticket.touched >= idle) continue;
    if (ticket.result !== null) {
      live.delete(ticket.id);
      yield* machine.commit(() => dropTicket(tables, ticket));
      continue;
    }
    const arrived = blobs.disk.stat(`incoming/${ticket.id}`)?.ctime ?? 0;
    if (arrived >= idle) {
      // Asked for long ago, but its bytes still come.
      yield* machine.commit(() => {
        const now = tables.tickets.get(ticket.id);
        if (now) tables.tickets.set(ticket.id, { ...now, touched: arrived });
      });
      continue;
    }
    const own = live.get(ticket.id) ?? new LiveUpload(machine, ticket);
    if (own.inUse) continue;
    live.set(ticket.id, own);
    own.expire();
    while (own.isWorking) yield 1;
    live.delete(ticket.id);
  }
  yield* machine.commit(() => collectStored(tables, idle));
}

/** Hashes everything that is referred to again, and remembers what it finds. */
export function* scrub(machine: Machine): Routine {
  const { tables, blobs } = machine;
  const hashes = new Set([...tables.ledger.values()].filter(({ state }) => state !== 'reserved').map(({ hash }) => hash));
  for (const hash of [...hashes].sort()) {
    const found = blobs.stat(hash)?.hash;
    const state = found === undefined ? 'missing' : found === hash ? 'sound' : 'damaged';
    if (tables.checks.get(hash) !== state) yield* machine.commit(() => tables.checks.set(hash, state));
  }
}
