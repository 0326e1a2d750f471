import { say } from '@rollcall/protocol';
import { networkInterfaces } from 'node:os';

/** Addresses that a system gives itself where nobody gave it one: they lead nowhere. */
const SELF_GIVEN = /^(169\.254\.|fe80:)/i;

/** Names of the networks on which this machine has an address that leads somewhere. */
export function interfacesHere(): string[] {
  return Object.entries(networkInterfaces())
    .filter(([, addresses]) => addresses?.some(({ internal, address }) => !internal && !SELF_GIVEN.test(address)))
    .map(([name]) => name);
}

/** The same as a person is told of it. */
export function interfaceWords(names: readonly string[]): string {
  if (names.length === 0) return say('no network is connected');
  return say('connected to {names}, which leads nowhere', { names: names.join(' and ') });
}
