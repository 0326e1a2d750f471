import { say, sayMany, type Device } from '@rollcall/protocol';
import { useState } from 'react';
import { ask, refusalCode } from '../api/call.ts';
import { queries } from '../api/queries.ts';
import { tell } from '../parts/news.tsx';
import { PasswordField, Question } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';

/** Signs out every other browser of the account, once the password was given. */
export function SignOutOthers({ others, onClose }: { readonly others: readonly Device[]; readonly onClose: () => void }) {
  // Those that the question was about: the list gets shorter while they are signed out.
  const [browsers] = useState(others);
  const signOut = async (form: FormData): Promise<void> => {
    try {
      const password = typed(form, 'password');
      for (const { id } of browsers) {
        await ask('revokeDevice', { params: { deviceId: id }, body: { password } }).catch((error: unknown) => {
          // It signed out by itself meanwhile.
          if (refusalCode(error) !== 'not-found') throw error;
        });
      }
      tell(sayMany(browsers.length, '{count} other browser signed out.', '{count} other browsers signed out.'));
    } finally {
      await queries.invalidateQueries({ queryKey: ['devices'] });
    }
  };
  return (
    <Question
      title={sayMany(browsers.length, 'Sign out {count} other browser?', 'Sign out {count} other browsers?')}
      leave={say('Keep')}
      act={say('Sign out')}
      tone="danger-solid"
      onClose={onClose}
      onAct={signOut}
    >
      <p>{say('Whoever uses them has to sign in again. This browser stays signed in, and devices go on.')}</p>
      <PasswordField />
    </Question>
  );
}
