import type { Proof } from '../proof/proof.ts';
import type { Sources } from '../sources.ts';
import type { Cloud } from './cloud.ts';
import type { Line } from './outcome.ts';

/** Lines of one request, and requests at once: the cloud reads the bytes of each before it answers. */
const LINES = 100;
const AT_ONCE = 3;

/** A part of a photo of the library, and what it should be. */
export interface Claim extends Line {
  readonly assetId: string;
}

/**
 * Has the cloud read again all that it has of this import, and compares each hash with that of what was read here. What the cloud has joined
 * to another photo meanwhile is asked for there.
 */
export async function verifyImport(
  cloud: Cloud,
  claims: readonly Claim[],
  { nameOf }: Pick<Sources, 'nameOf'>,
  signal: AbortSignal,
): Promise<Proof['verified']> {
  // The same part of the same photo may have come from several files.
  const once = [...new Map(claims.map((claim) => [`${cloud.resolve(claim.assetId)} ${claim.role} ${claim.hash}`, claim])).values()];
  const first = await ask(cloud, once, signal);
  if (first.length > 0) await cloud.hear();
  const moved = first.map((claim) => whereNow(cloud, claim));
  const wrong = first.length === 0 ? [] : await ask(cloud, moved, signal);
  const names = new Set(wrong.map(({ hash }) => hash));
  return {
    files: once.length - wrong.length,
    bytes: once.reduce((sum, { size }) => sum + size, 0) - wrong.reduce((sum, { size }) => sum + size, 0),
    wrong: first.filter(({ hash }) => names.has(hash)).map(({ file }) => nameOf(file)),
  };
}

/** Gives those that are not there as they should be. */
async function ask(cloud: Cloud, claims: readonly Claim[], signal: AbortSignal): Promise<Claim[]> {
  const chunks = Array.from({ length: Math.ceil(claims.length / LINES) }, (_, at) => claims.slice(at * LINES, (at + 1) * LINES));
  const wrong: Claim[] = [];
  const one = async (): Promise<void> => {
    for (let some = chunks.shift(); some !== undefined; some = chunks.shift()) {
      signal.throwIfAborted();
      const lines = some.map(({ assetId, role, hash, size }) => ({ assetId: cloud.resolve(assetId), role, hash, size }));
      const found = await cloud.readAgain(lines);
      wrong.push(...some.filter(({ hash }, at) => found[at]?.state !== 'stored' || found[at].hash !== hash));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return wrong;
}

function whereNow(cloud: Cloud, claim: Claim): Claim {
  const remote = cloud.match(claim.hash) ?? cloud.remote(cloud.resolve(claim.assetId));
  const role = remote?.resources.find(({ hash, removed }) => !removed && hash === claim.hash)?.role;
  return remote === null || role === undefined ? claim : { ...claim, assetId: remote.asset.id, role };
}
