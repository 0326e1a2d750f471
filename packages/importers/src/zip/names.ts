import type { Platform } from '../platform.ts';
import { fieldOf } from './fields.ts';

/** The letters of the first PCs, in which names are written where nothing else is said (code page 437). */
const OLD_LETTERS =
  '\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼' +
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂' +
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const IN_UTF_8 = 0x0800;
/** A name in UTF-8 beside an older one (Info-ZIP). */
const UNICODE_PATH = 0x7075;

/** How a file of an archive is called, in whichever letters its name was written. */
export async function nameOfEntry(flags: number, raw: Uint8Array, extra: Uint8Array, platform: Pick<Platform, 'sum'>): Promise<string> {
  const field = fieldOf(extra, UNICODE_PATH);
  if (field !== null && field.length >= 6 && field[0] === 1) {
    const sum = await platform.sum('crc32');
    sum.update(raw);
    // It was written for another name, by who changed that one alone.
    const its = sum.digest();
    if (its.every((byte, at) => byte === field[4 - at])) return new TextDecoder().decode(field.subarray(5));
  }
  if ((flags & IN_UTF_8) !== 0) return new TextDecoder().decode(raw);
  return Array.from(raw, (byte) => OLD_LETTERS[byte]).join('');
}
