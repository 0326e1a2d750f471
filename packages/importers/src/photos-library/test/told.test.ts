import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '@rollcall/protocol';
import { plainFields } from '../../testing/media.ts';
import { cutWords, fieldsOf, toldOf } from '../told.ts';

const SAID = { taken: null, offset: null, place: null, title: null, description: null, favourite: null, hidden: null } as const;
const AT = Date.UTC(2020, 0, 5, 21, 9, 53);
const EXIF = { ...plainFields('U.jpeg'), capturedAt: '2020-01-05T13:09:53.12', capturedSource: 'exif' } as const;
const dated = (
  own: { capturedAt: string; capturedSource: 'exif' | 'file-time' | 'quicktime' },
  taken: number,
  offset: number | null,
): string => {
  const { capturedAt, capturedSource } = fieldsOf(
    { ...plainFields('U.jpeg'), ...own },
    toldOf({ ...SAID, taken, offset }, []),
    'IMG_1.JPG',
  );
  return `${capturedAt} ${capturedSource}`;
};

test('IM-67: a photo of a library has the clock and the zone that the library tells; another moment than its file’s is what a person made it, and a guess gives way', () => {
  const exif = { capturedAt: '2020-01-05T13:09:53.12', capturedSource: 'exif' } as const;
  assert.equal(dated(exif, AT, -28_800), '2020-01-05T13:09:53.12-08:00 exif');
  assert.equal(dated({ ...exif, capturedAt: '2020-01-05T13:09:53' }, AT + 120, -28_800), '2020-01-05T13:09:53.120-08:00 exif');
  assert.equal(dated(exif, AT, 34_200), '2020-01-06T06:39:53+09:30 person');
  assert.equal(
    dated({ capturedAt: '2020-01-05T21:09:53Z', capturedSource: 'quicktime' }, AT, -28_800),
    '2020-01-05T13:09:53-08:00 quicktime',
  );
  assert.equal(dated({ capturedAt: '2021-01-05T21:09:53+01:00', capturedSource: 'quicktime' }, AT, 0), '2020-01-05T21:09:53+00:00 person');
  assert.equal(dated({ capturedAt: '2024-01-01T00:00:00', capturedSource: 'file-time' }, AT, -28_800), '2020-01-05T13:09:53-08:00 xmp');
  assert.equal(dated({ capturedAt: '2024-01-01T00:00:00', capturedSource: 'file-time' }, AT, null), '2020-01-05T21:09:53Z xmp');
  assert.equal(dated(exif, AT, null), '2020-01-05T13:09:53.12-08:00 exif');
  assert.equal(dated(exif, AT, 1e9), '2020-01-05T13:09:53.12-08:00 exif');
  assert.equal(fieldsOf(EXIF, toldOf(SAID, []), 'IMG_1.JPG').capturedAt, EXIF.capturedAt);
});

test('IM-68: what the library says of a photo outweighs what its file says, within what a photo may have; what it says nothing of the file tells', () => {
  const own = { ...EXIF, title: 'of the file', caption: 'of the file', keywords: ['file'], place: { lat: 1.00001, lon: 2, altitude: 30 } };
  const plain = fieldsOf(own, toldOf(SAID, []), 'a/b.JPG');
  assert.deepEqual(plain, { ...own, fileName: 'a_b.JPG' });
  const told = toldOf({ ...SAID, place: { lat: 1, lon: 2 }, title: ' T ', description: 'D', favourite: true, hidden: true }, [
    'b',
    '',
    ' b',
    'a',
  ]);
  const { title, caption, keywords, place, favourite, hidden } = fieldsOf(own, told, 'b.JPG');
  assert.deepEqual([title, caption, keywords, place, favourite, hidden], ['T', 'D', ['b', 'a'], own.place, true, true]);
  const moved = fieldsOf(own, toldOf({ ...SAID, place: { lat: 50, lon: 2 } }, []), 'b.JPG');
  assert.deepEqual(moved.place, { lat: 50, lon: 2, altitude: null });
  assert.equal(toldOf({ ...SAID, place: { lat: 91, lon: 0 } }, []).fields.place, undefined);
  const long = toldOf({ ...SAID, title: 'x'.repeat(LIMITS.title + 1), description: `${'y'.repeat(LIMITS.caption - 1)}😀` }, [
    'k'.repeat(LIMITS.keyword + 1),
  ]);
  assert.deepEqual(
    [long.fields.title?.length, long.fields.caption?.at(-1), long.fields.keywords?.[0]?.length],
    [LIMITS.title, 'y', LIMITS.keyword],
  );
});

test('IM-99: words that are more than may be kept here are cut, and that is told', () => {
  const words = { title: 'x'.repeat(LIMITS.title), description: 'y'.repeat(LIMITS.caption) };
  const [keyword, name] = ['k'.repeat(LIMITS.keyword), 'n'.repeat(LIMITS.personName)] as const;
  assert.deepEqual(cutWords(words, [keyword, ` ${keyword} `], [name]), []);
  assert.deepEqual(cutWords({ title: `${words.title}x`, description: `${words.description}y` }, [`${keyword}k`], [`${name}n`]), [
    'its title',
    'its caption',
    'its keywords',
    'who is in it',
  ]);
  const many = Array.from({ length: LIMITS.keywords + 1 }, (_, at) => `word ${at}`);
  assert.deepEqual(cutWords({ title: null, description: null }, many, []), ['its keywords']);
});
