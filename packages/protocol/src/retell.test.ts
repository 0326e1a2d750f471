import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { ApiError } from './errors.ts';
import { speak } from './language.ts';
import { retell } from './retell.ts';

const GERMAN = {
  tag: 'de-DE',
  messages: {
    'Nothing was changed.': 'Nichts wurde geändert.',
    'There is no setting {name}.': 'Die Einstellung {name} gibt es nicht.',
    'It needs {needed}, and {free} are free.': 'Es braucht {needed}, und {free} sind frei.',
    '{count} accounts have this plan.': { one: 'Ein Account hat diesen Tarif.', other: '{count} Accounts haben diesen Tarif.' },
    '{year}-{month}-{day}': '{day}.{month}.{year}',
    '{day} {clock} {zone}': '{day}, {clock} Uhr',
    'It closes on {day}, and is kept until then.': 'Am {day} wird es geschlossen, und bis dahin behalten.',
    '{a} of {b}': '{a} von {b}',
    Trip: 'Reise',
  },
};
afterEach(() => speak({ tag: 'en-GB', messages: {} }));

test('LA-10: what was said in English elsewhere is told in the language that is spoken: by its message, with what fills it, sentence by sentence', () => {
  const english = 'It needs 1.5 GB, and 12,431 are free. Nothing was changed.';
  assert.equal(retell(english), english);
  speak(GERMAN);
  assert.equal(retell('Nothing was changed.'), 'Nichts wurde geändert.');
  assert.equal(retell(english), 'Es braucht 1,5 GB, und 12.431 sind frei. Nichts wurde geändert.');
  assert.equal(retell('1,200 accounts have this plan.'), '1.200 Accounts haben diesen Tarif.');
  assert.equal(retell('It closes on 2026-05-03, and is kept until then.'), 'Am 03.05.2026 wird es geschlossen, und bis dahin behalten.');
  // A name is no message, and unknown words are told as they are.
  assert.equal(retell('There is no setting Trip.'), 'Die Einstellung Trip gibt es nicht.');
  assert.equal(retell('The end of the world is near. Nothing was changed.'), 'The end of the world is near. Nichts wurde geändert.');
  assert.equal(retell('3 of 4'), '3 von 4');
  assert.equal(retell('Bridge of 1989'), 'Bridge of 1989');
  assert.equal(retell('There is no setting 2024-05-03.jpg.'), 'Die Einstellung 2024-05-03.jpg gibt es nicht.');
});

test('LA-11: a refusal is read in the language of who reads it; its code and figures stay', () => {
  const refusal = { error: { code: 'bad-request', words: 'There is no setting sync.', details: { setting: 'sync' } } };
  assert.deepEqual(ApiError.parse(refusal), refusal);
  speak(GERMAN);
  assert.deepEqual(ApiError.parse(refusal), { error: { ...refusal.error, words: 'Die Einstellung sync gibt es nicht.' } });
});
