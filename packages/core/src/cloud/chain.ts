import { planted } from '@rollcall/protocol';
import type { Acknowledged, Mutation, MutationResult } from '@rollcall/protocol';

/** A mutation with its link of the chain, as hashed from the text that came. */
export interface LinkedMutation {
  readonly mutation: Mutation;
  readonly hash: string;
}

/** Results remembered for each device and epoch, by count back from its newest; a device's outbox that was not told for longer is taken for a clone's. */
export const REMEMBERED_RESULTS = 50_000;

/** What a library remembers of one device's chain, in the epoch that it is in. */
export interface Chain {
  readonly epoch: string;
  /** How far it was taken. */
  head(): Acknowledged;
  /** The same in another epoch. */
  headIn(epoch: string): Acknowledged;
  /** What came of one mutation; null: it is new, or forgotten (`REMEMBERED_RESULTS`). */
  outcome(n: number): { readonly hash: string; readonly result: MutationResult } | null;
  remember(link: Acknowledged, result: MutationResult): void;
}

/** The chain does not fit; nothing of the request is applied. */
export type ChainRefusal =
  | {
      readonly applied: false;
      readonly why: 'wrong-epoch';
      readonly epoch: string;
      /** How far the chain was taken in the epoch that was named. */
      readonly taken: Acknowledged;
    }
  | { readonly applied: false; readonly why: 'mutation-gap'; readonly expected: number }
  /** Another hash than the one that is remembered, or one that is forgotten: a copy of the device speaks, however old. */
  | { readonly applied: false; readonly why: 'device-forked'; readonly n: number };

export interface Applied {
  readonly applied: true;
  readonly results: readonly { readonly n: number; readonly result: MutationResult }[];
  readonly acknowledged: Acknowledged;
}

/**
 * Takes mutations of a chain, in one transaction of the caller's: those seen before answer as they did and have no effect, the
 * others are applied in order. Unless all of them fit, none is.
 */
export function takeChain(
  chain: Chain,
  links: readonly LinkedMutation[],
  apply: (mutation: Mutation) => MutationResult,
): Applied | ChainRefusal {
  const refusal = refuseChain(chain, links);
  if (refusal) return refusal;
  const results = links.map(({ mutation, hash }) => {
    const before = planted('taken-twice') ? null : chain.outcome(mutation.n);
    if (before) return { n: mutation.n, result: before.result };
    const result = apply(mutation);
    chain.remember({ n: mutation.n, hash }, result);
    return { n: mutation.n, result };
  });
  return { applied: true, results, acknowledged: chain.head() };
}

/** Null when every mutation is either one seen before, with the same hash, or the very next of the chain. */
function refuseChain(chain: Chain, links: readonly LinkedMutation[]): ChainRefusal | null {
  let head = chain.head();
  for (const { mutation, hash } of links) {
    if (mutation.epoch !== chain.epoch)
      return { applied: false, why: 'wrong-epoch', epoch: chain.epoch, taken: chain.headIn(mutation.epoch) };
    if (mutation.n > head.n + 1) return { applied: false, why: 'mutation-gap', expected: head.n + 1 };
    const next = mutation.n === head.n + 1;
    const fits = next ? mutation.previous === head.hash : hash === (mutation.n === head.n ? head.hash : chain.outcome(mutation.n)?.hash);
    if (!fits) return { applied: false, why: 'device-forked', n: mutation.n };
    if (next) head = { n: mutation.n, hash };
  }
  return null;
}
