import { useEffect, useState } from 'react';
import { ask } from '../api/call.ts';
import { useLibrary } from '../library/live.ts';
import { createPlaceIndex, type PlaceIndex } from './places.ts';

export type PlaceNames = Pick<PlaceIndex, 'textOf' | 'nameOf'>;

// One for the page: names of places are the same for everybody.
const index = createPlaceIndex(async (places) => (await ask('placeNames', { body: { places: [...places] } })).places);

/** Functions of their own each time: by them a page sees that there is more to be told. */
const namesNow = (): PlaceNames & { readonly size: number } => ({
  textOf: (place) => index.textOf(place),
  nameOf: (place) => index.nameOf(place),
  size: index.size(),
});

/** What the places of the library are called; other functions whenever names have come, so that what rests on them is made anew. */
export function usePlaceNames(): PlaceNames {
  const { replica } = useLibrary();
  const { timeline } = replica;
  const [places, setPlaces] = useState(namesNow);
  useEffect(() => {
    const taken = [...replica.live.keys()].flatMap((id) => replica.assets.get(id)?.asset.place ?? []);
    // Also those that another page asked for, and those that came before the server stopped answering: it says itself that it did.
    const come = (): void => setPlaces((before) => (before.size === index.size() ? before : namesNow()));
    index.learn(taken).then(come, come);
  }, [replica, timeline]);
  return places;
}
