import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { figures, message, say, sayMany, speak, spokenTag } from './language.ts';

const ENGLISH = { tag: 'en-GB', messages: {} };
afterEach(() => speak(ENGLISH));

test('LA-1: a message is said in the language that is spoken, with its values, and in English where that has no words for it', () => {
  assert.equal(say('{name} was removed.', { name: 'Laptop' }), 'Laptop was removed.');
  speak({ tag: 'de-DE', messages: { '{name} was removed.': '{name} wurde entfernt.' } });
  assert.equal(spokenTag(), 'de-DE');
  assert.equal(say('{name} was removed.', { name: '{name} & co' }), '{name} & co wurde entfernt.');
  assert.equal(say('Nobody translated this.'), 'Nobody translated this.');
  assert.equal(say(message('{name} was removed.'), { name: 'Phone' }), 'Phone wurde entfernt.');
});

test('LA-1: what is counted has the form and the figures of the language', () => {
  const photos = (count: number): string => sayMany(count, '{count} photo in {album}', '{count} photos in {album}', { album: 'Sea' });
  assert.deepEqual([0, 1, 12431].map(photos), ['0 photos in Sea', '1 photo in Sea', '12,431 photos in Sea']);
  speak({
    tag: 'pl-PL',
    messages: { '{count} photos in {album}': { one: 'jedno', few: '{count} zdjęcia', other: '{count} zdjęć: {album}' } },
  });
  assert.deepEqual([1, 3, 5].map(photos), ['jedno', '3 zdjęcia', '5 zdjęć: Sea']);
  speak({ tag: 'de-DE', messages: { '{count} photos in {album}': { one: '{count} Foto in {album}', other: '{count} Fotos in {album}' } } });
  assert.deepEqual([1, 12431].map(photos), ['1 Foto in Sea', '12.431 Fotos in Sea']);
  assert.equal(figures(12431), '12.431');
});
