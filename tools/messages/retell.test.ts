import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { fill, retell, sayAgain, speak, type Value } from '@rollcall/protocol';
import { ROOT } from '../house.ts';
import { readTexts, sourcesOf } from './catalogue.ts';

afterEach(() => speak({ tag: 'en-GB', messages: {} }));

test('LA-12: whatever a server, a device or a package says in words is found again in German, with what fills it', () => {
  const messages = readTexts(ROOT, 'de');
  const said = [...sourcesOf(ROOT).messages].filter(
    // Where two places touch, nobody can tell what fills which: those are told by their code.
    ([message, { where }]) =>
      !where.startsWith('apps/web') && message in messages && !message.includes('}{') && /\p{L}/u.test(message.replaceAll(/\{\w+\}/g, '')),
  );
  assert.ok(said.length > 500);
  speak({ tag: 'de-DE', messages });
  const wrong = said.flatMap(([message]) => {
    const places = [...new Set(message.match(/\{\w+\}/g) ?? [])].map((place) => place.slice(1, -1));
    const values: Record<string, Value> = Object.fromEntries(places.map((place, at) => [place, place === 'count' ? 1431 : String(at + 2)]));
    const english = fill(message, { ...values, ...('count' in values ? { count: '1,431' } : {}) });
    const told = retell(english);
    return told === sayAgain(message, values) ? [] : [`${message}: ${told}`];
  });
  assert.deepEqual(wrong, []);
});
