/** Libraries of Apple Photos, read and examined. */
export { libraryRoot } from './place.ts';
export { openLibrary, type Library, type NotOpened, type Opened } from './library.ts';
export { examine, type Examination, type Outcome } from './examine.ts';
export type { CloudCheck } from './checks.ts';
export type { Step } from './steps.ts';
export type { Item } from './item.ts';
export type { Example, Sums, Trouble } from './sums.ts';
export { STATES, type State } from './verdict.ts';
export { agoWords, utcWords } from './words.ts';
