import { say, sizeWords, type SpaceCandidate, type SpaceMark } from '@rollcall/protocol';
import { labelOf } from '../grid/Tile.tsx';
import { thumbnailUrl } from '../grid/pictures.ts';
import type { Item } from '../library/item.ts';
import { Icon } from '../parts/Icon.tsx';
import { duration } from '../words.ts';

const MARKS: Record<SpaceMark, string> = { favourite: say('Favourite'), album: say('In an album') };

interface TileProps {
  readonly item: Item;
  /** Bytes of all its parts. */
  readonly bytes: number;
  readonly onOpen: (id: string) => void;
}

/** A photo that could go: its picture opens it, and the box below chooses it. */
export function GoingTile({
  candidate,
  chosen,
  onToggle,
  watch,
  ...shown
}: TileProps & {
  readonly candidate: SpaceCandidate;
  readonly chosen: boolean;
  readonly onToggle: (candidate: SpaceCandidate) => void;
  readonly watch: (element: HTMLElement | null) => void;
}) {
  const { item, bytes } = shown;
  return (
    <li className={`space-tile${chosen ? ' chosen' : ''}`} ref={watch} data-seen={item.id}>
      <Picture {...shown} mark={candidate.mark === null ? null : MARKS[candidate.mark]} />
      <label className="space-choice">
        <input
          type="checkbox"
          checked={chosen}
          aria-label={say('Choose {name}, {size}', { name: item.fileName, size: sizeWords(bytes) })}
          onChange={() => onToggle(candidate)}
        />
        <Facts item={item} bytes={bytes} note={candidate.frees === 0 ? say('frees nothing') : null} />
      </label>
    </li>
  );
}

/** A photo that stays. */
export function StayingTile({ note, ...shown }: TileProps & { readonly note: string }) {
  return (
    <li className="space-tile staying">
      <Picture {...shown} mark={note} />
      <span className="space-choice">
        <Facts item={shown.item} bytes={shown.bytes} note={null} />
      </span>
    </li>
  );
}

function Picture({ item, onOpen, mark }: TileProps & { readonly mark: string | null }) {
  const url = thumbnailUrl(item);
  return (
    <button type="button" className="space-picture" onClick={() => onOpen(item.id)}>
      <span className="visually-hidden">
        {labelOf(item)}
        {mark === null ? '' : `, ${mark}`}
      </span>
      {url === null ? (
        <Icon name={item.kind === 'video' ? 'film' : 'photos'} size={28} />
      ) : (
        <img src={url} alt="" loading="lazy" decoding="async" />
      )}
      {mark !== null && (
        <span className="space-mark" aria-hidden="true">
          {mark}
        </span>
      )}
      {item.kind === 'video' && item.duration !== null && (
        <span className="space-length" aria-hidden="true">
          {duration(item.duration)}
        </span>
      )}
    </button>
  );
}

function Facts({ item, bytes, note }: { readonly item: Item; readonly bytes: number; readonly note: string | null }) {
  return (
    <span className="space-facts">
      <span className="space-name">{item.fileName}</span>
      <span className="quiet small">
        {sizeWords(bytes)}
        {note === null ? '' : `, ${note}`}
      </span>
    </span>
  );
}
