import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROOT } from '../house.ts';
import { check, readTexts, sourcesOf } from './catalogue.ts';
import { collect } from './collect.ts';

test('LA-2: what a source says is found: plain, counted, marked, with tags; and what goes past the catalogue', () => {
  const { told, bare } = collect(
    'page.tsx',
    [
      "import { message, say, sayMany } from '@rollcall/protocol'; import { rich } from '../language/rich.tsx';",
      "const KINDS = [message('Videos')];",
      "const a = say('{name} is there', { name }) + say(kind) + sayMany(n, '{count} photo', '{count} photos');",
      "const b = <p title='So' aria-label={say('Close')}>{rich('See <a>it</a>', {})} · Plain words &nbsp;</p>;",
    ].join('\n'),
  );
  assert.deepEqual(
    told.map(({ message, one, line }) => [message, one, line]),
    [
      ['Videos', null, 2],
      ['{name} is there', null, 3],
      ['{count} photos', '{count} photo', 3],
      ['Close', null, 4],
      ['See <a>it</a>', null, 4],
    ],
  );
  assert.deepEqual(
    bare.map(({ text }) => text),
    ['title="So"', '· Plain words &nbsp;'],
  );
  const composed = "import { say } from './language.ts';\nsay(`${a} photos`)";
  assert.throws(() => collect('page.tsx', composed), /page\.tsx:2: what say\(\) is given/);
  assert.deepEqual(collect('page.tsx', "import { say } from './io.ts'; say(`${a} photos`); say('Done')").told, []);
});

test('LA-2: a catalogue without a text, with one too many, or with other places than its message, is told', () => {
  const messages = new Map([
    ['{count} photos of {name}', { counted: true, where: 'a.ts:1' }],
    ['See <a>it</a>', { counted: false, where: 'a.ts:2' }],
    ['Gone', { counted: false, where: 'a.ts:3' }],
  ]);
  const forms = ['one', 'other'];
  const good = {
    '{count} photos of {name}': { one: 'Ein Foto: {name}', other: '{count} Fotos: {name}' },
    'See <a>it</a>': '<a>Es</a>',
    Gone: 'Weg',
  };
  assert.deepEqual(check(messages, good, forms), []);
  const bad = { '{count} photos of {name}': { other: '{count}: {name}' }, 'See <a>it</a>': 'Siehe <b>es</b>', Old: 'Alt' };
  assert.deepEqual(
    check(messages, bad, forms).map(({ message }) => message),
    ['{count} photos of {name}', 'See <a>it</a>', 'Gone', 'Old'],
  );
});

test('LA-3: nothing on the page is said past the catalogue, and German has a text for all of it', () => {
  const { messages, bare } = sourcesOf(ROOT);
  assert.ok(messages.size > 500);
  assert.deepEqual(
    bare.map(({ path, line, text }) => `${path}:${line} ${text}`),
    [],
  );
  const forms = new Intl.PluralRules('de').resolvedOptions().pluralCategories;
  assert.deepEqual(check(messages, readTexts(ROOT, 'de'), forms), []);
});
