import { keptPixels, type Crop } from '@rollcall/core/recipe';
import { UNCHANGED, say } from '@rollcall/protocol';
import { useLayoutEffect, useRef, useState } from 'react';
import type { BasePicture } from './base-picture.ts';
import { CropFrame } from './CropFrame.tsx';
import type { Handle } from './drag.ts';
import { paintEdited, paintWhole, toned } from './paint.ts';
import type { Settings } from './useSettings.ts';
import { useRoom, type Room } from './useRoom.ts';

interface EditStageProps {
  readonly picture: BasePicture;
  readonly now: Settings;
  readonly cropping: boolean;
  /** The picture as it was before is shown instead. */
  readonly comparing: boolean;
  readonly onDrag: (from: Crop, handle: Handle, across: number, down: number) => void;
}

/** Pixels of the page around the picture; more while its corners are dragged. */
const EDGE = 16;
const EDGE_CROPPING = 40;
/** More pixels than these are not drawn, however fine the screen is. */
const MOST_PIXELS = 4_000_000;

/** The picture as it will be; or, while it is cropped, all of it with the frame around what is kept. */
export function EditStage({ picture, now, cropping, comparing, onDrag }: EditStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const room = useRoom(stage);
  const [work] = useState(() => ({ plain: new OffscreenCanvas(1, 1), toned: new OffscreenCanvas(1, 1) }));
  const { exposure, contrast, saturation, warmth } = now.settings;
  const shown = comparing ? UNCHANGED : now.settings;
  const framing = cropping && !comparing;
  const place = room && (framing ? placeOf(now.frame, room, EDGE_CROPPING) : placeOf(keptPixels(shown, picture), room, EDGE));
  useLayoutEffect(() => void toned(picture, UNCHANGED, work.plain), [picture, work]);
  useLayoutEffect(
    () => void toned(picture, { ...UNCHANGED, exposure, contrast, saturation, warmth }, work.toned),
    [picture, work, exposure, contrast, saturation, warmth],
  );
  useLayoutEffect(() => {
    const onto = canvas.current;
    if (!onto || !room || !place) return;
    const size = framing ? room : place;
    const fine = Math.min(window.devicePixelRatio, 2, Math.sqrt(MOST_PIXELS / (size.width * size.height)));
    onto.width = Math.max(1, Math.round(size.width * fine));
    onto.height = Math.max(1, Math.round(size.height * fine));
    const from = comparing ? work.plain : work.toned;
    if (framing) paintWhole(onto, from, shown, { x: place.x * fine, y: place.y * fine, scale: place.scale * fine });
    else paintEdited(onto, from, shown, onto.width / keptPixels(shown, picture).width);
  });
  return (
    <div className="editor-stage" ref={stage}>
      <canvas
        ref={canvas}
        className="editor-canvas"
        role="img"
        aria-label={comparing ? say('The photo as it was') : framing ? say('The photo with its crop') : say('The photo as it will be')}
        style={place && !framing ? { left: place.x, top: place.y, width: place.width, height: place.height } : {}}
      />
      {framing && place && <CropFrame place={place} crop={now.settings.crop} free={now.ratio === 'Free'} onDrag={onDrag} />}
    </div>
  );
}

interface Place extends Room {
  readonly x: number;
  readonly y: number;
  /** Pixels of the page for each of the picture. */
  readonly scale: number;
}

/** Where something lies in the middle of the room, as large as there is room for. */
function placeOf({ width, height }: Room, room: Room, edge: number): Place {
  const scale = Math.max(0.001, Math.min((room.width - 2 * edge) / width, (room.height - 2 * edge) / height));
  const size = { width: width * scale, height: height * scale };
  return { ...size, x: (room.width - size.width) / 2, y: (room.height - size.height) / 2, scale };
}
