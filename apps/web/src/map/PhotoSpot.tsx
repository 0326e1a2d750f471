import { figures, say, sayMany, type PlaceName } from '@rollcall/protocol';
import { thumbnailUrl } from '../grid/pictures.ts';
import type { Item } from '../library/item.ts';
import { Icon } from '../parts/Icon.tsx';
import { placeWords, townWords } from '../places/placeWords.ts';
import { plainDay } from '../words.ts';

interface PhotoSpotProps {
  /** The newest. */
  readonly item: Item;
  readonly count: number;
  /** Where that one was taken; null: it has no name. */
  readonly place: PlaceName | null;
  readonly onChoose: () => void;
}

function ofOne(item: Item, place: PlaceName | null): string {
  const day = plainDay(item.at);
  const what = item.kind === 'video' ? say('Video of {day}', { day }) : say('Photo of {day}', { day });
  return place === null ? what : `${what}, ${placeWords(place)}`;
}

function ofSeveral(count: number, place: PlaceName | null): string {
  if (place === null) return sayMany(count, '{count} photo', '{count} photos');
  return sayMany(count, '{count} photo, around {town}', '{count} photos, around {town}', { town: townWords(place) });
}

/** One or several photos on the map. */
export function PhotoSpot({ item, count, place, onChoose }: PhotoSpotProps) {
  const picture = thumbnailUrl(item);
  const words = count === 1 ? ofOne(item, place) : ofSeveral(count, place);
  return (
    <button type="button" className={count === 1 ? 'map-spot' : 'map-spot several'} aria-label={words} title={words} onClick={onChoose}>
      {picture === null ? <Icon name="photos" size={22} /> : <img src={picture} alt="" draggable={false} decoding="async" />}
      {count > 1 && (
        <span className="map-count">{count < 10_000 ? figures(count) : say('{thousands}k', { thousands: Math.floor(count / 1000) })}</span>
      )}
    </button>
  );
}
