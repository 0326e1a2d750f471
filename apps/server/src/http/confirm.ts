import { say } from '@rollcall/protocol';
import type { Asker } from '../context.ts';
import { Refused } from '../refused.ts';
import type { RouteContext } from './handlers.ts';

/**
 * The password again, for what cannot be taken back. Throws `wrong-password`, or `rate-limited` when it was guessed too often.
 * @param words asks for it, and says what for
 */
export async function confirm(
  context: RouteContext,
  { account }: Asker,
  password: string | undefined,
  address: string,
  words: string,
): Promise<void> {
  if (password === undefined) throw new Refused('wrong-password', words);
  const attempt = context.attempts.begin(address, account.email);
  const found = await context.accounts.signIn.check(account.email, password);
  if (!found) {
    noteWrongPassword(context, account.email);
    throw new Refused('wrong-password', say('The password is not right.'));
  }
  attempt.right();
  await context.accounts.signIn.end(found.session.token);
}

/** That a password was wrong, and how, stands in the log; whose it was does not. */
export function noteWrongPassword({ accounts, log }: RouteContext, email: string): void {
  log('a password was not right', { why: accounts.signIn.whyNot(email) });
}
