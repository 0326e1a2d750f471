import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS, PROTOCOL_HEADER } from '@rollcall/protocol';
import { EXERCISES } from './testing/exercises.ts';
import { makeWorld, type Ask, type World } from './testing/world.ts';
import type { Operation } from './types.ts';

/** What nobody can bring about from outside: trouble of the server's own, and limits that are too far away. */
const OUT_OF_REACH: Readonly<Record<string, readonly string[]>> = {
  '*': ['500', '503', '507'],
  askUploads: ['429'],
  createUpload: ['429'],
};

test('OA-3: every route answers as the document says, and every status that the document tells is answered', async (t) => {
  const world = await makeWorld(t);
  for (const { method, path, operation } of world.api.operations()) {
    const exercise = EXERCISES[operation.operationId];
    assert.ok(exercise, `no exercise for ${operation.operationId}: add a line to testing/exercises.ts`);
    await refusals(world, method, path.replaceAll(/\{\w+\}/g, world.photo.assetId), operation);
  }
  for (const { operation } of world.api.operations()) await EXERCISES[operation.operationId]!(world);
  for (const { operation } of world.api.operations()) {
    const seen = world.api.seen.get(operation.operationId) ?? new Set();
    const unseen = Object.keys(operation.responses).filter((status) => !seen.has(status));
    const excused = [...OUT_OF_REACH['*']!, ...(OUT_OF_REACH[operation.operationId] ?? [])];
    assert.deepEqual(
      unseen.filter((status) => !excused.includes(status)),
      [],
      `${operation.operationId}: told, and never answered`,
    );
  }
});

/** What every route refuses alike. */
async function refusals({ ask, browser, device, revoked }: World, method: string, path: string, operation: Operation): Promise<void> {
  const by = async (who: Ask, status: number, headers: Record<string, string> = {}, body?: string): Promise<void> => {
    if (!(status in operation.responses)) return;
    const answer = await who(method, path, { headers, ...(body === undefined ? {} : { body }) });
    assert.equal(answer.status, status, `${operation.operationId} with ${JSON.stringify(headers)}`);
  };
  await by(ask, 426, { [PROTOCOL_HEADER]: '0' });
  await by(ask, 400, { [PROTOCOL_HEADER]: 'new' });
  if (method !== 'GET') await by(device, 403, { origin: 'https://elsewhere.example' });
  if (operation.security?.length !== 0) {
    await by(ask, 401);
    await by(revoked, 401);
  }
  if (operation.security?.[0]?.['device'] && operation.security.length === 1) await by(browser, 403);
  // Whoever is not known yet has little to say.
  const large = operation.security?.length === 0 ? 70_000 : LIMITS.jsonBody;
  if (operation.operationId !== 'createUpload') await by(device, 413, { 'content-type': 'application/json' }, `"${'x'.repeat(large)}"`);
}
