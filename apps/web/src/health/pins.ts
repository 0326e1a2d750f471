import type { PinsTold } from '@rollcall/protocol';
import { count } from '../words.ts';

const SHOWN = 5;

/** What is pinned on a device, in words. */
export function pinsWords(pins: PinsTold): string {
  const names = pins.first.slice(0, SHOWN).map(({ kind, name }) => {
    if (kind === 'album') return `the album “${name}”`;
    return kind === 'folder' ? (name === '' ? 'its whole folder' : `the folder ${name}`) : name;
  });
  const more = pins.count - names.length;
  return `Pinned there, and last to make room: ${names.join(', ')}${more > 0 ? `, and ${count(more)} more` : ''}.`;
}
