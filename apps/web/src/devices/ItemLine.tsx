import { simulatedTold, simulatedWords } from '@rollcall/core';
import { CHECK_NAMES, say, sizeWords, type Check, type Device, type RollEntry } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { thumbnailUrl } from '../grid/pictures.ts';
import { useLibrary } from '../library/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { moment } from '../words.ts';
import { useTold } from './useTold.ts';
import { whatEnds } from './whatEnds.ts';

/** One file of a device, with each reason why it is not in sync. */
export function ItemLine({ device, entry }: { readonly device: Device; readonly entry: RollEntry }) {
  const { replica } = useLibrary();
  const tell = useTold(device.name);
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
        {entry.form === 'missing' && <span>{say('Its file is gone from there.')}</span>}
        {entry.reasons.map((reason) => {
          const told = tell(reason);
          return (
            <span key={told.code} className="item-reason">
              {told.words}
              {simulatedWords({ simulated: simulatedTold(told.code, device.roll?.about) })}
              {told.check !== null && (
                <span className="check">
                  {say('Check {check}: {name}', { check: told.check, name: say(CHECK_NAMES[told.check as Check]) })}
                </span>
              )}
              <span className="quiet item-more">
                {say('Since {time}.', { time: moment(told.since) })} {whatEnds(told)}
              </span>
            </span>
          );
        })}
      </div>
    </div>
  );
}
