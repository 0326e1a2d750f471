import { mutationHash, type Mutation, type MutationResult } from '@rollcall/protocol';
import type { Response } from '../network/messages.ts';
import { answered, refused, type Sender } from '../network/messages.ts';
import { acknowledgedOf } from './feed.ts';
import { applyChange } from './library.ts';
import { keyOf, type Tables } from './tables.ts';

/** What a device sends in its chain, taken in one transaction of the caller's. */
export function takeMutations(tables: Tables, sender: Sender, mutations: readonly Mutation[], now: number): Response {
  const { libraryId: library, deviceId } = sender;
  const epoch = tables.fact('epoch') ?? '';
  const linked = mutations.map((mutation) => ({ mutation, hash: mutationHash(mutation) }));
  const refusal = refuseChain(tables, sender, epoch, linked);
  if (refusal) return refusal;
  const results: { n: number; result: MutationResult }[] = [];
  for (const { mutation, hash } of linked) {
    const chain = `${keyOf(library, deviceId)} ${epoch}`;
    const before = tables.outcomes.get(`${chain} ${mutation.n}`)?.result;
    const result = before ?? applyChange(tables, library, mutation, { now, deviceId });
    if (!before) {
      tables.outcomes.set(`${chain} ${mutation.n}`, { hash, result });
      tables.chains.set(chain, { n: mutation.n, hash });
      tables.taken.set(tables.taken.size + 1, { library, deviceId, epoch, n: mutation.n, hash });
    }
    results.push({ n: mutation.n, result });
  }
  return answered({ results, acknowledged: acknowledgedOf(tables, library, deviceId, epoch) });
}

function refuseChain(
  tables: Tables,
  { libraryId: library, deviceId }: Sender,
  epoch: string,
  linked: readonly { readonly mutation: Mutation; readonly hash: string }[],
): Response | null {
  let head = acknowledgedOf(tables, library, deviceId, epoch);
  for (const { mutation, hash } of linked) {
    if (mutation.epoch !== epoch) {
      const taken = acknowledgedOf(tables, library, deviceId, mutation.epoch);
      return refused('wrong-epoch', 409, { epoch, taken: taken.n, takenHash: taken.hash });
    }
    if (mutation.n > head.n + 1) return refused('mutation-gap', 409, { expected: head.n + 1 });
    const known = tables.outcomes.get(`${keyOf(library, deviceId)} ${epoch} ${mutation.n}`)?.hash;
    const fits = mutation.n === head.n + 1 ? mutation.previous === head.hash : hash === (mutation.n === head.n ? head.hash : known);
    if (!fits) return refused('device-forked', 409, { n: mutation.n });
    if (mutation.n === head.n + 1) head = { n: mutation.n, hash };
  }
  return null;
}
