/** Whether iCloud Photos is on for this library. */
export type CloudSwitch = 'on' | 'was-on' | 'never-on' | 'unknown';

export interface SwitchSigns {
  /** The mark that the sync engine sets; null: there is no place where it could be. */
  readonly marker: boolean | null;
  /** Whether any photo was ever handed to iCloud; null: the database does not tell. */
  readonly handedOver: boolean | null;
}

/** The mark decides. Without a place for it, only what was handed over once can tell. */
export function judgeSwitch({ marker, handedOver }: SwitchSigns): CloudSwitch {
  if (marker === true) return 'on';
  if (marker === false) return handedOver === false ? 'never-on' : handedOver === true ? 'was-on' : 'unknown';
  // A database alone: what was handed over was so while it was on, and nothing says that it is off.
  return handedOver === true ? 'on' : handedOver === false ? 'never-on' : 'unknown';
}
