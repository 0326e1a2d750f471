import type { EditSettings } from '@rollcall/protocol';

/** What is seen, turned by a quarter: the crop and what was straightened go with it. */
export function turnedOnce(settings: EditSettings, way: 'left' | 'right'): EditSettings {
  const { x, y, width, height } = settings.crop;
  // What is mirrored afterwards turns the other way before.
  const clockwise = (way === 'right') !== settings.mirror;
  return {
    ...settings,
    turn: ((settings.turn + (clockwise ? 90 : 270)) % 360) as EditSettings['turn'],
    crop:
      way === 'right'
        ? { x: 1 - y - height, y: x, width: height, height: width }
        : { x: y, y: 1 - x - width, width: height, height: width },
  };
}

/** What is seen, with left and right exchanged. */
export function mirrored(settings: EditSettings): EditSettings {
  const { crop, mirror, straighten } = settings;
  return { ...settings, mirror: !mirror, straighten: straighten === 0 ? 0 : -straighten, crop: { ...crop, x: 1 - crop.x - crop.width } };
}
