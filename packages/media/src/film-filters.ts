import type { Transfer } from './film-facts.ts';

/** Pixels that are wider or higher than they are high or wide, as tapes and discs have them, become square; where they are, nothing is done. */
const SQUARE = "scale=w='if(eq(sar,1),iw,min(max(trunc(iw*sar/2)*2,2),16384))':h=ih,setsar=1";

/** How ffmpeg calls the two ways of writing more light than a usual screen shows (ITU-R BT.2100). */
const NAMES: Readonly<Record<Transfer, string>> = { hlg: 'arib-std-b67', pq: 'smpte2084' };
/** Candela per square metre: of white paper, and of the brightest that films are made for (ITU-R BT.2408). */
export const WHITE = 203;
export const BRIGHTEST = 1000;

/** Light beyond white paper is drawn together towards white, all below stays as it is, and the colours become those of a usual screen. */
function toneMapped(transfer: Transfer): string {
  return [
    `setparams=color_primaries=bt2020:color_trc=${NAMES[transfer]}:colorspace=bt2020nc`,
    `zscale=t=linear:npl=${WHITE}`,
    'format=gbrpf32le',
    'zscale=p=bt709',
    `tonemap=tonemap=mobius:desat=0:peak=${(BRIGHTEST / WHITE).toFixed(2)}`,
    'zscale=t=bt709:m=bt709:r=tv',
    'format=yuv420p',
  ].join(',');
}

/** Filters of ffmpeg that give a film's pictures as they are meant to be seen, at most `side` pixels wide and high, each a multiple of `step`. */
export function shownWithin(side: number, step: 1 | 2, transfer: Transfer | null): string {
  const fit = `scale=w='min(iw,${side})':h='min(ih,${side})':force_original_aspect_ratio=decrease:force_divisible_by=${step}`;
  return [SQUARE, fit, ...(transfer === null ? [] : [toneMapped(transfer)])].join(',');
}
