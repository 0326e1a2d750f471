import {
  CHECK_NAMES,
  LIMITS,
  REASON_CODES,
  sizeWords,
  tellReason,
  type Check,
  type Device,
  type ReasonCode,
  type RollEntry,
  type ToldReason,
} from '@rollcall/protocol';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { ask, tellFailure } from '../api/call.ts';
import { devicesQuery } from '../api/queries.ts';
import { briefReason } from '../devices/brief.ts';
import { classOfQuery, type CountClass } from '../devices/classes.ts';
import { thumbnailUrl } from '../grid/pictures.ts';
import { useLibrary } from '../library/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { SubPageHead } from '../parts/SubPageHead.tsx';
import { many, moment } from '../words.ts';

const isCode = (code: string | undefined): code is ReasonCode => code !== undefined && (REASON_CODES as readonly string[]).includes(code);

/** What stands behind one of a device's counts: item by item, each with its reasons. */
export function DeviceItemsPage() {
  const { deviceId } = useParams({ from: '/shell/devices/$deviceId' });
  const search = useSearch({ from: '/shell/devices/$deviceId' });
  const { data: devices } = useQuery(devicesQuery);
  const device = devices?.find((each) => each.id === deviceId);
  const chosen = classOfQuery(search.class);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, isPending } = useInfiniteQuery({
    queryKey: ['device-items', deviceId, chosen?.query ?? null, search.code ?? null],
    queryFn: ({ pageParam }) =>
      ask('deviceItems', {
        params: { deviceId },
        query: {
          limit: LIMITS.itemsPage,
          ...(pageParam === null ? {} : { after: pageParam }),
          ...(chosen ? { class: chosen.query } : {}),
          ...(search.code === undefined ? {} : { code: search.code }),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const untold = Math.max(0, (device?.roll ? countOf(device.roll, chosen, search.code) : 0) - items.length);
  const title = chosen?.words ?? (isCode(search.code) ? briefReason(search.code).words : 'Everything on it');
  return (
    <div className="page tall">
      <SubPageHead back={{ to: '/devices', label: 'Devices' }} title={device?.name ?? 'Device'}>
        <p className="quiet">{title}</p>
      </SubPageHead>
      {isPending && <p className="quiet">Asking…</p>}
      {error && <p className="form-trouble">{tellFailure(error)}</p>}
      {data && !hasNextPage && (items.length === 0 || untold > 0) && (
        <p className="quiet">{fewerWords(items.length, untold, search.code !== undefined && (device?.roll?.incoming ?? 0) > 0)}</p>
      )}
      <ItemList items={items} more={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null} />
    </div>
  );
}

/** How many items a device counts here; 0: it counts none. */
function countOf(roll: NonNullable<Device['roll']>, chosen: CountClass | undefined, code: string | undefined): number {
  if (code !== undefined) return roll.reasons.find((reason) => reason.code === code)?.count ?? 0;
  return roll.counts[chosen?.key ?? 'onDevice'];
}

/** That a list is shorter than its count: where `coming`, photos that are still to come to it are counted, too. */
function fewerWords(named: number, untold: number, coming: boolean): string {
  if (untold === 0) return 'Nothing: whatever was here has moved on.';
  const how = named === 0 ? many(untold, 'item') : `And ${many(untold, 'more', 'more')}`;
  const names = 'While its settings hold it back, a device names only the first of them.';
  return coming ? `${how}: not on it yet, or not named yet. ${names}` : `${how}, not named yet. ${names}`;
}

function ItemList({ items, more }: { readonly items: readonly RollEntry[]; readonly more: (() => void) | null }) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- a virtual list draws itself anew while it scrolls
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 84,
    overscan: 8,
    getItemKey: (index) => items[index]!.key,
  });
  const last = rows.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= items.length - 20) more();
  }, [last, items.length, more]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <div className="item-list" ref={scroller} tabIndex={0} role="region" aria-label="Items">
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => (
          <li key={row.key} ref={rows.measureElement} data-index={row.index} style={{ transform: `translateY(${row.start}px)` }}>
            <ItemLine entry={items[row.index]!} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a person can do; or else what it waits for, and whether anything helps. */
function whatEnds({ ends, cure }: ToldReason): string {
  if (ends.by === 'person' && !cure.startsWith('Nothing to do')) return cure;
  return cure.startsWith('Nothing to do') ? `What ends it: ${ends.words}` : `What ends it: ${ends.words} ${cure}`;
}

function ItemLine({ entry }: { readonly entry: RollEntry }) {
  const { replica } = useLibrary();
  const item = entry.assetId === null ? undefined : replica.live.get(entry.assetId);
  const url = item && thumbnailUrl(item);
  const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
  const folder = entry.path.slice(0, Math.max(0, entry.path.lastIndexOf('/')));
  return (
    <div className="item-line">
      <span className="item-picture">{url ? <img src={url} alt="" loading="lazy" /> : <Icon name="file" />}</span>
      <div className="item-words">
        {item ? (
          <Link to="/" search={{ photo: item.id }}>
            {name}
          </Link>
        ) : (
          <strong>{name}</strong>
        )}
        <span className="quiet">
          {folder === '' ? '' : `${folder} · `}
          {sizeWords(entry.size)}
        </span>
        {entry.reasons.map((reason) => {
          const told = tellReason(reason);
          return (
            <span key={told.code} className="item-reason">
              {told.words}
              {told.check !== null && (
                <span className="check">
                  Check {told.check}: {CHECK_NAMES[told.check as Check]}
                </span>
              )}
              <span className="quiet item-more">
                Since {moment(told.since)}. {whatEnds(told)}
              </span>
            </span>
          );
        })}
      </div>
    </div>
  );
}
