import { say, type Asset, type Resource } from '@rollcall/protocol';
import { isLive, type Item } from '../library/item.ts';
import type { FilmOf } from './film.ts';
import { FilmStage } from './FilmStage.tsx';
import { NoPicture } from './NoPicture.tsx';
import { Picture } from './Picture.tsx';
import { browserShows } from '../library/showable.ts';
import type { Swipe } from './zoomInput.ts';

interface StageProps {
  readonly item: Item;
  readonly asset: Asset;
  readonly resources: readonly Resource[];
  /** What is shown in full: the edit, or the original. */
  readonly shown: Resource | undefined;
  readonly full: boolean;
  readonly onFull: () => void;
  readonly onSwipe: (to: Swipe) => void;
}

/** One photo or video, as sharp as is asked for. */
export function Stage({ resources, ...props }: StageProps) {
  const { item, asset, shown } = props;
  if (item.kind === 'video')
    return shown ? (
      <FilmStage item={item} asset={asset} shown={shown} />
    ) : (
      <NoPicture asset={asset} shown={shown} words={say('Its bytes are not in the cloud yet.')} />
    );
  if (item.picture.state === 'ready' || (shown && browserShows(shown.mime)))
    return <Picture {...props} film={filmOf(item, asset, resources)} />;
  const words =
    item.picture.state === 'unavailable' ? item.picture.words : say('Its picture is being made. It shows here as soon as it is there.');
  return <NoPicture asset={asset} shown={shown} words={words} />;
}

/** The moments around a photo, where it has them. */
function filmOf(item: Item, asset: Asset, resources: readonly Resource[]): FilmOf | null {
  const moving = isLive(item) ? resources.find(({ id }) => id === item.moving) : undefined;
  return moving ? { asset, of: moving.id, mime: moving.mime, inside: moving.role !== 'live-video' } : null;
}
