/** A name that leads to another file, or folder, of the same folder. */
export interface TreeLink {
  readonly path: string;
  readonly to: string;
}

/** Files of one folder that are looked at. */
export const MOST_FILES = 1_000_000;

/** What systems and programs keep for themselves. */
const OWN = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.osxphotos_export\.db(-.*)?|@eaDir|\.rollcall(-export)?)$/i;

export function isOwn(name: string): boolean {
  return OWN.test(name);
}
