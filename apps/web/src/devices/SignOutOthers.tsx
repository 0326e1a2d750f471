import type { Device } from '@rollcall/protocol';
import { useState } from 'react';
import { ask, refusalCode, tellFailure } from '../api/call.ts';
import { queries } from '../api/queries.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Field } from '../parts/Field.tsx';
import { tell } from '../parts/news.tsx';
import { typed } from '../parts/typed.ts';
import { many } from '../words.ts';

/** Signs out every other browser of the account, once the password was given. */
export function SignOutOthers({ others, onClose }: { readonly others: readonly Device[]; readonly onClose: () => void }) {
  // Those that the question was about: the list gets shorter while they are signed out.
  const [browsers] = useState(others);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const signOut = async (form: FormData): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      const password = typed(form, 'password');
      for (const { id } of browsers) {
        await ask('revokeDevice', { params: { deviceId: id }, body: { password } }).catch((error: unknown) => {
          // It signed out by itself meanwhile.
          if (refusalCode(error) !== 'not-found') throw error;
        });
      }
      tell(`${many(browsers.length, 'other browser')} signed out.`);
      onClose();
    } catch (error) {
      setTrouble(tellFailure(error));
      setBusy(false);
    } finally {
      await queries.invalidateQueries({ queryKey: ['devices'] });
    }
  };
  return (
    <Dialog
      title={`Sign out ${many(browsers.length, 'other browser')}?`}
      onClose={onClose}
      onSubmit={(form) => void signOut(form)}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            Keep
          </button>
          <button type="submit" className="button danger-solid" disabled={busy}>
            Sign out
          </button>
        </>
      }
    >
      <p>Whoever uses them has to sign in again. This browser stays signed in, and devices go on.</p>
      <Field name="password" label="Your password" type="password" autoComplete="current-password" />
      <p className="form-trouble" role="alert">
        {trouble}
      </p>
    </Dialog>
  );
}
