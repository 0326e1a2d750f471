/** Short names of codecs, as most programs print them, by the code that a container has for each. */
const BY_CODE: Readonly<Record<string, string>> = {
  avc1: 'h264',
  avc3: 'h264',
  h264: 'h264',
  x264: 'h264',
  hvc1: 'hevc',
  hev1: 'hevc',
  dvh1: 'hevc',
  dvhe: 'hevc',
  hevc: 'hevc',
  vvc1: 'vvc',
  vvi1: 'vvc',
  av01: 'av1',
  dav1: 'av1',
  vp08: 'vp8',
  vp80: 'vp8',
  vp09: 'vp9',
  vp90: 'vp9',
  mp4v: 'mpeg4',
  xvid: 'mpeg4',
  divx: 'mpeg4',
  dx50: 'mpeg4',
  fmp4: 'mpeg4',
  s263: 'h263',
  h263: 'h263',
  jpeg: 'mjpeg',
  mjpg: 'mjpeg',
  mjpa: 'mjpeg',
  mjpb: 'mjpeg',
  avdj: 'mjpeg',
  apco: 'prores',
  apcs: 'prores',
  apcn: 'prores',
  apch: 'prores',
  ap4h: 'prores',
  ap4x: 'prores',
  dvc: 'dvvideo',
  dvsd: 'dvvideo',
  dvcp: 'dvvideo',
  svq3: 'svq3',
  cvid: 'cinepak',
  wvc1: 'vc1',
};

const BY_MATROSKA: readonly (readonly [string, string])[] = [
  ['V_MPEG4/ISO/AVC', 'h264'],
  ['V_MPEGH/ISO/HEVC', 'hevc'],
  ['V_MPEGI/ISO/VVC', 'vvc'],
  ['V_AV1', 'av1'],
  ['V_VP8', 'vp8'],
  ['V_VP9', 'vp9'],
  ['V_MPEG4', 'mpeg4'],
  ['V_MPEG2', 'mpeg2video'],
  ['V_MPEG1', 'mpeg1video'],
  ['V_THEORA', 'theora'],
  ['V_MJPEG', 'mjpeg'],
  ['V_PRORES', 'prores'],
];

/** Of four letters, as QuickTime, MPEG-4 and AVI have them; an unknown code as it stands, null for what is no text. */
export function codecByCode(code: string): string | null {
  const plain = code.replace(/[\0 ]+$/, '').toLowerCase();
  return BY_CODE[plain] ?? (/^[a-z0-9_.-]{2,4}$/.test(plain) ? plain : null);
}

/** Of Matroska's codec ids (RFC 9559 section 5.1.4.1.21). */
export function matroskaCodec(id: string): string | null {
  const plain = id.replace(/\0.*$/s, '');
  const known = BY_MATROSKA.find(([start]) => plain.startsWith(start));
  return known?.[1] ?? (/^V_[A-Z0-9/._-]{1,40}$/i.test(plain) ? plain.slice(2).toLowerCase() : null);
}

/** `hevc 29.97fps`; null when not even the codec is known. */
export function codecWords(codec: string | null, frameRate: number | null): string | null {
  if (codec === null || frameRate === null) return codec;
  return `${codec} ${Math.round(frameRate * 100) / 100}fps`;
}
