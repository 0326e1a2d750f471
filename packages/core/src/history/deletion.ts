/** How many devices are told by name. */
const NAMED = 4;

/** `Laptop`, `Laptop and Desktop`, `Laptop, Desktop and 4 more`. */
export function deviceNames(names: readonly string[]): string {
  const shown = names.length > NAMED ? names.slice(0, NAMED - 1) : names;
  const more = names.length - shown.length;
  const told = more > 0 ? [...shown, `${more} more`] : shown;
  const last = told.at(-1);
  if (last === undefined) return '';
  return told.length === 1 ? last : `${told.slice(0, -1).join(', ')} and ${last}`;
}

export interface Deletion {
  readonly photos: number;
  /** Devices that have it, or may have it. */
  readonly devices: readonly string[];
  /** `for 30 days`, `until 3 June`. */
  readonly undoable: string;
}

/** On which devices a deletion acts, and for how long it can be taken back. */
export function deletionWords({ photos, devices, undoable }: Deletion): string {
  const it = photos === 1 ? 'It' : 'They';
  const back = `can be brought back ${undoable}.`;
  if (devices.length === 0) return `${it} ${photos === 1 ? 'is' : 'are'} on none of your devices, and ${back}`;
  const leaves = photos === 1 ? 'leaves' : 'leave';
  return `${it} ${leaves} ${deviceNames(devices)} with the next sync there (a device that only backs up keeps its file); ${it.toLowerCase()} ${back}`;
}
