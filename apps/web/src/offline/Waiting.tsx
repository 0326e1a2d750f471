import { say, sayMany } from '@rollcall/protocol';
import { useEffect, useState } from 'react';
import { rich } from '../language/rich.tsx';
import { useLibrary, outbox, useOutbox } from '../library/live.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { keepSafely } from '../kept/room.ts';
import { changeWords, cureWords } from './words.ts';

/** Named in the list; the others are counted. */
const NAMED = 200;

/** Said while changes made here wait for the network; which they are is a press away. */
export function Waiting() {
  const { waiting, held } = useOutbox();
  const [open, setOpen] = useState(false);
  const shown = held && waiting.length > 0;
  useEffect(() => {
    // Now there is something here that is nowhere else.
    if (shown) void keepSafely();
  }, [shown]);
  if (!shown) return null;
  return (
    <div className="banner" role="status">
      <Icon name="clock" size={18} />
      <span>
        {sayMany(
          waiting.length,
          '{count} change waits for the network, kept in this browser.',
          '{count} changes wait for the network, kept in this browser.',
        )}
      </span>
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        {rich('<changes>Show</changes>', { changes: (text) => text })}
      </button>
      {open && <WaitingDialog onClose={() => setOpen(false)} />}
    </div>
  );
}

function WaitingDialog({ onClose }: { readonly onClose: () => void }) {
  const { waiting } = useOutbox();
  const { replica } = useLibrary();
  return (
    <Dialog
      title={say('Waiting for the network')}
      onClose={onClose}
      actions={
        <button type="button" className="button primary" onClick={onClose}>
          {say('Done')}
        </button>
      }
    >
      <p className="quiet">
        {say('In the order in which they were made. They are shown as done here; other devices see them when they are sent.')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <ul className="changes-list" tabIndex={0} aria-label={say('Changes that wait')}>
        {waiting.slice(0, NAMED).map(({ n, change }) => (
          <li key={n}>{changeWords(change, replica)}</li>
        ))}
      </ul>
      {waiting.length > NAMED && <p className="quiet">{say('And {more} more.', { more: waiting.length - NAMED })}</p>}
    </Dialog>
  );
}

/** Said when changes were not made in the end: which, why, and what can be done. */
export function Refusals() {
  const { refused } = useOutbox();
  const [open, setOpen] = useState(false);
  if (refused.length === 0) return null;
  return (
    <div className="banner" role="status">
      <Icon name="alert" size={18} />
      <span>
        {sayMany(
          refused.length,
          '{count} change that you made without the network could not be made in your library.',
          '{count} changes that you made without the network could not be made in your library.',
        )}
      </span>
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        {say('Show which')}
      </button>
      {open && <RefusalsDialog onClose={() => setOpen(false)} />}
    </div>
  );
}

function RefusalsDialog({ onClose }: { readonly onClose: () => void }) {
  const { refused } = useOutbox();
  const { replica } = useLibrary();
  return (
    <Dialog
      title={say('Not made in your library')}
      onClose={onClose}
      actions={
        <button type="button" className="button primary" onClick={() => void outbox()?.dismiss()}>
          {say('I have read it')}
        </button>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <ul className="changes-list" tabIndex={0} aria-label={say('Changes that were not made')}>
        {refused.slice(0, NAMED).map((each) => (
          <li key={each.n}>
            <strong>{changeWords(each.change, replica)}</strong>
            <span>{each.words}</span>
            <span className="quiet">{cureWords(each)}</span>
          </li>
        ))}
      </ul>
      {refused.length > NAMED && <p className="quiet">{say('And {more} more.', { more: refused.length - NAMED })}</p>}
    </Dialog>
  );
}
