import { SignedReceipt, type ReceiptKey } from '@rollcall/protocol';
import { isSigned } from './signature.ts';

/** What is known of the server: what a device noted of it, and what it says now; null: it was not asked, or did not answer. */
export interface KnownKeys {
  readonly noted: readonly string[];
  readonly served: readonly ReceiptKey[] | null;
}

/** What a file is that should be a receipt. */
export type Judged =
  | { readonly state: 'no-receipt' }
  /** Somebody changed it, or its signature. */
  | { readonly state: 'changed' }
  /** `by`: who vouches for the key. `until`: the server signs with another one since then; milliseconds. */
  | {
      readonly state: 'valid';
      readonly by: 'server' | 'device';
      readonly until: number | null;
      /** The server answered, and does not know the key that this device noted. */
      readonly keyGone: boolean;
      readonly signed: SignedReceipt;
    }
  | { readonly state: 'another-server'; readonly signed: SignedReceipt }
  /** It is whole, and nobody here knows whose key that is. */
  | { readonly state: 'unknown-key'; readonly signed: SignedReceipt };

export function judgeReceipt(text: string, { noted, served }: KnownKeys): Judged {
  const parsed = SignedReceipt.safeParse(parseJson(text));
  if (!parsed.success) return { state: looksLikeOne(text) ? 'changed' : 'no-receipt' };
  const signed = parsed.data;
  if (!isSigned(signed)) return { state: 'changed' };
  const there = served?.find(({ key }) => key === signed.key);
  if (there) return { state: 'valid', by: 'server', until: there.until, keyGone: false, signed };
  if (noted.includes(signed.key)) return { state: 'valid', by: 'device', until: null, keyGone: served !== null, signed };
  return { state: noted.length > 0 || served !== null ? 'another-server' : 'unknown-key', signed };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function looksLikeOne(text: string): boolean {
  return text.includes('rollcall-receipt');
}
