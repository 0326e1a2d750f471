import type { SpacePhoto } from './photo.ts';

/** What systems call pictures of their screens, at the beginning of a name. */
const NAMES =
  /^(screen[ _-]?shot|screen[ _-]?capture|scrnshot|bildschirmfoto|bildschirmaufnahme|captura de (pantalla|ecrã|tela)|capture d[’'_ ]?[ée]cran|schermata|schermafbeelding|skärmavbild|skærmbillede|skjermbilde|zrzut ekranu|снимок экрана|スクリーンショット|截屏|截图|스크린샷)/iu;

/** Pixels of the screens of Apple's phones and tablets, the shorter side first: their pictures are named like photos. */
const SCREENS: ReadonlySet<string> = new Set(
  (
    '640x960 640x1136 750x1334 828x1792 1125x2436 1242x2208 1242x2688 1080x2340 1170x2532 1179x2556 1206x2622 1284x2778 1290x2796 1320x2868 ' +
    '768x1024 1536x2048 1488x2266 1620x2160 1640x2360 1668x2224 1668x2388 2048x2732'
  ).split(' '),
);

/** What tells whether a photo is one. */
type ScreenPhoto = Pick<SpacePhoto, 'kind' | 'fileName' | 'camera' | 'width' | 'height' | 'screenshot'> & {
  readonly parts: readonly Pick<SpacePhoto['parts'][number], 'role' | 'mime'>[];
};

/**
 * A picture of a screen: its file says so (Apple's devices), or its name does (all others), or it is a PNG without a camera that is as large
 * as the screen of one of Apple's devices.
 */
export function isScreenshot({ kind, fileName, camera, width, height, screenshot, parts }: ScreenPhoto): boolean {
  if (kind !== 'photo') return false;
  if (screenshot || NAMES.test(fileName)) return true;
  const png = parts.some(({ role, mime }) => role === 'original' && mime === 'image/png');
  if (!png || camera !== null || width === null || height === null) return false;
  return SCREENS.has(`${Math.min(width, height)}x${Math.max(width, height)}`);
}
