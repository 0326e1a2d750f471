import { useEffect } from 'react';
import { library, useLibrary } from '../library/live.ts';
import { usePlaceNames, type PlaceNames } from './usePlaceNames.ts';
import { prepare } from './words.ts';

/** Photos prepared between two looks at what the person does. */
const SLICE = 2_000;

/** What search needs beside the library: names of places, and all texts put together before the first letter is typed. */
export function useSearchIndex(): PlaceNames {
  const { replica } = useLibrary();
  const { timeline } = replica;
  const places = usePlaceNames();
  useEffect(() => {
    let over = false;
    let from = 0;
    let timer: ReturnType<typeof setTimeout>;
    const step = (): void => {
      if (over) return;
      const next = prepare(library().view().replica, from, SLICE);
      if (next === null) return;
      from = next;
      timer = setTimeout(step);
    };
    timer = setTimeout(step);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [replica, timeline]);
  return places;
}
