import { useEffect, useState } from 'react';
import { askView, type View, type Viewed } from '../api/view.ts';

/** Milliseconds until it is asked for again, and at most so many. */
const FIRST = 300;
const LONGEST = 4_000;

const ASKING: View = { state: 'asking' };

/** A version that the server makes: asked for until it is there, or known that there will be none. Null: none is wanted. */
export function useView(wanted: Viewed | null): View {
  const [found, setFound] = useState<{ readonly key: string; readonly view: View } | null>(null);
  const key = wanted && `${wanted.assetId} ${wanted.of} ${wanted.kind}`;
  const { assetId, of, kind } = wanted ?? {};
  useEffect(() => {
    if (assetId === undefined || of === undefined || kind === undefined) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (pause: number): Promise<void> => {
      const view = await askView({ assetId, of, kind });
      if (left) return;
      setFound({ key: `${assetId} ${of} ${kind}`, view });
      if (view.state !== 'ready' && view.state !== 'never') timer = setTimeout(() => void look(Math.min(LONGEST, pause * 1.5)), pause);
    };
    void look(FIRST);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [assetId, of, kind]);
  return found !== null && found.key === key ? found.view : ASKING;
}
