import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { lookAt, manifest, MEDIA, missing, type Looked } from '../testing/media.ts';
import { readExiftoolJson } from './exiftool-json.ts';
import { icloudpdTold } from './icloudpd.ts';
import { pairName, smallerOf } from './names.ts';

const roots: string[] = [];
after(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })));
/** A folder of copies of test media, and of texts. */
function folderOf(files: Readonly<Record<string, string | { readonly text: string }>>): string {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-folder-'));
  roots.push(root);
  for (const [name, from] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    if (typeof from === 'string') copyFileSync(join(MEDIA, from), join(root, name));
    else writeFileSync(join(root, name), from.text);
  }
  return root;
}
const parts = ({ things }: Looked): string[] =>
  things.map((thing) => thing.parts.map(({ file, role }) => `${role} ${file.path}`).join(', ')).toSorted();

test(
  'IM-29: XMP beside photos, by either way of naming, tells their date, place, title, words and stars; what tells of no photo is told',
  { skip: missing },
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'rollcall-folder-'));
    roots.push(root);
    cpSync(join(MEDIA, 'sidecar'), root, { recursive: true });
    const looked = await lookAt([root]);
    const [first, second] = looked.things;
    assert.deepEqual(parts(looked), ['original DSC_5001.JPG, sidecar DSC_5001.JPG.xmp', 'original DSC_5002.JPG, sidecar DSC_5002.xmp']);
    assert.deepEqual(
      [first!.fields.capturedAt, first!.fields.title, first!.fields.rating, first!.fields.keywords.toSorted()],
      ['2022-08-08T10:08:08+02:00', 'Sidecar wins — žluťoučký', 4, ['Danube', 'fixture']],
    );
    assert.ok(Math.abs(first!.fields.place!.lat - 47.508333) < 0.0001 && Math.abs(first!.fields.place!.lon - 19.04) < 0.0001);
    assert.deepEqual([second!.fields.capturedAt, second!.fields.title, second!.fields.rating], ['2022-08-09T08:08:08Z', 'Opera', 5]);
    assert.deepEqual(
      looked.plans
        .flatMap(({ left }) => left)
        .map(({ path, why }) => `${path.replace(/.*\//, '')} ${why}`)
        .toSorted(),
      ['iphone-export.xmp no-photo', 'orphan.xmp no-photo'],
    );
  },
);

test(
  'IM-30: pairs, edits and adjustments come together by what the camera wrote, and stay apart where that contradicts',
  { skip: missing },
  async () => {
    const live = await lookAt([join(MEDIA, 'live')]);
    assert.deepEqual(
      parts(live).filter((each) => !each.includes('odd/')),
      [
        'original IMG_3582.HEIC, live-video IMG_3582.MOV, edited IMG_E3582.HEIC, edited-video IMG_E3582.MOV, adjustment-data IMG_3582.AAE, adjustment-data IMG_O3582.AAE',
        'original IMG_4580.HEIC, live-video IMG_4580.MOV',
        'original train.jpg, live-video train.mov',
      ],
    );
    assert.deepEqual(
      parts(live).filter((each) => each.includes('odd/')),
      [
        'original odd/IMG_7001.JPG',
        'original odd/IMG_7001.MOV',
        'original odd/IMG_7002.HEIC, live-video odd/IMG_7002_HEVC.MOV',
        'original odd/IMG_7003.HEIC',
        'original odd/IMG_7004.MOV',
        'original odd/IMG_7005.JPG',
        'original odd/IMG_7005.MOV',
      ],
    );
  },
);

const OSXPHOTOS = JSON.stringify([
  {
    SourceFile: 'IMG_1.HEIC',
    'EXIF:ImageDescription': 'A caption',
    'XMP:Title': 'A title',
    'XMP:TagsList': ['one', 'two'],
    'IPTC:Keywords': ['two', 'three'],
    'XMP:PersonInImage': ['Ann'],
    'EXIF:GPSLatitude': 33.7,
    'EXIF:GPSLatitudeRef': 'S',
    'EXIF:GPSLongitude': 118.3,
    'EXIF:GPSLongitudeRef': 'W',
    'EXIF:DateTimeOriginal': '2020:04:11 12:00:00',
    'EXIF:OffsetTimeOriginal': '-07:00',
    'XMP:Rating': 5,
  },
]);

test('IM-31: what osxphotos wrote beside a photo, as XMP or as exiftool’s JSON, is read; a list of anything else is none', () => {
  assert.deepEqual(readExiftoolJson(OSXPHOTOS), {
    knowsZone: true,
    fields: {
      capturedAt: '2020-04-11T12:00:00-07:00',
      capturedSource: 'xmp',
      title: 'A title',
      caption: 'A caption',
      keywords: ['one', 'two', 'three'],
      rating: 5,
      place: { lat: -33.7, lon: -118.3, altitude: null },
    },
  });
  for (const none of ['', '[]', '{}', '[1]', '[{"a":1}]', '[{"SourceFile":"a"},{"SourceFile":"b"}]', 'null'])
    assert.equal(readExiftoolJson(none), null, none);
  assert.deepEqual(
    readExiftoolJson(
      '[{"SourceFile":"a","QuickTime:CreationDate":"2021:02:03 04:05:06+0100","EXIF:DateTimeOriginal":"0000:00:00 00:00:00"}]',
    )!.fields,
    {
      capturedAt: '2021-02-03T04:05:06+01:00',
      capturedSource: 'xmp',
    },
  );
});

test('IM-118: exiftool’s JSON is read without groups, too, as it writes it by itself: degrees in words, and metres', () => {
  const told = {
    SourceFile: 'IMG_1.HEIC',
    Title: 'A title',
    ImageDescription: 'A caption',
    Keywords: ['one', 2],
    GPSLatitude: `33 deg 42' 0.00" S`,
    GPSLongitude: `118 deg 18' 0.00" W`,
    GPSAltitude: '12.5 m Below Sea Level',
    DateTimeOriginal: '2020:04:11 12:00:00',
    OffsetTimeOriginal: '-07:00',
    Rating: 3,
  };
  const { fields } = readExiftoolJson(JSON.stringify([told]))!;
  assert.deepEqual(fields, {
    capturedAt: '2020-04-11T12:00:00-07:00',
    capturedSource: 'xmp',
    title: 'A title',
    caption: 'A caption',
    keywords: ['one', '2'],
    rating: 3,
    place: { lat: -33.7, lon: -118.3, altitude: -12.5 },
  });
  assert.equal(readExiftoolJson('[{"SourceFile":"a","GPSLatitude":"far away","GPSLongitude":""}]')!.fields.place, undefined);
});

test(
  'IM-32: an export of osxphotos comes with its edits, films, RAW and words; its previews and its own database do not',
  { skip: missing },
  async () => {
    const root = folderOf({
      'IMG_3582.HEIC': 'live/IMG_3582.HEIC',
      'IMG_3582.mov': 'live/IMG_3582.MOV',
      'IMG_3582_edited.heic': 'live/IMG_E3582.HEIC',
      'IMG_3582_edited.mov': 'live/IMG_E3582.MOV',
      'IMG_3582_preview.heic': 'live/odd/IMG_7003.HEIC',
      'IMG_3582.HEIC.json': { text: OSXPHOTOS },
      'IMG_3582.AAE': 'live/IMG_3582.AAE',
      '.osxphotos_export.db': { text: 'x' },
    });
    const looked = await lookAt([root]);
    assert.deepEqual(parts(looked), [
      'original IMG_3582.HEIC, live-video IMG_3582.mov, edited IMG_3582_edited.heic, edited-video IMG_3582_edited.mov, adjustment-data IMG_3582.AAE, sidecar IMG_3582.HEIC.json',
    ]);
    assert.equal(looked.things[0]!.fields.title, 'A title');
    assert.deepEqual(
      looked.plans.flatMap(({ left }) => left).map(({ path, why }) => `${path.replace(/.*\//, '')} ${why}`),
      ['IMG_3582_preview.heic smaller-version'],
    );
  },
);

const ICLOUDPD = (rating: number): string =>
  `<?xml version='1.0' encoding='utf-8'?>\n<x:xml_doc xmlns:x="adobe:ns:meta/" x:xmptk="icloudpd 1.32.2+a3d5e8"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><dc:title>Harbour</dc:title><dc:description>At dawn</dc:description><dc:subject><rdf:Seq><rdf:li>boats</rdf:li></rdf:Seq></dc:subject><exif:GPSLatitude>-33.856667</exif:GPSLatitude><exif:GPSLongitude>151.215</exif:GPSLongitude><photoshop:DateCreated>2025-05-26T09:27:06-0500</photoshop:DateCreated><xmp:Rating>${rating}</xmp:Rating></rdf:Description></rdf:RDF></x:xml_doc>`;

test('IM-33: five stars of icloudpd’s are a favourite, and its minus one is hidden; other programs’ stars are stars', () => {
  assert.deepEqual(icloudpdTold(ICLOUDPD(5), { rating: 5, title: 'Harbour' }), { fields: { title: 'Harbour', favourite: true } });
  assert.deepEqual(icloudpdTold(ICLOUDPD(-1), {}), { fields: { hidden: true } });
  assert.deepEqual(icloudpdTold(ICLOUDPD(5).replace('icloudpd', 'XMP Core'), { rating: 5 }), {});
});

test(
  'IM-34: what icloudpd downloaded comes together: films with its ending, edits, and the RAW that it calls the alternative; smaller versions do not',
  { skip: missing },
  async () => {
    assert.deepEqual(
      [pairName('IMG_1-alternative.DNG', 'image/x-adobe-dng'), pairName('IMG_1-alternative.JPG', 'image/jpeg')],
      ['IMG_1.DNG', 'IMG_1-alternative.JPG'],
    );
    assert.deepEqual([smallerOf('IMG_1-medium.JPG'), smallerOf('IMG_1-thumb.JPG'), smallerOf('medium.JPG')], ['img_1', 'img_1', null]);
    const root = folderOf({
      '2025/05/26/IMG_3582.HEIC': 'live/IMG_3582.HEIC',
      '2025/05/26/IMG_3582.HEIC.xmp': { text: ICLOUDPD(5) },
      '2025/05/26/IMG_3582_HEVC.MOV': 'live/IMG_3582.MOV',
      '2025/05/26/IMG_3582-adjusted.HEIC': 'live/IMG_E3582.HEIC',
      '2025/05/26/IMG_3582-thumb.HEIC': 'live/odd/IMG_7003.HEIC',
    });
    const looked = await lookAt([root]);
    const at = '2025/05/26/IMG_3582';
    assert.deepEqual(parts(looked), [`original ${at}.HEIC, live-video ${at}_HEVC.MOV, edited ${at}-adjusted.HEIC, sidecar ${at}.HEIC.xmp`]);
    const { fields } = looked.things[0]!;
    assert.deepEqual([fields.title, fields.caption, fields.favourite, fields.rating], ['Harbour', 'At dawn', true, null]);
    assert.deepEqual(
      [fields.keywords, looked.things[0]!.told.fields.place],
      [['boats'], { lat: -33.856667, lon: 151.215, altitude: null }],
    );
    assert.equal(looked.things[0]!.told.fields.capturedAt, '2025-05-26T09:27:06-05:00');
  },
);

test(
  'IM-35: what icloud-photos-sync keeps is checked by the checksum that it is called by, and its links are albums',
  { skip: missing },
  async () => {
    const checksum = (path: string): string => {
      return manifest()
        .find((each) => each.path === path)!
        .appleChecksum.replaceAll('+', '-')
        .replaceAll('/', '_');
    };
    const [still, film, wrong] = [checksum('live/IMG_4580.HEIC'), checksum('live/IMG_4580.MOV'), checksum('live/train.jpg')];
    const root = folderOf({
      [`_All-Photos/${still}.HEIC`]: 'live/IMG_4580.HEIC',
      [`_All-Photos/${film}.MOV`]: 'live/IMG_4580.MOV',
      [`_All-Photos/${wrong}.JPG`]: 'sidecar/DSC_5001.JPG',
      '.0a1b/keep': { text: 'x' },
    });
    symlinkSync(`../_All-Photos/${still}.HEIC`, join(root, '.0a1b', 'IMG_4580.HEIC'));
    symlinkSync('.0a1b', join(root, 'Summer'));
    const looked = await lookAt([root]);
    assert.deepEqual(
      parts(looked),
      [`original _All-Photos/${wrong}.JPG`, `original _All-Photos/${still}.HEIC, live-video _All-Photos/${film}.MOV`].toSorted(),
    );
    const sums = looked.plans.map(({ checksums }) => checksums).find(({ agree }) => agree > 0);
    assert.deepEqual([sums!.agree, sums!.disagree.length], [2, 1]);
    assert.deepEqual(looked.things.map(({ albums }) => albums).toSorted(), [[], ['Summer']]);
  },
);
