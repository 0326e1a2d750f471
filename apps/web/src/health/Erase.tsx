import { NO_BACKUP_WORDS, THIS_DEVICE } from '@rollcall/core';
import { say, sayMany, sizeWords, type Device, type RollCallReceipt } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { tellFailure } from '../api/call.ts';
import { ordersQuery, receiptsQuery, serverQuery } from '../api/queries.ts';
import { giveOrder } from '../devices/orders.ts';
import { Icon } from '../parts/Icon.tsx';
import { saveText } from '../parts/saveText.ts';
import { timeOf } from '../words.ts';
import { erasing, unsafeWords, type Erasing } from './erase.ts';
import { receiptName, receiptText } from './receipt.ts';
import { SaveReceipt } from './SaveReceipt.tsx';

/** May this device be erased? Only a roll call of this moment says so; while it does not answer, nobody does. */
export function Erase({ device, onClose }: { readonly device: Device; readonly onClose: () => void }) {
  const [order, setOrder] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { data } = useQuery(ordersQuery(device.id));
  const now = useServerNow();
  const call = async (): Promise<void> => {
    setTrouble(null);
    setOrder(null);
    try {
      setOrder(await giveOrder(device, { kind: 'roll-call' }));
    } catch (error) {
      setTrouble(tellFailure(error));
    }
  };
  const found = order === null ? null : erasing(device, order, data?.answered ?? [], now);
  return (
    <section className="erase" aria-label={say('Is {name} ready to erase?', { name: device.name })}>
      <h3>{say('Ready to erase {name}?', { name: device.name })}</h3>
      {found === null ? (
        <p>
          {say(
            'It calls the roll: every photo on it is read again, and the cloud reads its own copy of each again. Only if all of them answer, now and on both sides, may it be erased.',
          )}
        </p>
      ) : (
        <div role="status">
          <Answer device={device} found={found} />
        </div>
      )}
      {trouble !== null && <p className="form-trouble">{trouble}</p>}
      <div className="controls">
        <button type="button" className="button small primary" disabled={found?.state === 'asked'} onClick={() => void call()}>
          {found === null ? say('Call the roll') : say('Call it again')}
        </button>
        <button type="button" className="button small" onClick={onClose}>
          {say('Close')}
        </button>
      </div>
    </section>
  );
}

function Answer({ device, found }: { readonly device: Device; readonly found: Erasing }) {
  const { name } = device;
  switch (found.state) {
    case 'asked':
      return (
        <p className="erase-words">
          <Icon name="clock" size={20} />
          <span>
            {device.connected
              ? say('{name} was asked, and reads its photos. Until it has answered, it is not safe to erase.', { name })
              : say('{name} is not connected, and cannot answer. It is not safe to erase.', { name })}
          </span>
        </p>
      );
    case 'dropped':
      return (
        <p className="erase-words no">
          <Icon name="alert" size={20} />
          <span>
            {found.answer === 'unknown'
              ? say(
                  'The version of Rollcall on {name} cannot call the roll for this page. Update it there, or say there: rollcall verify. It is not safe to erase.',
                  { name },
                )
              : say('{name} did not answer in time. It is not safe to erase.', { name })}
          </span>
        </p>
      );
    case 'ready':
      return (
        <>
          <p className="erase-words yes">
            <Icon name="shield" size={20} />
            <span>
              <strong>{say('{name} is ready to erase.', { name })}</strong>{' '}
              {sayMany(
                found.receipt.items,
                'The one photo on it ({size}) answered, here and in the cloud. This holds until {time}, and only if nothing is changed on it before.',
                'All {count} photos on it ({size}) answered, here and in the cloud. This holds until {time}, and only if nothing is changed on it before.',
                { size: sizeWords(found.receipt.bytes), time: timeOf(found.until, found.receipt.heardAt) },
              )}
            </span>
          </p>
          <p className="quiet">{say(NO_BACKUP_WORDS)}</p>
          <Receipt device={device} receipt={found.receipt} />
        </>
      );
    case 'over':
      return (
        <>
          <p className="erase-words">
            <Icon name="clock" size={20} />
            <span>
              {say(
                'Everything answered, but that was a while ago, or something has happened since. It does not speak for this moment: call it again.',
              )}
            </span>
          </p>
          <Receipt device={device} receipt={found.receipt} />
        </>
      );
    case 'not-ready':
      return (
        <>
          <p className="erase-words no">
            <Icon name="alert" size={20} />
            <span>
              <strong>{say('{name} is not ready to erase.', { name })}</strong> {unsafeWords(found.why).join(' ')}
            </span>
          </p>
          <ul className="missing">
            {found.receipt.missing.first.map(({ path, where, why }) => (
              <li key={`${path} ${where} ${why}`}>
                {path !== THIS_DEVICE && (
                  <>
                    <strong>{path}</strong>{' '}
                    <span className="quiet">{where === 'here' ? say('missing on the device:') : say('missing in the cloud:')}</span>{' '}
                  </>
                )}
                <span className="quiet">{why}</span>
              </li>
            ))}
            {found.receipt.missing.count > found.receipt.missing.first.length && (
              <li className="quiet">
                {sayMany(found.receipt.missing.count, 'and more: {count} thing in all', 'and more: {count} things in all')}
              </li>
            )}
          </ul>
          <Receipt device={device} receipt={found.receipt} />
        </>
      );
    default:
      return found satisfies never;
  }
}

function Receipt({ device, receipt }: { readonly device: Device; readonly receipt: RollCallReceipt & { readonly heardAt: number } }) {
  const { data: receipts = [] } = useQuery(receiptsQuery);
  // Where nothing was called there is nothing to prove.
  if (receipt.items === 0) return null;
  const signed = receipt.signed === undefined ? undefined : receipts.find((each) => each.receipt.id === receipt.signed);
  const save = (): void => saveText(receiptName(device.name, receipt.heardAt), receiptText(device, window.location.host, receipt));
  return (
    <>
      <dl className="receipt">
        <div>
          <dt>{say('Receipt')}</dt>
          <dd>{new Date(receipt.heardAt).toISOString()}</dd>
        </div>
        <div>
          <dt>{say('On the device')}</dt>
          <dd>
            <code>{receipt.digestHere}</code>
          </dd>
        </div>
        <div>
          <dt>{say('In the cloud')}</dt>
          <dd>
            <code>{receipt.digestThere}</code>
          </dd>
        </div>
      </dl>
      {signed && <SaveReceipt signed={signed} />}
      {receipt.signed === undefined && (
        <button type="button" className="button small receipt-save" onClick={save}>
          {say('Save what it said')}
        </button>
      )}
    </>
  );
}

/** The server’s clock, as far as this page knows it, second by second; null: it was not asked yet. */
function useServerNow(): number | null {
  const { data, dataUpdatedAt } = useQuery(serverQuery);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return data === undefined ? null : data.time + (now - dataUpdatedAt);
}
