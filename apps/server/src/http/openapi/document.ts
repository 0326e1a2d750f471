import fastifySwagger from '@fastify/swagger';
import { API, type RouteName } from '@rollcall/protocol';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { MODELS } from './models.ts';
import { READ_OPERATIONS } from './read-operations.ts';
import { NO_STORE, refusalResponses, refusalsOf } from './refusals.ts';
import type { ApiDocument, Operation } from './types.ts';
import { UPLOAD_OPERATIONS } from './upload-operations.ts';

const BYTE_OPERATIONS: Readonly<Record<string, Operation>> = { ...UPLOAD_OPERATIONS, ...READ_OPERATIONS };
const BROWSER_OR_DEVICE = [{ device: [] }, { browser: [] }];
const ABOUT = `What devices and the web page say to a Rollcall server, and what it answers.

A device shows its token, a browser its cookie. Every refusal is an \`ApiError\`: a code for programs, words for people. Bytes go by
headers and streams; everything else is JSON. An answer with a status or a field that is not told here is a bug.`;

/**
 * Describes all routes that are added after this, at \`/api/v1/openapi.json\`. Throws when the app is ready and one of them has no
 * description.
 */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  const served: string[] = [];
  app.addHook('onRoute', ({ method, url, schema }) => {
    if (!url.startsWith('/api/') || schema?.hide) return;
    for (const each of [method].flat()) served.push(`${each} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  });
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Rollcall', description: ABOUT, version },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          device: { type: 'http', scheme: 'bearer', description: 'The token that a device was given when it was linked' },
          browser: { type: 'apiKey', in: 'cookie', name: 'rollcall_session', description: 'The cookie of a signed-in browser' },
        },
      },
      security: BROWSER_OR_DEVICE,
    },
    transform: createJsonSchemaTransform({ schemaRegistry: MODELS }),
    transformObject: (input) => {
      const named = createJsonSchemaTransformObject({ schemaRegistry: MODELS })(input) as unknown as ApiDocument;
      return complete(named, served) as never;
    },
  });
  app.get('/api/v1/openapi.json', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())),
  );
}

/** The document with what routes cannot say of themselves: their refusals, and all of the routes that carry bytes. */
function complete(document: ApiDocument, served: readonly string[]): ApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  const table = new Map(Object.entries(API).map(([name, route]) => [`${route.method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`, name]));
  for (const key of served) {
    const [method = '', path = ''] = key.split(' ');
    const name = table.get(key) as RouteName | undefined;
    const generated = document.paths[path]?.[method.toLowerCase()];
    const operation = name && generated ? ofTable(name, generated) : BYTE_OPERATIONS[key];
    // What HEAD answers follows from GET (RFC 9110 section 9.3.2).
    if (!operation && method === 'HEAD' && served.includes(`GET ${path}`)) continue;
    if (!operation) throw new Error(`the API’s document says nothing of ${key}`);
    (paths[path] ??= {})[method.toLowerCase()] = operation;
  }
  return onlyUsed({ ...document, paths });
}

/** Without the schemas that nothing refers to: each has a form for requests and one for answers, and most are used in one. */
function onlyUsed(document: ApiDocument): ApiDocument {
  const { schemas } = document.components;
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(schemas[name] ?? {});
    }
  };
  follow(document.paths);
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
  return { ...document, components: { ...document.components, schemas: kept } };
}

function ofTable(name: RouteName, generated: Operation): Operation {
  const route = API[name];
  return {
    ...generated,
    tags: [route.path.split('/')[3] === 'session' ? 'accounts' : tagOf(route.path)],
    ...(route.auth === 'device' ? { security: [{ device: [] }] } : {}),
    responses: {
      200: { ...generated.responses['200'], description: 'Done', headers: { 'Cache-Control': NO_STORE } },
      ...refusalResponses(refusalsOf(name, route)),
    },
  };
}

/** The first word of the path says what the route is about. */
function tagOf(path: string): string {
  const word = path.split('/')[3] ?? '';
  return word === 'device' ? 'devices' : word === 'assets' ? 'photos' : word;
}
