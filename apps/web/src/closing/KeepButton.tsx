import { say } from '@rollcall/protocol';
import { useState } from 'react';
import { keepLibrary } from './keep.ts';

/** *Keep my library*: no question, for it takes nothing away. */
export function KeepButton({ look }: { readonly look: string }) {
  const [busy, setBusy] = useState(false);
  return (
    <button
      type="button"
      className={look}
      disabled={busy}
      onClick={() => {
        setBusy(true);
        void keepLibrary().finally(() => setBusy(false));
      }}
    >
      {say('Keep my library')}
    </button>
  );
}
