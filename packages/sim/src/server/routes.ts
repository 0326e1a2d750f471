import { judgeProven, judgeStored, type FoundThere } from '@rollcall/core';
import { agree, mintId, planted, type Resource, type UploadAnswer } from '@rollcall/protocol';
import { answered, refused, type Request, type Response, type Sender } from '../wire/messages.ts';
import { filled, type Routine } from '../world/routine.ts';
import { acknowledgedOf, readPage } from './feed.ts';
import { applyChange, assetRows, resolve } from './library.ts';
import type { Machine } from './machine.ts';
import { takeMutations } from './chain.ts';
import { answerAsk } from './tickets.ts';
import { keyOf } from './tables.ts';
import { LiveUpload } from './upload.ts';
import type { Piece } from '../disk/bytes.ts';

type Of<R extends Request['route']> = Extract<Request, { route: R }>;

/** Uploads in use. */
export type Live = Map<string, LiveUpload>;

/** Answers one request; null: the connection breaks. */
export function* answerRequest(machine: Machine, live: Live, sender: Sender, request: Request): Routine<Response | null> {
  const { protocol, least } = machine.speaks;
  if (agree(sender.protocol, protocol, least) === 'update-needed') return refused('update-needed', 426, { protocol, minSupported: least });
  if (!machine.tables.devices.has(sender.deviceId)) return refused('device-revoked', 401);
  switch (request.route) {
    case 'server':
      return answered({ epoch: machine.tables.fact('epoch') });
    case 'ask':
      return yield* ask(machine, live, sender, request);
    case 'send':
    case 'offset':
      return yield* upload(machine, live, sender, request);
    case 'mutations':
      return yield* mutations(machine, sender, request);
    case 'actions':
      return yield* actions(machine, sender, request);
    case 'changes':
      return yield* machine.commit(() => changes(machine, sender, request));
    case 'download':
      return yield* download(machine, sender, request);
    case 'orders':
      return answered({
        orders: [...machine.tables.orders.values()].filter(({ deviceId }) => deviceId === sender.deviceId),
        ...(machine.tables.closing.has(sender.libraryId) ? { closing: machine.tables.closing.get(sender.libraryId) } : {}),
      });
    case 'order-done':
      yield* machine.commit(() => machine.tables.orders.delete(request.id));
      return answered({});
    case 'wanted':
      return wanted(machine, sender);
    case 'fork':
      return yield* fork(machine, sender, request);
    case 'roll-call':
      return yield* rollCall(machine, sender, request);
    default:
      return request satisfies never;
  }
}

function* ask(machine: Machine, live: Live, sender: Sender, { asks }: Of<'ask'>): Routine<Response> {
  const { tables, blobs, chance } = machine;
  const isDamaged = (hash: string | null): boolean => {
    if (hash === null || (tables.ledgerRow(sender.libraryId, hash)?.state ?? 'reserved') === 'reserved') return false;
    return (tables.checks.get(hash) ?? 'sound') !== 'sound' || blobs.stat(hash) === null;
  };
  const answers = yield* machine.commit(() =>
    asks.map((each): UploadAnswer => {
      const facts = { now: machine.now(), newId: chance.hex(32), room: blobs.disk.free, damaged: isDamaged(each.hash) };
      return answerAsk(tables, sender, each, facts);
    }),
  );
  return answered({
    answers: answers.map((each) => (each.answer === 'send' ? { ...each, offset: offsetOf(machine, live, each.uploadId) } : each)),
  });
}

function offsetOf({ tables, blobs }: Machine, live: Live, id: string): number {
  return live.get(id)?.offset ?? Math.min(blobs.incoming(id)?.length ?? 0, tables.tickets.get(id)?.size ?? 0);
}

function* upload(machine: Machine, live: Live, sender: Sender, request: Of<'send' | 'offset'>): Routine<Response | null> {
  const row = machine.tables.tickets.get(request.upload);
  if (!row || row.library !== sender.libraryId || row.device !== sender.deviceId) return refused('upload-gone', 404);
  let own = live.get(row.id);
  if (!own) {
    own = new LiveUpload(machine, row);
    live.set(row.id, own);
  }
  return yield* filled(own.ask(request));
}

function* mutations(machine: Machine, sender: Sender, { mutations: sent }: Of<'mutations'>): Routine<Response> {
  const { tables } = machine;
  const before = tables.library(sender.libraryId).head;
  const response = yield* machine.commit(() => takeMutations(tables, sender, sent, machine.now()));
  if (tables.library(sender.libraryId).head > before) machine.grew(sender.libraryId);
  return response;
}

/** What a browser asks for: there is no chain, and each id takes effect once. */
function* actions(machine: Machine, sender: Sender, { actions: asked }: Of<'actions'>): Routine<Response> {
  const { tables } = machine;
  const library = sender.libraryId;
  const results = yield* machine.commit(() =>
    asked.map(({ id, change }) => {
      const key = keyOf(library, id);
      const result = tables.actions.get(key) ?? applyChange(tables, library, change, { now: machine.now(), deviceId: sender.deviceId });
      tables.actions.set(key, result);
      return { id, result };
    }),
  );
  machine.grew(library);
  return answered({ results });
}

function changes(
  { tables, speaks }: Machine,
  { libraryId: library, deviceId, protocol }: Sender,
  { cursor, limit }: Of<'changes'>,
): Response {
  const acknowledged = acknowledgedOf(tables, library, deviceId, tables.fact('epoch') ?? '');
  const page = readPage(tables, { library, cursor, limit, acknowledged, protocol: Math.min(protocol, speaks.protocol) });
  return page.ok ? answered(page.page) : refused('cursor-expired', 410, { why: page.why });
}

function* download(
  machine: Machine,
  { libraryId: library }: Sender,
  { assetId, resourceId, from, compressed }: Of<'download'>,
): Routine<Response> {
  const { tables, blobs } = machine;
  const rows = assetRows(tables, library, resolve(tables, library, assetId));
  const resource = rows?.resources.find(({ id, removed }) => id === resourceId && !removed);
  if (!rows || !resource || rows.asset.state === 'purged') return refused('not-found', 404);
  const { hash } = resource;
  // A compressed version that was made before lies there by itself.
  const kept = compressed === true ? machine.keptStandIn({ assetId: rows.asset.id, of: hash }) : null;
  if (kept !== null) return contentOf(kept, { of: kept, from, to: kept.length });
  const found = blobs.stat(hash);
  yield 1;
  const check = tables.checks.get(hash);
  if (!found || (check !== 'sound' && found.hash !== hash)) {
    yield* machine.commit(() => tables.checks.set(hash, found ? 'damaged' : 'missing'));
    return refused('damaged', 503, { hash });
  }
  if (check !== 'sound') yield* machine.commit(() => tables.checks.set(hash, 'sound'));
  if (compressed === true) {
    const small = machine.standInOf(found, { assetId: rows.asset.id, of: hash });
    return small === null ? refused('not-ready', 404, { never: true }) : contentOf(small, { of: small, from, to: small.length });
  }
  return contentOf(resource, { of: found, from, to: found.length });
}

function contentOf({ hash }: Pick<Resource, 'hash'>, piece: Piece): Response {
  const etag = `"${hash}"`;
  const { of, from, to } = piece;
  if (from > of.length) return { status: 416, headers: {}, json: null };
  if (from === 0) return { status: 200, headers: { etag }, json: null, bytes: { piece, whole: true } };
  return { status: 206, headers: { etag, 'content-range': `bytes ${from}-${to - 1}/${to}` }, json: null, bytes: { piece, whole: true } };
}

function wanted({ tables }: Machine, { libraryId: library }: Sender): Response {
  const bad = [...tables.checks.rows].filter(
    ([hash, found]) => found !== 'sound' && (tables.ledgerRow(library, hash)?.state === 'committed' || planted('wanted-of-all')),
  );
  const blobs = bad.map(([hash]) => ({
    hash,
    assetIds: (tables.index(library).byHash.get(hash) ?? []).flatMap(({ entity }) => (entity.type === 'resource' ? [entity.assetId] : [])),
  }));
  return answered({ blobs, next: null });
}

function* fork(machine: Machine, { libraryId }: Sender, { attempt }: Of<'fork'>): Routine<Response> {
  const { tables } = machine;
  const known = tables.facts.get(`fork ${attempt}`);
  const deviceId = known ?? mintId(machine.now(), machine.chance.bytes(10));
  yield* machine.commit(() => {
    tables.facts.set(`fork ${attempt}`, deviceId);
    tables.devices.set(deviceId, { library: libraryId, name: `${deviceId.slice(-4)} (2)` });
  });
  return answered({ deviceId, name: 'the copy' });
}

/** Proof 2: the stored bytes of exactly these resources are hashed again, now; what is damaged or lost is wanted again. */
function* rollCall(machine: Machine, { libraryId: library }: Sender, { lines, proves }: Of<'roll-call'>): Routine<Response> {
  const { tables } = machine;
  const found: FoundThere[] = [];
  for (const { assetId, role, hash } of lines) {
    const rows = assetRows(tables, library, resolve(tables, library, assetId));
    const isKnown = rows !== undefined && rows.resources.some((each) => each.role === role && each.hash === hash);
    yield 1;
    const there: FoundThere = isKnown ? yield* checkStored(machine, hash) : { state: 'not-in-library', hash: null };
    found.push(proves && rows !== undefined ? { ...there, state: judgeProven(rows.asset.state, there.state) } : there);
  }
  return answered({ found });
}

function* checkStored({ tables, blobs, commit }: Machine, hash: string): Routine<FoundThere> {
  const there = blobs.stat(hash);
  const found: FoundThere = there === null ? { state: 'missing', hash: null } : judgeStored(hash, there.hash);
  const check = found.state === 'missing' || found.state === 'damaged' ? found.state : 'sound';
  if ((tables.checks.get(hash) ?? 'sound') !== check) yield* commit(() => tables.checks.set(hash, check));
  return found;
}
