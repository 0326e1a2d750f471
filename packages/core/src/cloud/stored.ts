import { planted } from '@rollcall/protocol';

/** What stored bytes are, by the hash that was just read of them. */
export function judgeStored(hash: string, found: string): { readonly state: 'stored' | 'damaged'; readonly hash: string } {
  if (planted('roll-call-trusts-rows')) return { state: 'stored', hash };
  return { state: found === hash ? 'stored' : 'damaged', hash: found };
}
