import { fromAfar } from '@rollcall/core';
import { LIMITS, REASON_CODES, say, sayMany, type Device, type ReasonCode } from '@rollcall/protocol';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { ask, tellFailure } from '../api/call.ts';
import { devicesQuery } from '../api/queries.ts';
import { briefReason } from '../devices/brief.ts';
import { classOfQuery, type CountClass } from '../devices/classes.ts';
import { Incoming } from '../why/Incoming.tsx';
import { ItemLine } from '../devices/ItemLine.tsx';
import { ItemList } from '../devices/ItemList.tsx';
import { SubPageHead } from '../parts/SubPageHead.tsx';
import { useTitle } from '../parts/useTitle.ts';

const isCode = (code: string | undefined): code is ReasonCode => code !== undefined && (REASON_CODES as readonly string[]).includes(code);

/** Which of the counts of a device is opened. */
type Behind =
  | { readonly what: 'incoming' | 'missing' | 'everything' }
  | { readonly what: 'class'; readonly class: CountClass }
  | { readonly what: 'code'; readonly code: string };

function behindOf(search: { readonly class?: string; readonly code?: string }): Behind {
  if (search.code !== undefined) return { what: 'code', code: search.code };
  if (search.class === 'incoming' || search.class === 'missing') return { what: search.class };
  const chosen = classOfQuery(search.class);
  return chosen ? { what: 'class', class: chosen } : { what: 'everything' };
}

function titleOf(behind: Behind, name: string): string {
  switch (behind.what) {
    case 'incoming':
      return say('In your library, and not there yet');
    case 'missing':
      return say('Gone from there, and not settled yet');
    case 'class':
      return behind.class.words;
    case 'code':
      return isCode(behind.code) ? fromAfar(briefReason(behind.code).words, name) : say('Everything on it');
    default:
      return say('Everything on it');
  }
}

/** What stands behind one of a device's counts: item by item, each with its reasons. */
export function DeviceItemsPage() {
  const { deviceId } = useParams({ from: '/shell/devices/$deviceId' });
  const behind = behindOf(useSearch({ from: '/shell/devices/$deviceId' }));
  const { data: devices, error } = useQuery(devicesQuery);
  const device = devices?.find((each) => each.id === deviceId);
  useTitle(device?.name ?? say('Device'));
  return (
    <div className="page tall">
      <SubPageHead back={{ to: '/devices', label: say('Devices') }} title={device?.name ?? say('Device')}>
        <p className="quiet">{device && titleOf(behind, device.name)}</p>
      </SubPageHead>
      {error && <p className="form-trouble">{tellFailure(error)}</p>}
      {devices && !device && <p className="quiet">{say('This account has no such device.')}</p>}
      {device && (behind.what === 'incoming' ? <Incoming device={device} /> : <Files device={device} behind={behind} />)}
    </div>
  );
}

function Files({ device, behind }: { readonly device: Device; readonly behind: Behind }) {
  const asked = askedOf(behind);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, isPending } = useInfiniteQuery({
    queryKey: ['device-items', device.id, asked],
    queryFn: ({ pageParam }) =>
      ask('deviceItems', {
        params: { deviceId: device.id },
        query: { limit: LIMITS.itemsPage, ...(pageParam === null ? {} : { after: pageParam }), ...asked },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const untold = Math.max(0, (device.roll ? countOf(device.roll, behind) : 0) - items.length);
  return (
    <>
      {isPending && <p className="quiet">{say('Asking…')}</p>}
      {error && <p className="form-trouble">{tellFailure(error)}</p>}
      {data && !hasNextPage && (items.length === 0 || untold > 0) && (
        <p className="quiet">{fewerWords(items.length, untold, behind.what === 'code' && (device.roll?.incoming ?? 0) > 0)}</p>
      )}
      <ItemList
        items={items}
        keyOf={({ key }) => key}
        renderLine={(entry) => <ItemLine device={device} entry={entry} />}
        more={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null}
      />
    </>
  );
}

function askedOf(behind: Behind): { class?: CountClass['query']; code?: string; form?: 'missing' } {
  switch (behind.what) {
    case 'class':
      return { class: behind.class.query };
    case 'code':
      return { code: behind.code };
    case 'missing':
      return { form: 'missing' };
    default:
      return {};
  }
}

/** How many items a device counts here; 0: it counts none. */
function countOf(roll: NonNullable<Device['roll']>, behind: Behind): number {
  switch (behind.what) {
    case 'class':
      return roll.counts[behind.class.key];
    case 'code':
      return roll.reasons.find((reason) => reason.code === behind.code)?.count ?? 0;
    case 'missing':
      return roll.pendingRemovals;
    default:
      return roll.counts.onDevice;
  }
}

/** That a list is shorter than its count: where `coming`, photos that are still to come to it are counted, too. */
function fewerWords(named: number, untold: number, coming: boolean): string {
  if (untold === 0) return say('Nothing: whatever was here has moved on.');
  return `${untoldWords(named, untold, coming)} ${say('While its settings hold it back, a device names only the first of them.')}`;
}

function untoldWords(named: number, untold: number, coming: boolean): string {
  if (named > 0)
    return coming
      ? say('And {count} more: not on it yet, or not named yet.', { count: untold })
      : say('And {count} more, not named yet.', { count: untold });
  return coming
    ? sayMany(untold, '{count} item: not on it yet, or not named yet.', '{count} items: not on it yet, or not named yet.')
    : sayMany(untold, '{count} item, not named yet.', '{count} items, not named yet.');
}
