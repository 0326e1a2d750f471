import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { between } from '@rollcall/core';
import { API, createClient, mintId, type Change, type RouteInput, type RouteName, type RouteOutput } from '@rollcall/protocol';
import { EMAIL, PASSWORD } from './world.ts';

/** What a browser that is signed in asks for, without the browser. */
export interface Session {
  ok<N extends RouteName>(name: N, input: RouteInput<N>): Promise<RouteOutput<N>>;
  /** The whole body at a path. */
  bytes(path: string): Promise<Uint8Array>;
  send(method: 'PUT' | 'PATCH', path: string, body: Uint8Array, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

export const newId = (): string => mintId(Date.now(), randomBytes(10));

/** An album with these photos, as somebody makes it in a browser. Its id. */
export async function makeAlbum(session: Session, title: string, assetIds: readonly string[]): Promise<string> {
  const albumId = newId();
  const changes: Change[] = [
    { name: 'album.create', args: { albumId, fields: { title, order: 'by-hand', cover: null } } },
    ...assetIds.map((assetId): Change => ({ name: 'album.add', args: { albumId, assetId, position: between(null, null) } })),
  ];
  const { results } = await session.ok('actions', { body: { actions: changes.map((change) => ({ id: newId(), change })) } });
  for (const { result } of results) assert.deepEqual(result, { status: 'applied' });
  return albumId;
}

export async function signInByPassword(url: string, email = EMAIL, password = PASSWORD): Promise<Session> {
  const signedIn = await fetch(`${url}${API.signIn.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`nobody was signed in: ${await signedIn.text()}`);
  const call = createClient(
    async ({ method, path, headers, body }) => {
      const answer = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
      return { status: answer.status, text: await answer.text() };
    },
    { cookie },
  );
  return {
    async ok(name, input) {
      const answer = await call(name, input);
      if (!answer.ok) throw new Error(`${name} was refused: ${answer.refusal.words}`);
      return answer.value;
    },
    async bytes(path) {
      const answer = await fetch(`${url}${path}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    send(method, path, bytes, more = {}) {
      const headers = { cookie, 'content-type': 'application/octet-stream', ...more };
      const init: RequestInit & { method: 'PUT' | 'PATCH' } = { method, headers, body: bytes as Uint8Array<ArrayBuffer> };
      return fetch(`${url}${path}`, init);
    },
  };
}
