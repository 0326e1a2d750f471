import { say, type Device } from '@rollcall/protocol';
import { useQuery } from '@tanstack/react-query';
import { ordersQuery } from '../api/queries.ts';
import { hearsWords } from '../devices/heard.ts';
import { answerWords, orderWords } from '../devices/orders.ts';
import { Icon } from '../parts/Icon.tsx';

/** What became of an order is news for so long. Milliseconds. */
const NEWS_MS = 24 * 3_600_000;

/** What a device was asked from here and has not done yet, and what it could not do. */
export function Waiting({ device, now }: { readonly device: Device; readonly now: number }) {
  const { data } = useQuery(ordersQuery(device.id));
  if (!data) return null;
  const failed = data.answered
    .filter(({ at }) => now - at < NEWS_MS)
    .map((answered) => ({ id: answered.id, words: answerWords(answered, device) }))
    .filter(({ words }) => words !== null)
    .slice(0, 2);
  if (data.orders.length + failed.length === 0) return null;
  return (
    <div role="status">
      <ul className="waiting-orders">
        {data.orders.map(({ id, order }) => (
          <li key={id}>
            <Icon name="clock" size={16} /> {say('Asked: {what}.', { what: orderWords(order) })} {hearsWords(device, now)}
          </li>
        ))}
        {failed.map(({ id, words }) => (
          <li key={id}>
            <Icon name="alert" size={16} /> {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
