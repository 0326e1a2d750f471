import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { resourceId, type Resource } from '@rollcall/protocol';
import { groupCommit, openDatabase } from '../../database.ts';
import { Refused } from '../../refused.ts';
import { countTraffic } from '../../traffic.ts';
import { openBlobStore, type BlobFilesOptions } from '../blob-files.ts';
import type { BytesContext } from '../context.ts';
import { bytesMigrations } from '../migrations.ts';
import type { LiveUploads } from '../live-uploads.ts';
import { openUploads, registerBytes } from '../register.ts';

export interface TestApp {
  readonly app: FastifyInstance;
  readonly uploads: LiveUploads;
  readonly context: BytesContext;
  readonly dataDir: string;
  readonly url: string;
  readonly port: number;
  /** Moves the server's clock. */
  advance(milliseconds: number): void;
  setQuota(libraryId: string, quota: number): void;
  /** Makes stored bytes a resource of a library. */
  addResource(libraryId: string, assetId: string, hash: string, size: number, fileName: string | null): Resource;
  /** Stops the server; the data stays. */
  stop(): Promise<void>;
}

export interface TestAppOptions extends BlobFilesOptions {
  readonly dataDir: string;
  readonly quota?: number;
}

/** The byte routes alone, for whoever names a library and a device in the header `authorization: library/device`. */
export async function startApp(options: TestAppOptions): Promise<TestApp> {
  const { dataDir } = options;
  const sqlite = openDatabase(dataDir, [bytesMigrations]);
  const { database } = sqlite;
  const quotas = new Map<string, number>();
  const resources = new Map<string, Resource>();
  let ahead = 0;
  const context: BytesContext = {
    database,
    write: groupCommit(sqlite),
    blobs: await openBlobStore(dataDir, options),
    traffic: countTraffic({ now: () => Date.now() + ahead }),
    clock: { now: () => Date.now() + ahead },
    log: () => undefined,
    closes: () => null,
    authenticate: async (request) => {
      const [libraryId, deviceId] = (request.headers.authorization ?? '').split('/');
      if (!libraryId || !deviceId) throw new Refused('signed-out', 'Sign in first.');
      return { libraryId, deviceId, kind: 'device', account: { id: libraryId, email: 'a@b.example', name: 'A', owner: true } };
    },
    libraries: {
      quotaOf: (libraryId) => quotas.get(libraryId) ?? options.quota ?? 5_000_000_000,
      asset: async (libraryId, assetId) => {
        const found = [...resources].filter(([key]) => key.startsWith(`${libraryId}/${assetId}/`)).map(([, resource]) => resource);
        return found.length > 0
          ? ({ id: assetId, state: 'live', fileName: 'IMG_0001.JPG', favourite: false, resources: found } as const)
          : null;
      },
    },
  };
  const app = Fastify({ forceCloseConnections: true });
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof Refused) return reply.code(error.statusCode).type('application/json').send(JSON.stringify(error.body));
    throw error;
  });
  const uploads = await openUploads(context);
  await registerBytes(app, context, uploads);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    app,
    uploads,
    context,
    dataDir,
    port,
    url: `http://127.0.0.1:${port}`,
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
    setQuota: (libraryId, quota) => void quotas.set(libraryId, quota),
    addResource: (libraryId, assetId, hash, size, fileName) => {
      const id = resourceId(assetId, 'original', hash);
      const resource: Resource = {
        type: 'resource',
        id,
        assetId,
        role: 'original',
        hash,
        size,
        mime: 'image/jpeg',
        fileName,
        modifiedAt: null,
        removed: false,
      };
      resources.set(`${libraryId}/${assetId}/${id}`, resource);
      return resource;
    },
    stop: async () => {
      await app.close();
      await context.blobs.close();
      database.close();
    },
  };
}

/** A folder that is removed when the test is over. */
export async function temporaryFolder(test: { after(work: () => Promise<void>): void }): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'rollcall-bytes-'));
  test.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** An app that is stopped, and its folder removed, when the test is over. */
export async function appOf(
  test: { after(work: () => Promise<void>): void },
  options: Omit<TestAppOptions, 'dataDir'> = {},
): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rollcall-bytes-'));
  const app = await startApp({ ...options, dataDir });
  test.after(async () => {
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return app;
}

export function someBytes(size: number): Buffer {
  return randomBytes(size);
}
