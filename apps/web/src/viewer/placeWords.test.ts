import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeWords } from './placeWords.ts';

test('PN-5: a place is told as town, region and country, each once, and as near its town where it is not in it', () => {
  assert.equal(placeWords({ town: 'Vienna', region: 'Vienna', country: 'AT', distance: 90 }), 'Vienna, Austria');
  assert.equal(placeWords({ town: 'Zermatt', region: 'Valais', country: 'CH', distance: 8500 }), 'Near Zermatt, Valais, Switzerland');
  assert.equal(placeWords({ town: 'Vatican City', region: null, country: 'VA', distance: 0 }), 'Vatican City');
  assert.equal(placeWords({ town: 'X', region: '', country: '??', distance: 0 }), 'X, ??');
});
