import type { Frame, NamedHalf, ReadFields, Shot } from '@rollcall/core';
import { resourceId, type Asset, type Rendition, type Resource } from '@rollcall/protocol';
import Fastify, { type FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFigures } from '../../metrics/figures.ts';
import { bytesMigrations } from '../../bytes/index.ts';
import type { ServerContext } from '../../context.ts';
import { groupCommit, openDatabase } from '../../database.ts';
import type { LibraryStore, UnreadSidecar, WantedRendition } from '../../library/store.ts';
import { Refused } from '../../refused.ts';
import { registerRenditions, registerViews, renditionMigrations, startRenditions, type RenditionWork } from '../index.ts';

/** A library in memory: this room is tested without the rooms beside it. */
interface Shelf {
  readonly assets: Map<
    string,
    { resources: Resource[]; shown: string; state: Asset['state']; favourite: boolean; fields: ReadFields | null }
  >;
  readonly renditions: Map<string, Rendition>;
  /** What was read of halves of Live Photos: the asset, and the identifier. */
  readonly halves: (readonly [assetId: string, livePairId: string])[];
  /** What files told that could be halves of Live Photos by their names. */
  readonly named: (readonly [assetId: string, half: NamedHalf])[];
  /** What photos told of their shots. */
  readonly shots: (readonly [assetId: string, shot: Shot])[];
  /** What photos and films told, by which an edit finds its original. */
  readonly editions: (readonly [assetId: string, shot: Shot])[];
  /** Of which bursts photos told that they are frames. */
  readonly frames: (readonly [assetId: string, frame: Frame])[];
  /** What lies beside photos and is to be read. */
  readonly unread: Omit<UnreadSidecar, 'libraryId'>[];
  /** What was read of it: the resource, and what it told. */
  readonly taken: (readonly [resourceId: string, told: Parameters<LibraryStore['takeSidecar']>[1]])[];
}

export interface TestServer {
  /** Many photos come in. */
  heavy: boolean;
  /** Libraries of which a device keeps no originals. */
  readonly optimised: Set<string>;
  readonly dataDir: string;
  readonly app: FastifyInstance;
  readonly work: RenditionWork;
  readonly views: RenditionWork['views'];
  readonly context: ServerContext;
  readonly logged: string[];
  shelf(libraryId: string): Shelf;
  /** Puts a file into a library; answers the resource's id. */
  add(libraryId: string, assetId: string, name: string, bytes: Uint8Array, role?: string): string;
  /** Ends everything but the data folder. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export const LIBRARY = '0197aaaa-0000-7000-8000-000000000001';
export const OTHER_LIBRARY = '0197aaaa-0000-7000-8000-000000000002';
export const assetIdOf = (n: number): string => `0197bbbb-0000-7000-8000-${String(n).padStart(12, '0')}`;

type Needed = Pick<
  LibraryStore,
  | 'withoutRendition'
  | 'putRendition'
  | 'wantRendition'
  | 'describeAsset'
  | 'joinHalf'
  | 'joinNamed'
  | 'joinShot'
  | 'joinEdit'
  | 'holdFrame'
  | 'unreadSidecars'
  | 'takeSidecar'
  | 'asset'
>;

function libraryOn(shelf: (libraryId: string) => Shelf): Needed {
  return {
    withoutRendition: async (limit) =>
      [LIBRARY, OTHER_LIBRARY]
        .flatMap((libraryId) =>
          [...shelf(libraryId).assets].toReversed().flatMap(([assetId, asset]): WantedRendition[] => {
            const of = asset.resources.find((each) => each.id === asset.shown)!;
            return asset.state !== 'live' || shelf(libraryId).renditions.get(assetId)?.of === of.id
              ? []
              : [{ libraryId, assetId, kind: 'photo', fileName: of.fileName ?? 'x', of }];
          }),
        )
        .slice(0, limit),
    putRendition: async (libraryId, rendition) => {
      if (shelf(libraryId).assets.get(rendition.assetId)?.shown !== rendition.of) return false;
      shelf(libraryId).renditions.set(rendition.assetId, rendition);
      return true;
    },
    wantRendition: async (libraryId, assetId) => void shelf(libraryId).renditions.delete(assetId),
    describeAsset: async (libraryId, assetId, fields) => void (shelf(libraryId).assets.get(assetId)!.fields = fields),
    joinHalf: async (libraryId, assetId, livePairId) => {
      shelf(libraryId).halves.push([assetId, livePairId]);
      return false;
    },
    joinNamed: async (libraryId, assetId, half) => {
      shelf(libraryId).named.push([assetId, half]);
      return false;
    },
    joinShot: async (libraryId, assetId, shot) => {
      shelf(libraryId).shots.push([assetId, shot]);
      return false;
    },
    joinEdit: async (libraryId, assetId, shot) => {
      shelf(libraryId).editions.push([assetId, shot]);
      return false;
    },
    holdFrame: async (libraryId, assetId, frame) => void shelf(libraryId).frames.push([assetId, frame]),
    unreadSidecars: async (limit) =>
      [LIBRARY, OTHER_LIBRARY].flatMap((libraryId) => shelf(libraryId).unread.map((each) => ({ ...each, libraryId }))).slice(0, limit),
    takeSidecar: async ({ libraryId, of }, told) => {
      const { unread, taken } = shelf(libraryId);
      unread.splice(
        unread.findIndex((each) => each.of.id === of.id),
        1,
      );
      taken.push([of.id, told]);
    },
    asset: async (libraryId, assetId) => {
      const asset = shelf(libraryId).assets.get(assetId);
      return asset === undefined
        ? null
        : { id: assetId, state: asset.state, fileName: 'x.jpg', favourite: asset.favourite, resources: asset.resources };
    },
  };
}

/** Bytes of their names; or what a disk made of them. */
function blobsIn(folder: string): Pick<ServerContext['blobs'], 'path' | 'stat' | 'rehash'> {
  return {
    path: (hash) => join(folder, hash),
    stat: async () => null,
    rehash: async (hash) => {
      const bytes = readFileSync(join(folder, hash));
      const found = createHash('sha256').update(bytes).digest('hex');
      return { state: found === hash ? 'stored' : 'damaged', hash: found, size: bytes.length };
    },
  };
}

function emptyShelf(): Shelf {
  return { assets: new Map(), renditions: new Map(), halves: [], named: [], shots: [], editions: [], frames: [], unread: [], taken: [] };
}

/** `before`: a server that was stopped, whose library and data folder go on. */
export function testServer(before: TestServer | null = null, toolLook?: number): TestServer {
  const dataDir = before?.dataDir ?? mkdtempSync(join(tmpdir(), 'rollcall-renditions-'));
  const shelves = new Map<string, Shelf>();
  const shelf = (libraryId: string): Shelf =>
    before?.shelf(libraryId) ?? shelves.get(libraryId) ?? shelves.set(libraryId, emptyShelf()).get(libraryId)!;
  const sqlite = openDatabase(dataDir, [bytesMigrations, renditionMigrations]);
  const { database } = sqlite;
  const logged: string[] = [];
  const libraries = libraryOn(shelf);
  const context = {
    dataDir,
    database,
    write: groupCommit(sqlite),
    libraries,
    blobs: blobsIn(dataDir),
    traffic: {
      arrived: () => undefined,
      get heavy() {
        return server.heavy;
      },
    },
    clock: { now: () => Date.now() },
    optimises: (libraryId: string) => server.optimised.has(libraryId),
    optimising: () => [...server.optimised],
    figures: openFigures(),
    log: (words: string, details: unknown) => void logged.push(`${words} ${JSON.stringify(details)}`),
    authenticate: async (request: { headers: Record<string, unknown> }) => {
      if (typeof request.headers['x-library'] !== 'string') throw new Refused('signed-out', 'Sign in.');
      return { libraryId: request.headers['x-library'] };
    },
  } as unknown as ServerContext;
  const app = Fastify();
  app.setErrorHandler((error, _request, reply) =>
    error instanceof Refused ? reply.code(error.statusCode).send(error.body) : reply.code(500).send(String(error)),
  );
  const work = startRenditions(context, undefined, undefined, toolLook);
  registerRenditions(app, context);
  registerViews(app, { ...context, views: work.views });
  const stop = async (): Promise<void> => {
    await work.close();
    await app.close();
    database.close();
  };
  const server: TestServer = {
    heavy: false,
    optimised: new Set(),
    dataDir,
    app,
    work,
    views: work.views,
    context,
    logged,
    shelf,
    add: (libraryId, assetId, name, bytes, role = 'original') => {
      const hash = createHash('sha256').update(bytes).digest('hex');
      writeFileSync(join(dataDir, hash), bytes);
      const id = resourceId(assetId, role, hash);
      const resource: Resource = {
        type: 'resource',
        id,
        assetId,
        role,
        hash,
        size: bytes.length,
        mime: name.endsWith('.HEIC') ? 'image/heic' : 'image/jpeg',
        fileName: name,
        modifiedAt: 1_700_000_000_000,
        removed: false,
      };
      const known = shelf(libraryId).assets.get(assetId);
      shelf(libraryId).assets.set(assetId, {
        state: 'live',
        favourite: false,
        fields: null,
        ...known,
        resources: [...(known?.resources ?? []), resource],
        shown: id,
      });
      return id;
    },
    stop,
    close: async () => {
      await stop();
      rmSync(dataDir, { recursive: true });
    },
  };
  return server;
}
