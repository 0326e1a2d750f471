import assert from 'node:assert/strict';
import { test } from 'node:test';
import { googleFields, readGoogleJson } from './asset-json.ts';
import { isYearFolder } from './year-folder.ts';

test('IM-48: the folder of a year is no album, in the languages of Google’s takeouts; a person’s album with a year in its title is one', () => {
  for (const year of [
    'Photos from 2019',
    'Fotos von 2023',
    'Photos de 2001',
    'Fotos de 2020',
    'Foto del 2018',
    'Foto’s uit 2022',
    'Zdjęcia z 2015',
    'Фото за 2024',
    '2019年の写真',
    'Fotografías de 2019',
    'Valokuvat vuodelta 2017',
    '2019 fotoğrafları',
    'Снимки от 2012',
  ])
    assert.ok(isYearFolder(year), year);
  for (const album of ['Sicily 2019', 'Photos from 2019 in Rome', '2019', 'Fotos 2019', 'Photos from home', ''])
    assert.ok(!isYearFolder(album), album);
});

test('IM-49: what a JSON file of a takeout is, its content says, whatever it is called: a photo’s data, an album, also in the older form, or of the account', () => {
  const read = (told: unknown): string => {
    const found = readGoogleJson(typeof told === 'string' ? told : JSON.stringify(told));
    return found.is === 'album' ? `album ${found.title}` : found.is;
  };
  assert.equal(read({ title: 'a.jpg', photoTakenTime: { timestamp: '0' } }), 'asset');
  assert.equal(read({ title: ' Rome ', description: '', access: 'protected', date: {} }), 'album Rome');
  assert.equal(read({ albumData: { title: 'Old', description: '' } }), 'album Old');
  assert.equal(read({ title: '', access: 'protected' }), 'album ');
  for (const other of [{}, [], null, 3, { title: 'Comments' }, { title: 7, date: {} }, { photoTakenTime: {} }, 'no json', ''])
    assert.equal(read(other), 'other', JSON.stringify(other));
});

test('IM-50: favourites, what was archived, trash and partners are read; what was archived is hidden here, and nothing else is set', () => {
  const read = (more: object) => {
    const found = readGoogleJson(JSON.stringify({ title: 'a.jpg', photoTakenTime: {}, ...more }));
    return found.is === 'asset' ? found.asset : assert.fail();
  };
  assert.deepEqual(googleFields(read({})), {});
  assert.deepEqual(googleFields(read({ favorited: true, archived: true })), { favourite: true, hidden: true });
  assert.deepEqual(googleFields(read({ favorited: 'yes', archived: 1 })), {});
  assert.deepEqual(
    [
      read({ trashed: true }).trashed,
      read({ googlePhotosOrigin: { fromPartnerSharing: {} } }).fromPartner,
      read({ googlePhotosOrigin: {} }).fromPartner,
    ],
    [true, true, false],
  );
});
