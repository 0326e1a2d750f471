import { BYTES, sizeWords, say, type Asset, type Resource } from '@rollcall/protocol';
import { useEffect, useRef, useState } from 'react';
import type { View } from '../api/view.ts';
import type { Item } from '../library/item.ts';
import { keepsStill } from '../parts/quiet.ts';
import { fullWay, mayMove, sharperIsSeen, sharpest, type FullWay } from '../library/showable.ts';
import { useView } from '../parts/useView.ts';

/** The long side of a preview, in pixels. */
const PREVIEW = 1440;
/** Somebody who looks at it for so many milliseconds, and does not only pass by. */
const STAYS = 300;

export interface Full {
  /** Null while it is not wanted, or not there. */
  readonly url: string | null;
  /** What is to be said meanwhile, or instead. */
  readonly words: string | null;
  /** This browser could not draw it. */
  readonly failed: () => void;
  readonly can: boolean;
}

interface Wanted {
  readonly item: Item;
  readonly asset: Asset;
  readonly shown: Resource | undefined;
  readonly wanted: boolean;
  readonly onWant: () => void;
}

/** A photo in all its pixels: its own file where browsers draw such files, else, or where this one cannot, the version that the server makes. */
export function useFull({ item, asset, shown, wanted, onWant }: Wanted): Full {
  const [failed, setFailed] = useState<ReadonlySet<FullWay>>(new Set());
  const first = fullWay(item, shown?.mime);
  const way = !failed.has(first) ? first : first === 'file' && item.picture.state === 'ready' && !failed.has('view') ? 'view' : 'none';
  const view = useView(wanted && way === 'view' && shown ? { assetId: asset.id, of: shown.id, kind: 'full' } : null);
  const moves = shown !== undefined && mayMove(shown.mime);
  const unasked = first === 'file' && (moves || seenSharper(asset)) && !keepsStill();
  const latest = useRef(onWant);
  latest.current = onWant;
  // Once for each photo: who goes back to the preview stays there.
  useEffect(() => {
    if (!unasked) return;
    const timer = setTimeout(() => latest.current(), STAYS);
    return () => clearTimeout(timer);
  }, [unasked]);
  const fail = (): void => setFailed((before) => new Set([...before, way]));
  const rest = { failed: fail, can: first !== 'none' };
  if (!wanted || !shown || first === 'none') return { ...rest, url: null, words: null };
  switch (way) {
    case 'file':
      return {
        ...rest,
        url: BYTES.resource(asset.id, shown.id),
        words: say('Fetching full resolution ({size})…', { size: sizeWords(shown.size) }),
      };
    case 'view':
      return { ...rest, url: view.state === 'ready' ? view.url : null, words: wordsOf(view, sharpest(shown.mime)) };
    case 'none':
      return { ...rest, url: null, words: say('The full picture could not be shown. The file itself is safe: download it.') };
    default:
      return way satisfies never;
  }
}

function seenSharper(asset: Asset): boolean {
  const { innerWidth, innerHeight, devicePixelRatio } = window;
  return sharperIsSeen(asset, { width: innerWidth * devicePixelRatio, height: innerHeight * devicePixelRatio }, PREVIEW);
}

function wordsOf(view: View, what: ReturnType<typeof sharpest>): string {
  switch (view.state) {
    case 'asking':
    case 'ready':
      return what === 'Largest preview' ? say('Fetching the largest preview…') : say('Fetching full resolution…');
    case 'being-made':
      return what === 'Largest preview' ? say('The largest preview is being made…') : say('A picture in full resolution is being made…');
    case 'unreachable':
      return say('The server does not answer. It is tried again.');
    case 'never':
      return view.words;
    default:
      return view satisfies never;
  }
}
