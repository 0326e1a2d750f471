import { uneditedOf } from '@rollcall/core';
import { say, type Asset, type Resource } from '@rollcall/protocol';

const PARTS: Readonly<Record<string, string>> = {
  original: say('Original'),
  'live-video': say('Live Photo video'),
  raw: say('RAW'),
  alternate: say('Other version'),
  audio: say('Sound'),
  'adjustment-data': say('Edit data'),
  sidecar: say('Sidecar'),
  edited: say('Edited'),
};

/** What each file of a photo is to people. Of an edit that came as a file of its own the original is what it was made of. */
export function wordsOfParts(asset: Pick<Asset, 'fileName'>, resources: readonly Resource[]): (part: Resource) => string {
  const unedited = uneditedOf(asset, resources);
  const words = (role: string): string => PARTS[role] ?? role;
  return (part) => {
    if (unedited === undefined) return words(part.role);
    if (part === unedited) return words('original');
    return words(part.role === 'original' ? 'edited' : part.role);
  };
}
