import { assetName, numbered, safeName } from '@rollcall/core';
import { writeXmp } from '@rollcall/media';
import type { AssetFields, NamedPerson } from '@rollcall/protocol';
import type { Thing, ThingPart } from './found.ts';

/** Below a device's folder, what an import put there. */
const IMPORTED = 'Imported';
/** Dates that are guesses: a folder by them would say what nobody knows. */
const GUESSES: ReadonlySet<string> = new Set(['file-time', 'unknown']);

/** The folder in which a photo comes to lie, by when it was taken: `Imported/2020/01`. */
export function importFolder({ capturedAt, capturedSource }: Pick<AssetFields, 'capturedAt' | 'capturedSource'>): string {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(capturedAt) ?? [];
  return year === undefined || GUESSES.has(capturedSource) ? `${IMPORTED}/Undated` : `${IMPORTED}/${year}/${month}`;
}

/**
 * What the files of a thing are called in one folder, so that they are known to belong together: in the order of its parts. Pure.
 * @param number counts up from 1 while others have these names: `IMG_1 (2).HEIC`, `IMG_1 (2).MOV`
 */
export function namesInFolder(
  { parts, fields }: { readonly parts: readonly ThingPart[]; readonly fields: AssetFields },
  number: number,
): string[] {
  const whole = assetName(fields.fileName);
  const dot = whole.lastIndexOf('.');
  const stem = dot > 0 ? whole.slice(0, dot) : whole;
  const taken = new Set<string>();
  return parts.map(({ file, name, role }) => {
    const own = role === 'original' ? whole : (name ?? file.path.slice(file.path.lastIndexOf('/') + 1));
    const mine = own.toLowerCase().startsWith(stem.toLowerCase());
    const wanted = number === 1 ? own : mine ? `${stem} (${number})${own.slice(stem.length)}` : numbered(own, number);
    let free = safeName(wanted);
    for (let more = 2; taken.has(free.toLowerCase()); more += 1) free = numbered(safeName(wanted), more);
    taken.add(free.toLowerCase());
    return free;
  });
}

/** What is told beside a photo, as XMP that lies beside it; null: nothing is. What no such file can tell (a favourite, an album) is not in it. */
export function xmpBeside({ fields, told }: Pick<Thing, 'fields' | 'told'>, people: readonly NamedPerson[]): string | null {
  const { favourite: _, hidden: __, capturedSource: ___, ...words } = told.fields;
  return Object.keys(words).length === 0 && people.length === 0 ? null : writeXmp({ ...fields, people: [...people] });
}
