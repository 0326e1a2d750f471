import { BYTES, say, type Asset, type ViewKind } from '@rollcall/protocol';
import { useState } from 'react';
import type { View } from '../api/view.ts';
import { useView } from '../parts/useView.ts';

/** A film: a resource of its own, or one `inside` a photo's file. */
export interface FilmOf {
  readonly asset: Asset;
  /** The resource that it is, or is in. */
  readonly of: string;
  readonly mime: string;
  readonly inside: boolean;
}

/** Where it is played from, in this order: as it came, then as every browser plays it. */
type Way = 'as-it-came' | 'made';

export type FilmStanding =
  | { readonly state: 'plays'; readonly url: string; readonly way: Way }
  | { readonly state: 'waits'; readonly words: string }
  /** This browser plays neither. */
  | { readonly state: 'never'; readonly words: string };

export interface Film {
  readonly standing: FilmStanding;
  /** What plays now, this browser cannot play. */
  readonly failed: () => void;
}

/** Whether a try is worth its bytes: browsers say no to a container by name, and play QuickTime's files though they do not say so. */
function mayPlay(mime: string): boolean {
  return mime === 'video/quicktime' || document.createElement('video').canPlayType(mime) !== '';
}

/** Finds how this browser plays a film, step by step: the next one when the one before failed. */
export function useFilm({ asset, of, mime, inside }: FilmOf, wanted: boolean): Film {
  const [way, setWay] = useState<Way | 'none'>(() => (mayPlay(mime) || inside ? 'as-it-came' : 'made'));
  const kind: ViewKind | null = way === 'made' ? 'stream' : inside ? 'motion' : null;
  const view = useView(wanted && way !== 'none' && kind !== null ? { assetId: asset.id, of, kind } : null);
  const failed = (): void => setWay(way === 'as-it-came' ? 'made' : 'none');
  if (way === 'none')
    return {
      standing: { state: 'never', words: say('This browser cannot play this video. The file itself is safe: download it to watch it.') },
      failed,
    };
  if (kind === null) return { standing: { state: 'plays', url: BYTES.resource(asset.id, of), way }, failed };
  return { standing: standingOf(view, way), failed };
}

function standingOf(view: View, way: Way): FilmStanding {
  switch (view.state) {
    case 'asking':
      return { state: 'waits', words: say('Fetching the video…') };
    case 'being-made':
      return {
        state: 'waits',
        words:
          way === 'made'
            ? say('This browser cannot play this kind of video. A version that it plays is being made; a long video takes a while.')
            : say('Its film is being fetched out of the photo…'),
      };
    case 'unreachable':
      return { state: 'waits', words: say('The server does not answer. It is tried again.') };
    case 'ready':
      return { state: 'plays', url: view.url, way };
    case 'never':
      return { state: 'never', words: view.words };
    default:
      return view satisfies never;
  }
}
