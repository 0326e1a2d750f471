import { say, sayMany } from '@rollcall/protocol';
import { useState } from 'react';
import { refusalCode, tellFailure } from '../api/call.ts';
import { forgetPassword, keepPassword, keptPassword } from '../api/password.ts';
import { act, purge, tellTrouble } from '../library/act.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { tell } from '../parts/news.tsx';
import { PasswordField } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';

interface PurgeDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
  /** They are gone, but for those that were kept, which was told. */
  readonly onDone: () => void;
}

/** Asks before photos go for good, and for the password, unless it was right a short while ago. */
export function PurgeDialog({ ids, onClose, onDone }: PurgeDialogProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [asksPassword, setAsksPassword] = useState(() => keptPassword() === null);
  const [busy, setBusy] = useState(false);
  const destroy = async (form: FormData): Promise<void> => {
    const password = asksPassword ? typed(form, 'password') : keptPassword();
    // It was kept when the question was asked, and has been forgotten meanwhile.
    if (password === null) return setAsksPassword(true);
    setBusy(true);
    setTrouble(null);
    try {
      const kept = tellTrouble(await act(purge(ids), password));
      keepPassword(password);
      tell(
        kept ?? sayMany(ids.length, '{count} photo deleted for good', '{count} photos deleted for good'),
        kept === null ? {} : { tone: 'trouble' },
      );
      onDone();
    } catch (error) {
      if (refusalCode(error) === 'wrong-password') {
        forgetPassword();
        setAsksPassword(true);
      }
      setTrouble(tellFailure(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={sayMany(ids.length, 'Delete this photo for good?', 'Delete {count} photos for good?')}
      onClose={onClose}
      onSubmit={(form) => void destroy(form)}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {say('Keep')}
          </button>
          <button type="submit" className="button danger-solid" disabled={busy}>
            {say('Delete for good')}
          </button>
        </>
      }
    >
      <p>{say('It goes from the cloud and cannot be brought back. If it was restored on another device meanwhile, it is kept.')}</p>
      {asksPassword && <PasswordField hint={say('It is not asked again for five minutes.')} />}
      <p className="form-trouble" role="alert">
        {trouble}
      </p>
    </Dialog>
  );
}
