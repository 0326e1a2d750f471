import { say } from '@rollcall/protocol';
import { useState, type ReactNode } from 'react';
import { tellFailure } from '../api/call.ts';
import { Dialog } from './Dialog.tsx';
import { Field } from './Field.tsx';

interface QuestionProps {
  readonly title: string;
  /** The button that leaves all as it is. */
  readonly leave: string;
  /** The button that does it; null: it cannot be done. */
  readonly act: string | null;
  readonly tone: 'primary' | 'danger-solid';
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** Rejects when it did not work; then the question stays, and says why. Otherwise it is over. */
  readonly onAct: (form: FormData) => Promise<void>;
}

/** A dialog that asks before something is done, does it, and tells what went wrong. */
export function Question({ title, leave, act, tone, children, onClose, onAct }: QuestionProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (form: FormData): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      await onAct(form);
    } catch (error) {
      setTrouble(tellFailure(error));
      setBusy(false);
      return;
    }
    onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={(form) => void submit(form)}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {leave}
          </button>
          {act !== null && (
            <button type="submit" className={`button ${tone}`} disabled={busy}>
              {act}
            </button>
          )}
        </>
      }
    >
      {children}
      <p className="form-trouble" role="alert">
        {trouble}
      </p>
    </Dialog>
  );
}

/** What cannot be taken back is asked for with the password. */
export function PasswordField({ hint }: { readonly hint?: string }) {
  return (
    <Field
      name="password"
      label={say('Your password')}
      type="password"
      autoComplete="current-password"
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
