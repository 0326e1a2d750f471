import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speak } from '@rollcall/protocol';
import { fold } from '../search/fold.ts';
import { createPlaceIndex } from '../search/places.ts';
import { listedName } from './exonyms.ts';
import { mapName, placeWords, townName } from './placeWords.ts';

test('PN-5: a place is told as town, region and country, each once, and as near its town where it is not in it', () => {
  assert.equal(placeWords({ town: 'Vienna', region: 'Vienna', country: 'AT', distance: 90 }), 'Vienna, Austria');
  assert.equal(placeWords({ town: 'Zermatt', region: 'Valais', country: 'CH', distance: 8500 }), 'Near Zermatt, Valais, Switzerland');
  assert.equal(placeWords({ town: 'Vatican City', region: null, country: 'VA', distance: 0 }), 'Vatican City');
  assert.equal(placeWords({ town: 'X', region: '', country: '??', distance: 0 }), 'X, ??');
});

test('LA-33: towns, regions and countries are told in the language that is spoken, and found by their names in every language', async () => {
  const vienna = { town: 'Vienna', region: 'Vienna', country: 'AT', distance: 9_000 };
  const munich = { town: 'Munich', region: 'Bavaria', country: 'DE', distance: 10 };
  try {
    speak({ tag: 'de-DE', messages: { 'Near {town}': 'Nahe {town}' } });
    assert.equal(placeWords(vienna), 'Nahe Wien, Österreich');
    assert.equal(placeWords(munich), 'München, Bayern, Deutschland');
    assert.equal(townName({ town: 'Vienna', country: 'US' }), 'Vienna', 'another one');
    assert.equal(mapName('Austria', '040'), 'Österreich');
    assert.equal(mapName('N. Cyprus', undefined), 'N. Cyprus');
  } finally {
    speak({ tag: 'en-GB', messages: {} });
  }
  assert.equal(mapName('Austria', '040'), 'Austria');
  const places = createPlaceIndex((some) => Promise.resolve(some.map(() => munich)));
  await places.learn([{ lat: 48.1, lon: 11.6, altitude: null }]);
  const text = places.textOf({ lat: 48.1, lon: 11.6 });
  for (const name of ['Munich, Bavaria, Germany', 'München', 'Bayern, Deutschland']) assert.ok(text.includes(fold(name)), name);
  assert.equal(listedName('münchen'), 'Munich');
  assert.equal(listedName('Graz'), 'Graz');
});
