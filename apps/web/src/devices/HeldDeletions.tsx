import { say, sayMany, type Device, type Order, type RollEntry, type WaitingOrder } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { tellFailure } from '../api/call.ts';
import { heldQuery, ordersQuery } from '../api/queries.ts';
import { thumbnailUrl } from '../grid/pictures.ts';
import { useLibrary } from '../library/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { tell } from '../parts/news.tsx';
import { PasswordField, Question } from '../parts/Question.tsx';
import { typed } from '../parts/typed.ts';
import { giveOrder } from './orders.ts';

/** Asks what is to become of photos that went missing on a device in masses. Nothing is deleted before this is answered. */
export function HeldDeletions({ device, count }: { readonly device: Device; readonly count: number }) {
  const { data: entries = [] } = useQuery(heldQuery(device.id));
  const { data: waiting } = useQuery(ordersQuery(device.id));
  const [asking, setAsking] = useState(false);
  const given = waiting?.orders.findLast(isAboutHeld);
  const keep = async (): Promise<void> => {
    try {
      await giveOrder(device, { kind: 'held-keep', which: { all: count } });
      tell(sayMany(count, '{count} photo will come back to {name}.', '{count} photos will come back to {name}.', { name: device.name }));
    } catch (error) {
      tell(tellFailure(error), { tone: 'trouble' });
    }
  };
  return (
    <section className="held" aria-label={say('Missing on {name}', { name: device.name })}>
      <p className="held-words">
        <Icon name="alert" size={20} />
        <span>
          <strong>
            {sayMany(count, '{count} photo went missing on {name}.', '{count} photos went missing on {name}.', { name: device.name })}
          </strong>{' '}
          {count === 1 ? say('Keep it, or delete it everywhere?') : say('Keep them, or delete them everywhere?')}
        </span>
      </p>
      <Pictures device={device} entries={entries} count={count} />
      {given ? (
        <p className="held-given" role="status">
          {givenWords(given, device, count)}
        </p>
      ) : (
        <div className="held-actions">
          <button type="button" className="button primary" onClick={() => void keep()}>
            {say('Keep')}
          </button>
          <button type="button" className="button danger" onClick={() => setAsking(true)}>
            {say('Move to Recently Deleted…')}
          </button>
        </div>
      )}
      {asking && <TrashDialog device={device} count={count} onClose={() => setAsking(false)} />}
    </section>
  );
}

type HeldOrder = Extract<Order, { readonly kind: 'held-keep' | 'held-trash' }>;

function isAboutHeld(waiting: WaitingOrder): waiting is WaitingOrder & { readonly order: HeldOrder } {
  return waiting.order.kind === 'held-keep' || waiting.order.kind === 'held-trash';
}

function givenWords({ order }: { readonly order: HeldOrder }, { name, connected }: Device, count: number): string {
  const when = connected ? say('now') : say('when {name} is back', { name });
  switch (order.kind) {
    case 'held-keep':
      return count === 1
        ? say('You chose to keep it: it comes back {when}.', { when })
        : say('You chose to keep them: they come back {when}.', { when });
    case 'held-trash':
      return count === 1
        ? say('You chose to delete it everywhere: it goes to Recently Deleted {when}.', { when })
        : say('You chose to delete them everywhere: they go to Recently Deleted {when}.', { when });
    default:
      return order satisfies never;
  }
}

/** The first of them, as pictures; all of them are a click away. */
function Pictures({ device, entries, count }: { readonly device: Device; readonly entries: readonly RollEntry[]; readonly count: number }) {
  const { replica } = useLibrary();
  return (
    <ul className="held-pictures">
      {entries.map((entry) => {
        const item = entry.assetId === null ? undefined : replica.live.get(entry.assetId);
        const url = item && thumbnailUrl(item);
        const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
        return (
          <li key={entry.key} title={entry.path}>
            {item ? (
              <Link to="/" search={{ photo: item.id }} aria-label={name}>
                {url ? <img src={url} alt="" loading="lazy" /> : <Icon name="file" />}
              </Link>
            ) : (
              <span role="img" aria-label={name}>
                <Icon name="file" />
              </span>
            )}
          </li>
        );
      })}
      {count > entries.length && (
        <li className="held-more">
          <Link to="/devices/$deviceId" params={{ deviceId: device.id }} search={{ code: 'mass-delete-held' }}>
            {say('All {count}', { count })}
          </Link>
        </li>
      )}
    </ul>
  );
}

function TrashDialog({ device, count, onClose }: { readonly device: Device; readonly count: number; readonly onClose: () => void }) {
  // Said of as many as the question was about, whatever goes missing while it is open.
  const [all] = useState(count);
  const trash = async (form: FormData): Promise<void> => {
    await giveOrder(device, { kind: 'held-trash', which: { all } }, typed(form, 'password'));
    tell(sayMany(all, '{count} photo will go to Recently Deleted.', '{count} photos will go to Recently Deleted.'));
  };
  return (
    <Question
      title={sayMany(all, 'Delete {count} photo everywhere?', 'Delete {count} photos everywhere?')}
      leave={say('Cancel')}
      act={say('Move to Recently Deleted')}
      tone="danger-solid"
      onClose={onClose}
      onAct={trash}
    >
      <p>
        {say(
          'What went missing on {name} goes from your cloud and from all your devices. It stays in Recently Deleted for 30 days, and can be brought back from there.',
          { name: device.name },
        )}
      </p>
      <PasswordField />
    </Question>
  );
}
