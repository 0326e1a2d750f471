import { planted } from '@rollcall/protocol';

/** What stored bytes are, by the hash that was just read of them. */
export function judgeStored(hash: string, found: string): { readonly state: 'stored' | 'damaged'; readonly hash: string } {
  if (planted('roll-call-trusts-rows')) return { state: 'stored', hash };
  return { state: found === hash ? 'stored' : 'damaged', hash: found };
}

/** What the cloud says of bytes that it has, and of the photo whose they are, to whoever would let the only other copy go. */
export function judgeProven<S extends string>(photo: 'live' | 'trashed' | 'purged', stored: S): S | 'trashed' | 'not-in-library' {
  if (photo === 'purged') return 'not-in-library';
  return photo === 'trashed' && !planted('trashed-is-safe') ? 'trashed' : stored;
}
