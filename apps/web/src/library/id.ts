import { mintId } from '@rollcall/protocol';

/** A new id, for what this page makes. */
export function newId(): string {
  return mintId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
