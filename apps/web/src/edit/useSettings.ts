import { confined, mirrored, turnedOnce, turnedSize, WHOLE, withRatio, type Crop, type Size } from '@rollcall/core/recipe';
import { UNCHANGED, type EditSettings } from '@rollcall/protocol';
import { useState } from 'react';
import { dragged, type Handle } from './drag.ts';
import { ratioOf, type RatioName } from './ratios.ts';

interface Now {
  readonly settings: EditSettings;
  /** The crop that the person made, which the straightened picture may have no room for: turned back, it is there again. */
  readonly wanted: Crop;
  readonly ratio: RatioName;
}

export interface Settings extends Now {
  /** The turned picture, in pixels of the preview. */
  readonly frame: Size;
  readonly light: (settings: EditSettings) => void;
  readonly straighten: (degrees: number) => void;
  readonly drag: (from: Crop, handle: Handle, across: number, down: number) => void;
  readonly hold: (ratio: RatioName) => void;
  readonly turn: (way: 'left' | 'right') => void;
  readonly mirror: () => void;
  readonly reset: () => void;
}

/** What is done to a picture, and what each control makes of it. */
export function useSettings(begin: EditSettings, picture: Size): Settings {
  const [now, setNow] = useState<Now>({ settings: begin, wanted: begin.crop, ratio: 'Free' });
  const frame = turnedSize(now.settings, picture);
  const cropped = (crop: Crop, ratio: RatioName): Now => ({ settings: { ...now.settings, crop }, wanted: crop, ratio });
  return {
    ...now,
    frame,
    light: (settings) => setNow({ ...now, settings }),
    straighten: (straighten) =>
      setNow({ ...now, settings: { ...now.settings, straighten, crop: confined(now.wanted, straighten, frame) } }),
    drag: (from, handle, across, down) =>
      setNow(
        cropped(
          dragged(from, handle, across, down, { degrees: now.settings.straighten, frame, ratio: ratioOf(now.ratio, frame) }),
          now.ratio,
        ),
      ),
    hold: (name) => {
      const ratio = ratioOf(name, frame);
      setNow(ratio === null ? { ...now, ratio: name } : cropped(withRatio(ratio, now.settings.straighten, frame), name));
    },
    turn: (way) =>
      setNow({
        settings: turnedOnce(now.settings, way),
        wanted: turnedOnce({ ...now.settings, crop: now.wanted }, way).crop,
        // What was wide is high now.
        ratio: now.ratio === 'Square' || now.ratio === 'Original' ? now.ratio : 'Free',
      }),
    mirror: () => setNow({ ...now, settings: mirrored(now.settings), wanted: mirrored({ ...now.settings, crop: now.wanted }).crop }),
    reset: () => setNow({ settings: UNCHANGED, wanted: WHOLE, ratio: 'Free' }),
  };
}
