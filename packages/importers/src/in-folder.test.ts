import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSidecar } from '@rollcall/media';
import { NOTHING_TOLD, type ThingPart } from './found.ts';
import { importFolder, namesInFolder, xmpBeside } from './in-folder.ts';
import { plainFields } from './testing/media.ts';

const part = (key: number, role: string, path: string, name?: string): ThingPart => ({
  file: { key, source: 0, path, size: 1, mtimeMs: null },
  role,
  ...(name === undefined ? {} : { name }),
});

test('IM-76: files of one photo have names by which they belong together, also where the name was taken, each safe and no two the same; what was told lies beside as XMP', async () => {
  const fields = { ...plainFields('IMG_1.HEIC'), capturedAt: '2020-01-31T23:00:00-08:00', capturedSource: 'exif' } as const;
  const parts = [
    part(0, 'original', 'originals/A/U.heic', 'IMG_1.HEIC'),
    part(1, 'live-video', 'originals/A/U_3.mov', 'IMG_1.mov'),
    part(2, 'edited', 'resources/renders/A/U_1_201_a.heic', 'IMG_1_edited.heic'),
    part(3, 'adjustment-data', 'a/img_1.AAE'),
    part(4, 'adjustment-data', 'b/img_1.aae'),
    part(5, 'sidecar', 'x/other.json'),
  ];
  assert.deepEqual(namesInFolder({ fields, parts }, 1), [
    'IMG_1.HEIC',
    'IMG_1.mov',
    'IMG_1_edited.heic',
    'img_1.AAE',
    'img_1 (2).aae',
    'other.json',
  ]);
  assert.deepEqual(namesInFolder({ fields, parts }, 3), [
    'IMG_1 (3).HEIC',
    'IMG_1 (3).mov',
    'IMG_1 (3)_edited.heic',
    'IMG_1 (3).AAE',
    'IMG_1 (3) (2).aae',
    'other (3).json',
  ]);
  assert.deepEqual(namesInFolder({ fields: plainFields('../CON.jpg'), parts: [part(0, 'original', 'x/CON.jpg')] }, 1), ['__CON.jpg']);
  assert.deepEqual(
    [
      importFolder(fields),
      importFolder({ ...fields, capturedSource: 'file-time' }),
      importFolder({ capturedAt: '-0044-03-15T12:00:00', capturedSource: 'person' }),
    ],
    ['Imported/2020/01', 'Imported/Undated', 'Imported/Undated'],
  );

  assert.equal(xmpBeside({ fields, told: NOTHING_TOLD }, []), null);
  assert.equal(xmpBeside({ fields, told: { fields: { favourite: true, hidden: true }, knowsZone: false } }, []), null);
  const text = xmpBeside({ fields: { ...fields, title: 'T', keywords: ['k'] }, told: { fields: { title: 'T' }, knowsZone: false } }, [
    { name: 'Ann', area: null },
  ]);
  const facts = await readSidecar('IMG_1.HEIC.xmp', Buffer.from(text!));
  assert.deepEqual(facts?.fields, {
    title: 'T',
    keywords: ['k'],
    people: [{ name: 'Ann', area: null }],
    capturedAt: fields.capturedAt,
    capturedSource: 'xmp',
  });
});
