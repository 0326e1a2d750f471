import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Asset } from '@rollcall/protocol';
import { readSidecar } from '../sidecar-facts.ts';
import { writeXmp } from '../write-xmp.ts';

const NOTHING = {
  title: null,
  caption: null,
  keywords: [],
  rating: null,
  capturedAt: '2024-05-06T14:26:10',
  capturedSource: 'unknown',
  place: null,
} satisfies Partial<Asset>;

const read = async (text: string) => (await readSidecar('a.jpg.xmp', new TextEncoder().encode(text)))?.fields;

test('SX-30: what is written of a photo as XMP is read again as it was', async () => {
  const all = {
    title: 'A & B <c> "d"',
    caption: 'First line\nsecond, with “quotes” and 🦊',
    keywords: ['sea', 'Zürich', 'a & b'],
    rating: 4,
    capturedAt: '2024-05-06T14:26:10.25+02:00',
    capturedSource: 'exif',
    place: { lat: 48.2085, lon: -16.3731, altitude: -12.5 },
    people: [{ name: 'Ann Ödegård', area: null }],
  } satisfies Partial<Asset>;
  const fields = await read(writeXmp(all));
  assert.ok(fields);
  const { place, ...rest } = fields;
  assert.deepEqual(rest, {
    title: all.title,
    caption: all.caption,
    keywords: all.keywords,
    rating: 4,
    capturedAt: all.capturedAt,
    capturedSource: 'xmp',
    people: all.people,
  });
  assert.ok(place);
  assert.ok(Math.abs(place.lat - all.place.lat) < 1e-6 && Math.abs(place.lon - all.place.lon) < 1e-6, JSON.stringify(place));
  assert.equal(place.altitude, -12.5);
});

test('SX-30: nothing is made up: a guessed date and what is not known are not told', async () => {
  assert.deepEqual(await read(writeXmp(NOTHING)), {});
  for (const lat of [89.99999999, 0, -0.5, 59.9999999999])
    assert.ok(
      Math.abs(((await read(writeXmp({ ...NOTHING, place: { lat, lon: 1, altitude: null } })))?.place?.lat ?? 99) - lat) < 1e-6,
      String(lat),
    );
});

test('SX-30: letters that XML does not know do not break it', async () => {
  assert.equal((await read(writeXmp({ ...NOTHING, title: 'a\u0001b\uD800c' })))?.title, 'ab\uFFFDc');
});

test('EX-15: a favourite, and what is hidden, is told in words of our own, and nothing of the kind where it is neither', () => {
  const favourite = writeXmp({ ...NOTHING, favourite: true, hidden: false });
  assert.match(favourite, /xmlns:rollcall="urn:rollcall:xmp:1"\s+rollcall:Favourite="True"/);
  assert.doesNotMatch(favourite, /Hidden/);
  assert.doesNotMatch(writeXmp({ ...NOTHING, favourite: false, hidden: false }), /rollcall:/);
});
