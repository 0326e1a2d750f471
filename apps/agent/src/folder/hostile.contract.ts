import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';

/** The part of a folder's code that puts what came from elsewhere into its place. */
export interface Placing {
  /** Puts the file `part` below `root` under a name that a peer gave, in the folder `below`; gives the path below the root. */
  place(root: string, below: string, name: string, part: string): string;
  /** Every path that a look at the folder sees, with what it leaves out and why. */
  look(root: string): Promise<readonly { readonly path: string; readonly excluded: string | null }[]>;
}

/** Names that were used somewhere to write where nobody may, to hide, or to deceive. */
export const HOSTILE: readonly string[] = [
  '../../../../etc/cron.d/x.jpg',
  '..\\..\\windows\\x.jpg',
  '/etc/passwd',
  'C:\\x.jpg',
  '\\\\server\\share\\x.jpg',
  '..',
  '.',
  '...',
  ' ',
  '.rollcall',
  '.ROLLCALL',
  '.Rollcall/folder.json',
  '.rollcall.jpg',
  '.hidden.jpg',
  'CON',
  'con.jpg',
  'aux.tar.gz',
  'LPT1.png',
  'COM\u00b9.jpg',
  'NUL',
  'x.jpg.',
  'x.jpg ',
  'x.jpg\u0000.exe',
  'line\nbreak.jpg',
  'bell\u0007\u001b[31m.jpg',
  'c1\u0085\u009b31m.jpg',
  '\u202egpj.exe',
  'a\u2066b\u2069\u200f\u200e\u061c.jpg',
  'zero\u200bwidth\u2060\ufeff.jpg',
  'line\u2028separator\u2029.jpg',
  'lone\ud800surrogate.jpg',
  'x.jpg:stream',
  'a<b>c"d|e?f*.jpg',
  '~lock.jpg',
  'photo.jpg.part',
  'photo.tmp',
  'photo.crdownload',
  '--help',
  '-rf',
  '$(reboot).jpg',
  `${'a'.repeat(300)}.jpg`,
  `${'\u00e9'.repeat(200)}.jpg`,
  `${'🏖️'.repeat(60)}.jpg`,
  `x.${'j'.repeat(300)}`,
  `${'a'.repeat(250)}. .`,
  'caf\u00e9.jpg',
  'cafe\u0301.jpg',
  'CAF\u00c9.JPG',
];

// oxlint-disable-next-line no-control-regex -- they are what must be gone
const UNSAFE = /[\u0000-\u001f\u007f-\u009f/\\:<>"|?*\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u061c\ufeff\ufffd]/;

const anyName = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.oneof(fc.constantFrom('..', '/', '\\', '.', ' ', '\u202e', '\u200b', '\u0000', '.rollcall', '~', '.part', 'x'), fc.string()),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
);

/** What every way of placing a file from elsewhere must hold to, whatever the file system. `root`: where folders may be made. */
export function hostileNamesContract(name: string, placing: Placing, root: string = tmpdir()): void {
  describe(`names from peers (${name})`, () => {
    const base = mkdtempSync(join(root, 'rollcall-hostile-'));
    after(() => rmSync(base, { recursive: true, force: true }));
    let made = 0;
    /** A folder with its marker, and beside it what must never change. */
    const open = (): { folder: string; unchanged: () => void } => {
      const outer = join(base, String(made++));
      const folder = join(outer, 'photos');
      mkdirSync(join(folder, '.rollcall', 'incoming'), { recursive: true });
      writeFileSync(join(folder, '.rollcall', 'folder.json'), 'the marker');
      writeFileSync(join(outer, 'neighbour.jpg'), 'not yours');
      return {
        folder,
        unchanged: () => {
          assert.deepEqual(readdirSync(outer).sort(), ['neighbour.jpg', 'photos']);
          assert.equal(readFileSync(join(outer, 'neighbour.jpg'), 'utf8'), 'not yours');
          assert.equal(readFileSync(join(folder, '.rollcall', 'folder.json'), 'utf8'), 'the marker');
          assert.deepEqual(readdirSync(join(folder, '.rollcall')).sort(), ['folder.json', 'incoming']);
        },
      };
    };
    const part = (folder: string, bytes: string): string => {
      const path = join(folder, '.rollcall', 'incoming', `part${made++}`);
      writeFileSync(path, bytes);
      return path;
    };

    test('FS-20: whatever a peer calls its photos, each is placed once, as one plain file below its folder, is seen there, and nothing else changes', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyName, { minLength: 1, maxLength: 6 }), async (names) => {
          const { folder, unchanged } = open();
          const placed = names.map((each, at) => placing.place(folder, '2024/05', each, part(folder, `bytes ${at}`)));
          unchanged();
          for (const [at, path] of placed.entries()) {
            const segments = path.split('/');
            assert.deepEqual(segments.slice(0, -1), ['2024', '05']);
            const last = segments.at(-1) ?? '';
            assert.ok(Buffer.byteLength(last) <= 255, `${Buffer.byteLength(last)} bytes`);
            assert.doesNotMatch(last, UNSAFE);
            assert.doesNotMatch(last, /^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
            assert.equal(last, last.toWellFormed());
            assert.ok(lstatSync(join(folder, path)).isFile());
            assert.equal(readFileSync(join(folder, path), 'utf8'), `bytes ${at}`);
          }
          assert.equal(readdirSync(join(folder, '2024', '05')).length, names.length);
          const seen = await placing.look(folder);
          assert.deepEqual(
            seen.map(({ excluded }) => excluded),
            names.map(() => null),
            'what a peer has is not left out here',
          );
        }),
        { numRuns: 60, examples: HOSTILE.map((each) => [[each]]) },
      );
    });

    test('FS-21: links among the folders of a path, or in a photo’s place, lead nowhere', () => {
      const { folder, unchanged } = open();
      const elsewhere = mkdtempSync(join(base, 'elsewhere-'));
      symlinkSync(elsewhere, join(folder, '2024'));
      mkdirSync(join(folder, '2023'));
      symlinkSync(elsewhere, join(folder, '2023', '05'));
      mkdirSync(join(folder, '2022', '05'), { recursive: true });
      symlinkSync(join(elsewhere, 'victim.jpg'), join(folder, '2022', '05', 'x.jpg'));
      for (const [at, below] of ['2024/05', '2023/05', '2022/05', '2024'].entries()) {
        const path = placing.place(folder, below, 'x.jpg', part(folder, `bytes ${at}`));
        assert.equal(readFileSync(join(folder, path), 'utf8'), `bytes ${at}`);
      }
      assert.deepEqual(readdirSync(elsewhere), []);
      assert.equal(existsSync(join(elsewhere, 'victim.jpg')), false);
      unchanged();
    });
  });
}
