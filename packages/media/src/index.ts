/**
 * What a file is, when and where it was taken, and its renditions.
 *
 * - `recognise(name, head)`: photo, video or not media. Pure; also `@rollcall/media/recognise` for browsers.
 * - `recogniseFile(source)`: the same of a file that can be read anywhere.
 * - `isStructurallyComplete(format, source)`: a hint that a file is still being written.
 * - `describe(source)`: everything a file tells of itself, as the protocol's `AssetFields`; null when it is not media.
 * - `inspect(source)`: the same for a person who looks at one file, with what is wrong with it; `inspectionRow` names it for scripts.
 * - `peopleShown(description)`: who is named in it, and where as it is shown.
 * - `readStandIn(source)`: whether it is a compressed version, which a device keeps in an original's place, and of what; `findMark(source)` (also
 *   `@rollcall/media/stand-in-mark` for browsers) is its first half, which does not tell whether the file was changed.
 * - `isSidecar(name, bytes)`: whether a file that is no photo holds data of one.
 * - `@rollcall/media/renditions`: thumbnail, preview and placeholder (loads native code; for worker processes only).
 */
export { recognise, HEAD_BYTES, type Recognised } from './recognise.ts';
export { recogniseFile } from './recognise-file.ts';
export { FORMATS, formatByName, type Format } from './formats.ts';
export { isStructurallyComplete } from './complete.ts';
export { describe, type Description } from './describe.ts';
export { inspect, type Inspection } from './inspect.ts';
export { inspectionRow, unreadRow, type InspectionRow } from './inspection-row.ts';
export { peopleShown } from './people-shown.ts';
export { plainText } from './plain-text.ts';
export { isSidecar, LARGEST_SIDECAR } from './sidecar.ts';
export { readSidecar, type SidecarFacts } from './sidecar-facts.ts';
export { OWN_SCHEMA, writeXmp } from './write-xmp.ts';
export { readStandIn, type StandInFile } from './stand-in.ts';
export type { Adjustments } from './adjustments.ts';
export type { MediaSource } from './source.ts';
