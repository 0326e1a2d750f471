import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { copyOf, truth } from '../../apple-photos/test/shared.ts';
import { MEDIA } from '../../testing/media.ts';

export const LIBRARIES = [
  'Test-Cloud-10.15.6',
  'Test-26.1',
  'Test-Media-Types-15.7.2',
  'Test-Shared-10.15.1',
  'ExternalAdjustments-14.4.1',
];

export type Row = Readonly<Record<string, string>>;

export const rowsOf = (name: string): Row[] => truth('GROUND-TRUTH-ASSETS.tsv').filter(({ library }) => library === name);

/** A picture of one point. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
);

/** A file of its own that is known for what it is; no two have the same bytes. */
export function filmOrPicture(path: string): Buffer {
  if (!/\.(mov|mp4)$/i.test(path)) return Buffer.concat([JPEG, Buffer.from(path)]);
  const box = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length + 8, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, content]);
  };
  return Buffer.concat([
    box('ftyp', Buffer.from('qt  \0\0\0\0qt  ', 'latin1')),
    box('moov', box('mvhd', Buffer.alloc(100))),
    box('mdat', Buffer.from(path)),
  ]);
}

export function put(path: string, bytes: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) writeFileSync(path, bytes);
}

/** A real library of which every file is there that was there once, with other bytes where the own ones are missing. */
export function filled(t: TestContext, name: string): string {
  const library = copyOf(t, name);
  for (const row of rowsOf(name)) {
    const { original_relpath: path = '', uuid = '', render_files: renders = '' } = row;
    if (row['original_in_upstream_tree'] !== '1') continue;
    const stem = path.slice(0, path.lastIndexOf('.'));
    const paths = [
      path,
      ...(row['live_video_upstream'] === 'present' ? [`${stem}_3.mov`] : []),
      ...(row['raw_pair'] === '1' ? [`${stem}_4.dng`] : []),
      ...renders
        .split('+')
        .flatMap((end) => (end === '' ? [] : [`resources/renders/${uuid.slice(0, 1)}/${uuid}${end.startsWith('.') ? '' : '_'}${end}`])),
    ];
    const real = join(MEDIA, 'burst', row['original_filename'] ?? '');
    if (row['burst_uuid8'] !== '' && existsSync(real)) put(join(library, path), readFileSync(real));
    for (const each of paths) put(join(library, each), filmOrPicture(each));
  }
  return library;
}
