import { tellReason, type Call, type Evidence } from '@rollcall/protocol';
import { Refused } from './refused.ts';

/** Whose photos a device has. */
export interface Owner {
  readonly libraryId: string;
  readonly email: string;
}

/** The token of this device is of another account than its photos. Nothing is asked, sent or fetched with it. */
export class ForeignAccount extends Error {
  override readonly name = 'ForeignAccount';
  readonly ok = false;
  readonly code = 'wrong-account';
  readonly evidence: Evidence;
  constructor(evidence: Evidence) {
    super(tellReason({ code: 'wrong-account', since: 0, evidence }).words);
    this.evidence = evidence;
  }
}

/** What is asked with a token that is refused is refused as well, by its own words. */
const SAYS_ENOUGH: ReadonlySet<string> = new Set(['signed-out', 'device-revoked', 'device-forked', 'update-needed', 'wrong-host']);

/**
 * Is this device signed in as whose photos it has? True: yes; false: it is not signed in at all.
 * Rejects with `ForeignAccount`, or with what kept the answer away.
 */
export async function isOwners(call: Call, owner: Owner): Promise<boolean> {
  const session = await call('session', {});
  if (!session.ok) {
    if (SAYS_ENOUGH.has(session.refusal.code)) return false;
    throw new Refused(session.refusal);
  }
  const { library, account } = session.value;
  if (library.id !== owner.libraryId) throw new ForeignAccount({ folderAccount: owner.email, account: account.email });
  return true;
}
