/** What steps ask of the device's folder, at once. Paths are below it. */
export interface Folder {
  /** False: it is surely not there. Where nobody can look it may be. */
  has(path: string): boolean;
  /** Two names of one file. */
  isSameFile(one: string, other: string): boolean;
  /** Takes one name away; what else the file is called stays. */
  remove(path: string): void;
}
