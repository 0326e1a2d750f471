import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNCHANGED, type EditSettings } from '@rollcall/protocol';
import { assert as check, boolean, constantFrom, double, integer, property, record, tuple, uint8Array } from 'fast-check';
import { autoOf } from './auto.ts';
import { confined, furthest, isWithin, withRatio, type Crop } from './crop.ts';
import { develop, type Picture } from './develop.ts';
import { turnedSize } from './frame.ts';
import { at, followedBy, inverted, keptPixels, toEdited } from './geometry.ts';
import { mirrored, turnedOnce } from './turns.ts';
import { curvesOf, tone } from './tones.ts';

const size = record({ width: integer({ min: 40, max: 4000 }), height: integer({ min: 40, max: 4000 }) });
const degrees = double({ min: -45, max: 45, noNaN: true }).map((value) => value + 0);
const part = double({ min: 0.05, max: 1, noNaN: true });
/** A crop within a picture that is not straightened. */
const crop = tuple(part, part, double({ min: 0, max: 1, noNaN: true }), double({ min: 0, max: 1, noNaN: true })).map(
  ([width, height, x, y]): Crop => ({ x: x * (1 - width), y: y * (1 - height), width, height }),
);
const turn = constantFrom<(0 | 90 | 180 | 270)[]>(0, 90, 180, 270);
const amount = integer({ min: -100, max: 100 });
const light = record({ exposure: amount, contrast: amount, saturation: amount, warmth: amount });
const near = (a: number, b: number, by = 1e-6): boolean => Math.abs(a - b) <= by;

function noise(width: number, height: number, bytes: Uint8Array): Picture {
  return { width, height, data: Uint8Array.from({ length: width * height * 3 }, (_, index) => bytes.at(index % bytes.length) ?? 0) };
}

test('NE-1: whatever is straightened, a crop stays within the picture, keeps its shape, and is as it was where there is room', () => {
  check(
    property(size, degrees, crop, (frame, angle, wanted) => {
      const kept = confined(wanted, angle, frame);
      assert.ok(isWithin(kept, angle, frame), `${JSON.stringify(kept)} at ${angle}`);
      assert.ok(kept.width <= wanted.width + 1e-9 || !isWithin(wanted, angle, frame));
      assert.ok(near(kept.width / kept.height, wanted.width / wanted.height, 1e-6 * (wanted.width / wanted.height)));
      assert.deepEqual(confined(wanted, 0, frame), wanted, 'turned back, it is what was wanted');
    }),
  );
});

test('NE-1: a crop goes as far as there is room, and no further; one of a given ratio has it in pixels', () => {
  // An angle that is hardly one: what is rounded is no edge.
  const [begin, wished] = [0, 0.95].map((x) => ({ x, y: 0, width: 0.05, height: 0.05 })) as [Crop, Crop];
  assert.deepEqual(furthest(begin, wished, 1.3e-15, { width: 154, height: 40 }), wished);
  check(
    property(size, degrees, crop, crop, (frame, angle, from, to) => {
      const begin = confined(from, angle, frame);
      const end = furthest(begin, to, angle, frame);
      assert.ok(isWithin(end, angle, frame));
      if (isWithin(to, angle, frame)) for (const key of ['x', 'y', 'width', 'height'] as const) assert.ok(near(end[key], to[key]));
    }),
  );
  check(
    property(size, degrees, double({ min: 0.4, max: 2.5, noNaN: true }), (frame, angle, ratio) => {
      const made = withRatio(ratio, angle, frame);
      assert.ok(isWithin(made, angle, frame));
      assert.ok(near((made.width * frame.width) / (made.height * frame.height) / ratio, 1));
    }),
  );
});

test('NE-2: a picture that is turned or mirrored is seen so with its crop, and four turns, or two mirrors, leave it as it was', () => {
  check(
    property(size, turn, boolean(), degrees, crop, (whole, turned, mirror, straighten, wanted) => {
      const frame = turnedSize({ turn: turned }, whole);
      const settings: EditSettings = { ...UNCHANGED, turn: turned, mirror, straighten, crop: confined(wanted, straighten, frame) };
      const before = toEdited(settings, whole);
      const right = turnedOnce(settings, 'right');
      const kept = keptPixels(settings, whole);
      const half = (of: EditSettings): readonly [number, number] => {
        const { width, height } = keptPixels(of, whole);
        return [width / 2, height / 2];
      };
      // The picture’s upper left corner, seen from the middle of what is kept.
      const [x, y] = at(before, 0, 0);
      const [turnedX, turnedY] = at(toEdited(right, whole), 0, 0);
      const [middleX, middleY] = half(settings);
      const [rightX, rightY] = half(right);
      assert.ok(near(turnedX - rightX, -(y - middleY), 2) && near(turnedY - rightY, x - middleX, 2), 'a quarter to the right');
      assert.equal(keptPixels(right, whole).width, kept.height);
      const [mirroredX, mirroredY] = at(toEdited(mirrored(settings), whole), 0, 0);
      assert.ok(near(mirroredX - middleX, -(x - middleX), 2) && near(mirroredY - middleY, y - middleY, 2), 'left and right');
      for (const same of [
        [1, 2, 3, 4].reduce((each) => turnedOnce(each, 'right'), settings),
        turnedOnce(turnedOnce(settings, 'left'), 'right'),
        mirrored(mirrored(settings)),
      ]) {
        assert.deepEqual({ ...same, crop: null }, { ...settings, crop: null });
        for (const key of ['x', 'y', 'width', 'height'] as const) assert.ok(near(same.crop[key], settings.crop[key]));
      }
    }),
  );
});

test('NE-2: the way to the edited picture and back ends where it began', () => {
  check(
    property(size, turn, boolean(), degrees, (whole, turned, mirror, straighten) => {
      const there = toEdited({ ...UNCHANGED, turn: turned, mirror, straighten }, whole);
      const [x, y] = at(followedBy(there, inverted(there)), 3, 5);
      assert.ok(near(x, 3) && near(y, 5));
    }),
  );
});

test('NE-3: turned, mirrored and cropped, a picture has the very pixels that it had', () => {
  check(
    property(
      integer({ min: 1, max: 9 }),
      integer({ min: 1, max: 9 }),
      turn,
      boolean(),
      crop,
      uint8Array({ minLength: 7, maxLength: 50 }),
      (width, height, turned, mirror, wanted, bytes) => {
        const picture = noise(width, height, bytes);
        const settings: EditSettings = { ...UNCHANGED, turn: turned, mirror };
        const whole = develop(picture, settings);
        const cut = develop(picture, { ...settings, crop: wanted });
        const kept = keptPixels({ ...settings, crop: wanted }, picture);
        for (let y = 0; y < cut.height; y++)
          for (let x = 0; x < cut.width; x++) {
            const here = (y * cut.width + x) * 3;
            const there = ((y + kept.y) * whole.width + x + kept.x) * 3;
            assert.deepEqual([...cut.data.subarray(here, here + 3)], [...whole.data.subarray(there, there + 3)]);
          }
        let back = whole;
        if (mirror) back = develop(back, { ...UNCHANGED, mirror: true });
        back = develop(back, { ...UNCHANGED, turn: ((360 - turned) % 360) as EditSettings['turn'] });
        assert.deepEqual(back, picture);
      },
    ),
    { numRuns: 60 },
  );
});

test('NE-3: a straightened picture of one colour is of that colour, up to its corners', () => {
  const picture = { width: 40, height: 30, data: new Uint8Array(40 * 30 * 3).fill(200) };
  for (const straighten of [-45, -7.3, 0.1, 30]) {
    const made = develop(picture, { ...UNCHANGED, straighten, crop: withRatio(null, straighten, picture) });
    assert.ok(made.width > 5 && made.width < 41 && made.data.every((value) => value === 200), String(straighten));
  }
});

test('NE-4: no light makes anything bright darker than what was darker, black stays black, and nothing at all is changed by nothing', () => {
  check(
    property(light, (settings) => {
      for (const curve of curvesOf(settings)) {
        assert.equal(curve[0], 0);
        for (let value = 1; value < 256; value++)
          assert.ok((curve.at(value) ?? 0) >= (curve.at(value - 1) ?? 0) - 1e-9, `falls at ${value}`);
        assert.ok((curve.at(255) ?? 0) <= 255);
      }
    }),
  );
  for (const curve of curvesOf(UNCHANGED)) curve.forEach((value, index) => assert.ok(near(value, index, 0.01)));
});

test('NE-4: grey stays grey but for warmth, which makes it redder or bluer and not lighter; without saturation all is grey', () => {
  const pixel = (settings: Partial<EditSettings>, ...rgb: number[]): number[] => {
    const data = Uint8Array.from([...rgb, 77]);
    tone(data, 4, { ...UNCHANGED, ...settings });
    assert.equal(data[3], 77, 'what is seen through stays');
    return [...data.subarray(0, 3)];
  };
  for (const settings of [{ exposure: 60 }, { exposure: -60 }, { contrast: 80 }, { saturation: 90 }]) {
    const [red, green, blue] = pixel(settings, 120, 120, 120);
    assert.ok(red === green && green === blue, JSON.stringify(settings));
  }
  const [red = 0, green = 0, blue = 0] = pixel({ warmth: 60 }, 120, 120, 120);
  assert.ok(red > 120 && blue < 120 && Math.abs(green - 120) < 6);
  const grey = pixel({ saturation: -100 }, 200, 40, 90);
  assert.equal(new Set(grey).size, 1);
  assert.ok(
    pixel({ exposure: 50 }, 250, 250, 250).every((value) => value >= 250),
    'bright stays bright',
  );
  assert.ok(
    pixel({ exposure: 100 }, 200, 200, 200).every((value) => value < 255),
    'and is not burnt out',
  );
});

test('NE-5: auto says the same of the same pixels, lightens what is dark, gives contrast to what is flat, and leaves a good picture nearly alone', () => {
  const picture = (of: (at: number) => number[]): Uint8Array =>
    Uint8Array.from({ length: 3000 }, (_, index) => of(Math.floor(index / 3) / 1000).at(index % 3) ?? 0);
  const grey = (from: number, to: number) => picture((way) => Array<number>(3).fill(from + (to - from) * way));
  const good = autoOf(grey(0, 235), 3);
  assert.deepEqual(autoOf(grey(0, 235), 3), good);
  assert.ok(Math.abs(good.exposure) < 8 && good.contrast < 5 && good.warmth === 0, JSON.stringify(good));
  const dark = autoOf(grey(0, 80), 3);
  assert.ok(dark.exposure > 25 && dark.contrast > 0, JSON.stringify(dark));
  assert.ok(autoOf(grey(90, 150), 3).contrast > 30);
  assert.ok(autoOf(grey(140, 255), 3).exposure < 0);
  assert.ok(
    autoOf(
      picture((way) => [100 * way, 110 * way, 140 * way]),
      3,
    ).warmth > 3,
    'a cast of blue',
  );
  assert.equal(
    autoOf(
      picture((way) => [20 * way, 60 * way, 250 * way]),
      3,
    ).warmth,
    0,
    'a picture of something blue',
  );
  check(
    property(uint8Array({ minLength: 30, maxLength: 300 }), (bytes) => {
      for (const value of Object.values(autoOf(bytes, 3))) assert.ok(Number.isInteger(value) && Math.abs(value) <= 45);
    }),
  );
});
