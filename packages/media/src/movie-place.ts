import { boxesIn } from './boxes.ts';
import { i32, u16, u8 } from './bytes.ts';
import type { FilmFacts } from './film-facts.ts';

/** ISO 6709 annex H: `+41.6989-086.2376+224.662/` (phones write degrees only). */
export function position(written: string | null): Partial<FilmFacts> {
  const match = /^([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?/.exec(written ?? '');
  return match === null ? {} : { lat: Number(match[1]), lon: Number(match[2]), altitude: match[3] === undefined ? null : Number(match[3]) };
}

const ONE = 65_536;

/** The box `loci` among a film's user data (3GPP TS 26.244 section 8.10): a name, then where, in parts of 65,536 of a degree and a metre. */
export function placeIn(userData: Uint8Array): Partial<FilmFacts> {
  const box = boxesIn(userData).find(({ type }) => type === 'loci');
  if (box === undefined) return {};
  const name = box.start + 6;
  const wide = u16(userData, name) === 0xfeff || u16(userData, name) === 0xfffe;
  let at = name;
  while (at < box.end && (wide ? u16(userData, at) : u8(userData, at)) !== 0) at += wide ? 2 : 1;
  // Behind the name's end, and the part that the place plays: real, or only told of.
  at += (wide ? 2 : 1) + 1;
  if (at + 12 > Math.min(box.end, userData.length)) return {};
  return { lon: i32(userData, at) / ONE, lat: i32(userData, at + 4) / ONE, altitude: i32(userData, at + 8) / ONE };
}
