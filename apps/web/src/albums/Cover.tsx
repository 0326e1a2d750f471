import { thumbnailUrl } from '../grid/pictures.ts';
import { placeholderUrl } from '../grid/placeholder.ts';
import type { Item } from '../library/item.ts';
import { Icon } from '../parts/Icon.tsx';

/** The picture that stands for an album; what it shows is told by the album's title. */
export function Cover({ item, small = false }: { readonly item: Item | null; readonly small?: boolean }) {
  const url = item && thumbnailUrl(item);
  const placeholder = item?.picture.state === 'ready' ? item.picture.placeholder : null;
  return (
    <span
      className={small ? 'cover small' : 'cover'}
      style={placeholder === null ? undefined : { backgroundImage: `url(${placeholderUrl(placeholder)})` }}
    >
      {url ? <img src={url} alt="" loading="lazy" draggable={false} /> : <Icon name="album" size={small ? 22 : 40} />}
    </span>
  );
}
