import { say, sayMany, type Device } from '@rollcall/protocol';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask, tellFailure } from '../api/call.ts';
import { thumbnailUrl } from '../grid/pictures.ts';
import { useLibrary } from '../library/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { ReasonWords } from './WhereItIs.tsx';
import { ItemList } from '../devices/ItemList.tsx';

interface Coming {
  readonly assetId: string;
  readonly fileName: string;
}

/** Photos of the library that are still to come to a device, and why they are not there yet. */
export function Incoming({ device }: { readonly device: Device }) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, isPending } = useInfiniteQuery({
    queryKey: ['device-items', device.id, 'incoming'],
    queryFn: ({ pageParam }) =>
      ask('deviceIncoming', { params: { deviceId: device.id }, query: pageParam === null ? {} : { after: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const counted = device.roll?.incoming ?? 0;
  return (
    <>
      {isPending && <p className="quiet">{say('Asking…')}</p>}
      {error && <p className="form-trouble">{tellFailure(error)}</p>}
      {data?.pages[0]?.reasons.map((reason) => (
        <p key={reason.code}>
          <ReasonWords reason={reason} told={false} name={device.name} />
        </p>
      ))}
      {data && !hasNextPage && items.length === 0 && (
        <p className="quiet">
          {counted === 0
            ? say('Nothing: all has come.')
            : sayMany(
                counted,
                '{count} photo, of which a part is there, or which it has not told yet.',
                '{count} photos, of which a part is there, or which it has not told yet.',
              )}
        </p>
      )}
      <ItemList
        items={items}
        keyOf={({ assetId }) => assetId}
        renderLine={(coming) => <Line coming={coming} />}
        more={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null}
      />
    </>
  );
}

function Line({ coming: { assetId, fileName } }: { readonly coming: Coming }) {
  const { replica } = useLibrary();
  const item = replica.live.get(assetId);
  const url = item && thumbnailUrl(item);
  return (
    <div className="item-line">
      <span className="item-picture">{url ? <img src={url} alt="" loading="lazy" /> : <Icon name="file" />}</span>
      <div className="item-words">
        {item ? (
          <Link to="/" search={{ photo: assetId }}>
            {fileName}
          </Link>
        ) : (
          <strong>{fileName}</strong>
        )}
        <span className="quiet">{say('In the cloud, and safe there.')}</span>
      </div>
    </div>
  );
}
