import { say, sayMany } from '@rollcall/protocol';
import { useMemo, useState } from 'react';
import { ask, tellFailure } from '../api/call.ts';
import { forgetPassword, keepPassword, keptPassword } from '../api/password.ts';
import type { Section } from '../grid/layout.ts';
import { useLibrary } from '../library/live.ts';
import { PasswordField } from '../parts/Question.tsx';
import { AlbumsSubHead } from '../albums/AlbumsSubHead.tsx';
import { typed } from '../parts/typed.ts';
import { useNow } from '../parts/useNow.ts';
import { useTitle } from '../parts/useTitle.ts';
import { LibraryGrid } from './LibraryGrid.tsx';

/** What a person hid, for who gives the password again: it is shown for five minutes, as far as this page is told apart. */
export function HiddenPage() {
  useTitle(say('Hidden'));
  // Looked at again with every minute: what was opened closes by itself.
  useNow();
  const [, setOpened] = useState(0);
  return keptPassword() === null ? (
    <Closed onOpen={() => setOpened((before) => before + 1)} />
  ) : (
    <Opened onClose={() => setOpened((before) => before + 1)} />
  );
}

function Closed({ onOpen }: { readonly onOpen: () => void }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async (form: FormData): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const password = typed(form, 'password');
    try {
      await ask('checkPassword', { body: { password } });
      keepPassword(password);
      onOpen();
    } catch (error) {
      setTrouble(tellFailure(error));
      setBusy(false);
    }
  };
  return (
    <div className="page">
      <AlbumsSubHead title={say('Hidden')}>
        <p className="quiet">
          {say('Photos that you hide are shown here alone, to who knows your password. They are safe in the cloud as all others are.')}
        </p>
      </AlbumsSubHead>
      <form
        className="card narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void open(new FormData(event.currentTarget));
        }}
      >
        <PasswordField hint={say('It is not asked again for five minutes.')} />
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
        <button type="submit" className="button primary" disabled={busy}>
          {say('Show them')}
        </button>
      </form>
    </div>
  );
}

function Opened({ onClose }: { readonly onClose: () => void }) {
  const { replica } = useLibrary();
  const items = replica.hidden;
  const sections = useMemo<readonly Section[]>(
    () => (items.length === 0 ? [] : [{ key: 'hidden', title: '', fullTitle: say('Hidden photos'), items }]),
    [items],
  );
  const head = (
    <div className="album-head">
      <AlbumsSubHead title={say('Hidden')}>
        <p className="quiet">
          {items.length === 0
            ? say('Nothing is hidden. Choose photos on another page and press “Hide”.')
            : sayMany(items.length, '{count} photo', '{count} photos')}
        </p>
      </AlbumsSubHead>
      <div className="album-actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            forgetPassword();
            onClose();
          }}
        >
          {say('Close')}
        </button>
      </div>
    </div>
  );
  return (
    <div className="page-with-grid">
      <LibraryGrid
        label={say('Hidden photos, newest first')}
        sections={sections}
        stretches={sections}
        lead={head}
        empty={<div className="page">{head}</div>}
      />
    </div>
  );
}
