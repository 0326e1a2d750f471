import { say } from '@rollcall/protocol';
/** How many devices are told by name. */
const NAMED = 4;

/** `Laptop`, `Laptop and Desktop`, `Laptop, Desktop and 4 more`. */
export function deviceNames(names: readonly string[]): string {
  const shown = names.length > NAMED ? names.slice(0, NAMED - 1) : names;
  const more = names.length - shown.length;
  const told = more > 0 ? [...shown, say('{more} more', { more: String(more) })] : shown;
  const last = told.at(-1);
  if (last === undefined) return '';
  return told.length === 1 ? last : say('{list} and {last}', { list: told.slice(0, -1).join(', '), last });
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
  if (devices.length === 0)
    return photos === 1
      ? say('It is on none of your devices, and can be brought back {undoable}.', { undoable })
      : say('They are on none of your devices, and can be brought back {undoable}.', { undoable });
  const values = { devices: deviceNames(devices), undoable };
  return photos === 1
    ? say(
        'It leaves {devices} with the next sync there (a device that only backs up keeps its file); it can be brought back {undoable}.',
        values,
      )
    : say(
        'They leave {devices} with the next sync there (a device that only backs up keeps its file); they can be brought back {undoable}.',
        values,
      );
}
