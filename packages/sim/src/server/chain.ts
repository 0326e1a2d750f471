import { takeChain, type Chain, type ChainRefusal } from '@rollcall/core';
import { mutationHash, type Mutation } from '@rollcall/protocol';
import { answered, refused, type Response, type Sender } from '../wire/messages.ts';
import { acknowledgedOf } from './feed.ts';
import { applyChange } from './library.ts';
import { keyOf, type Tables } from './tables.ts';

/** What a device sends in its chain, taken in one transaction of the caller's. */
export function takeMutations(tables: Tables, sender: Sender, mutations: readonly Mutation[], now: number): Response {
  const { libraryId: library, deviceId } = sender;
  const linked = mutations.map((mutation) => ({ mutation, hash: mutationHash(mutation) }));
  const taken = takeChain(chainOf(tables, sender), linked, (mutation) => {
    const result = applyChange(tables, library, mutation, { now, deviceId });
    const { epoch, n } = mutation;
    const deletes = mutation.name === 'asset.trash' ? mutation.args.assetId : null;
    tables.taken.set(tables.taken.size + 1, { library, deviceId, epoch, n, deletes });
    return result;
  });
  return taken.applied ? answered({ results: taken.results, acknowledged: taken.acknowledged }) : refusalOf(taken);
}

function chainOf(tables: Tables, { libraryId: library, deviceId }: Sender): Chain {
  const epoch = tables.fact('epoch') ?? '';
  const key = `${keyOf(library, deviceId)} ${epoch}`;
  return {
    epoch,
    head: () => acknowledgedOf(tables, library, deviceId, epoch),
    headIn: (other) => acknowledgedOf(tables, library, deviceId, other),
    outcome: (n) => tables.outcomes.get(`${key} ${n}`) ?? null,
    remember: ({ n, hash }, result) => {
      tables.outcomes.set(`${key} ${n}`, { hash, result });
      tables.chains.set(key, { n, hash });
    },
  };
}

function refusalOf(refusal: ChainRefusal): Response {
  switch (refusal.why) {
    case 'wrong-epoch':
      return refused('wrong-epoch', 409, { epoch: refusal.epoch, takenN: refusal.taken.n, takenHash: refusal.taken.hash });
    case 'mutation-gap':
      return refused('mutation-gap', 409, { expected: refusal.expected });
    case 'device-forked':
      return refused('device-forked', 409, { n: refusal.n });
    default:
      return refusal satisfies never;
  }
}
