import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sizeWords } from '@rollcall/protocol';
import sharp from 'sharp';
import { mediaIn } from '../support/media.ts';
import { largeVideo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { World, type Device } from '../support/world.ts';

const { missing, bytes } = mediaIn();

/** Pictures are made when nothing else is to be done. */
const MADE_MS = 600_000;

interface Named {
  fileName: string;
  id: string;
  bytes: number;
  frees: number;
}
interface Space {
  deleted: { photos: number; frees: number };
  sections: Record<string, { groups: number; photos: number; frees: number }>;
  unmeasured: number;
  groups: Record<string, { keep: Named | null; stay: Named[]; go: Named[] }[]>;
}

describe('room in the cloud that could be freed', { skip: missing }, () => {
  const world = new World();
  let laptop: Device;
  const files = new Map<string, Buffer>();
  before(async () => {
    const train = bytes('live/train.jpg');
    for (const name of ['IMG_0658.JPG', 'IMG_0664.JPG', 'IMG_0675.JPG']) files.set(name, bytes(`burst/${name}`));
    files.set('train.jpg', train);
    files.set('train-small.jpg', await sharp(train).resize(900).jpeg({ quality: 70 }).toBuffer());
    files.set('IMG_0412.PNG', bytes('screenshot/IMG_0412.PNG'));
    files.set('landscape.jpg', bytes('orientation/Landscape_1.jpg'));
    files.set('soft.jpg', await sharp(bytes('pano/IMG_0007_pano.jpeg')).blur(20).jpeg().toBuffer());
    files.set('film.mp4', largeVideo(800_000));
    await world.serve();
    assert.equal((await world.account()).code, 0);
    laptop = await world.device('Laptop');
    for (const [name, its] of files) laptop.put(name, its);
    await laptop.sync();
  });
  after(() => world.end());

  const look = (...kind: string[]): Promise<Space> => laptop.json<Space>('cloud-space', ...kind);
  const used = async (): Promise<number> => (await laptop.json<{ library: { bytes: number } }>('status')).library.bytes;
  const size = (...names: string[]): number => names.reduce((sum, name) => sum + files.get(name)!.length, 0);

  test(
    'CS-12: burst frames, a copy in another size, a screenshot, a blurred photo and a video are found among real files, with the bytes that they take; moved, taken back, and deleted for good, they free just these',
    { timeout: 3 * MADE_MS },
    async () => {
      const all = size(...files.keys());
      assert.equal(await used(), all);
      const found = await until(
        async () => {
          const space = await look();
          return space.sections['blurred']?.photos === 1 && space.sections['alike']?.photos === 3 && space;
        },
        'all pictures to be measured',
        MADE_MS,
      );
      const { alike, videos, screenshots, blurred } = found.groups;
      const names = (groups: Space['groups'][string] | undefined): string[] =>
        (groups ?? []).flatMap(({ go }) => go.map(({ fileName }) => fileName));
      assert.deepEqual(names(screenshots), ['IMG_0412.PNG']);
      assert.deepEqual(names(blurred), ['soft.jpg']);
      assert.deepEqual(names(videos), ['film.mp4']);
      assert.equal(found.sections['exact']?.groups, 0);
      assert.equal(found.unmeasured, 0);
      const small = alike?.find(({ keep }) => keep?.fileName === 'train.jpg');
      assert.deepEqual(names(small && [small]), ['train-small.jpg']);
      const burst = alike?.find((group) => group !== small);
      const frames = [burst?.keep?.fileName, ...names(burst && [burst])].sort();
      assert.deepEqual(frames, ['IMG_0658.JPG', 'IMG_0664.JPG', 'IMG_0675.JPG']);
      const going = [...(small?.go ?? []), ...(burst?.go ?? [])];
      assert.equal(found.sections['alike']?.frees, size(...going.map(({ fileName }) => fileName)));
      assert.equal(found.sections['videos']?.frees, 800_000);

      const told = await laptop.run('cloud-space');
      assert.equal(told.code, 0, told.err);
      assert.match(told.out, /Likely duplicates: 3 photos/);
      assert.match(told.out, /Largest videos: 1 video, 800 kB\./);
      assert.match(told.out, /\tfilm\.mp4\t800 kB\tfrees 800 kB/);
      assert.match(told.out, /like .*\ttrain\.jpg\t.*which is to be kept/);
      assert.match(told.out, /rollcall cloud-space trash ID…/);

      const wrong = await laptop.run('cloud-space', 'trash', going[0]!.id, crypto.randomUUID());
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, /Nothing was moved/);
      const moved = await laptop.run('cloud-space', 'trash', ...going.map(({ id }) => id), videos![0]!.go[0]!.id);
      assert.equal(moved.code, 0, moved.err);
      const gone = size(...going.map(({ fileName }) => fileName), 'film.mp4');
      assert.ok(
        moved.out.includes(`4 photos (${sizeWords(gone)}) moved to Recently Deleted. The room is free only when they leave it`),
        moved.out,
      );
      const after = await look();
      assert.deepEqual(
        [after.deleted, after.sections['alike']?.groups, after.sections['videos']?.groups],
        [{ photos: 4, frees: gone }, 0, 0],
      );
      assert.equal(await used(), all, 'nothing is free before Recently Deleted is emptied');

      const back = await laptop.run('undo');
      assert.equal(back.code, 0, back.err);
      assert.equal(back.out, `Undone: deleted 4 photos (${sizeWords(gone)}); they take room in the cloud as before.\n`);
      assert.deepEqual((await look()).sections['alike'], found.sections['alike']);

      assert.equal((await laptop.run('cloud-space', 'trash', ...going.map(({ id }) => id), videos![0]!.go[0]!.id)).code, 0);
      assert.equal((await laptop.run('trash', 'empty', '--yes')).code, 0);
      assert.equal(await used(), all - gone);
      const left = await look('screenshots');
      assert.deepEqual([left.deleted.photos, names(left.groups['screenshots'])], [0, ['IMG_0412.PNG']]);
      assert.deepEqual(Object.keys(left.groups), ['screenshots']);
    },
  );

  test('CS-24: where of one kind alone nothing is found, just that is said, and nothing of what is to be done with it', async () => {
    const none = await laptop.run('cloud-space', 'videos');
    assert.deepEqual([none.code, none.out], [0, 'Largest videos: none.\n']);
  });
});
