import type { Device, Order, RollEntry, WaitingOrder } from '@rollcall/protocol';
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
import { count as number, many } from '../words.ts';
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
      tell(`${many(count, 'photo')} will come back to ${device.name}.`);
    } catch (error) {
      tell(tellFailure(error), { tone: 'trouble' });
    }
  };
  return (
    <section className="held" aria-label={`Missing on ${device.name}`}>
      <p className="held-words">
        <Icon name="alert" size={20} />
        <span>
          <strong>
            {many(count, 'photo')} went missing on {device.name}.
          </strong>{' '}
          Keep {count === 1 ? 'it' : 'them'}, or delete {count === 1 ? 'it' : 'them'} everywhere?
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
            Keep
          </button>
          <button type="button" className="button danger" onClick={() => setAsking(true)}>
            Move to Recently Deleted…
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
  const when = connected ? 'now' : `when ${name} is back`;
  const [them, come, go] = count === 1 ? ['it', 'it comes', 'it goes'] : ['them', 'they come', 'they go'];
  switch (order.kind) {
    case 'held-keep':
      return `You chose to keep ${them}: ${come} back ${when}.`;
    case 'held-trash':
      return `You chose to delete ${them} everywhere: ${go} to Recently Deleted ${when}.`;
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
            All {number(count)}
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
    tell(`${many(all, 'photo')} will go to Recently Deleted.`);
  };
  return (
    <Question
      title={`Delete ${many(all, 'photo')} everywhere?`}
      leave="Cancel"
      act="Move to Recently Deleted"
      tone="danger-solid"
      onClose={onClose}
      onAct={trash}
    >
      <p>
        What went missing on {device.name} goes from your cloud and from all your devices. It stays in Recently Deleted for 30 days, and can
        be brought back from there.
      </p>
      <PasswordField />
    </Question>
  );
}
