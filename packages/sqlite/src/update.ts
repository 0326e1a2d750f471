/** A database was written by a newer Rollcall than this one. Nothing was written to it. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
  /** It needs the person. */
  readonly exitCode = 3;
}

/** The disk has not the room for a copy of a database, and without one it is not brought up to date. */
export class NoRoomForCopy extends Error {
  override readonly name = 'NoRoomForCopy';
  /** It needs the person. */
  readonly exitCode = 3;
}

/** A database was brought up to date: from which count of steps to which. */
export interface Updated {
  readonly from: number;
  readonly to: number;
  /** Where it lies as it was; null: nobody wanted that, or there was nothing in it. */
  readonly copy: string | null;
}
