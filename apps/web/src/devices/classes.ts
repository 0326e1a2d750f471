import type { Counts, ReasonClass } from '@rollcall/protocol';

export interface CountClass {
  readonly key: Exclude<keyof Counts, 'onDevice'>;
  /** As the list of a device's items is asked for. */
  readonly query: ReasonClass | 'in-sync';
  readonly label: string;
  readonly words: string;
}

/** What a device's items are counted as, in the order of the bar: each item once. */
export const COUNT_CLASSES: readonly CountClass[] = [
  { key: 'inSync', query: 'in-sync', label: 'Safe', words: 'Safe in the cloud' },
  { key: 'moving', query: 'moving', label: 'On the way', words: 'On the way now' },
  { key: 'waiting', query: 'waiting', label: 'Waiting', words: 'Waiting their turn' },
  { key: 'held', query: 'held', label: 'Held', words: 'Held by the device’s settings' },
  { key: 'failing', query: 'failing', label: 'Trying again', words: 'Failed, and tried again' },
  { key: 'needsYou', query: 'needs-you', label: 'Needs you', words: 'Needs you' },
  { key: 'excluded', query: 'excluded', label: 'Left out', words: 'Left out' },
];

export function classOfQuery(query: string | undefined): CountClass | undefined {
  return COUNT_CLASSES.find((each) => each.query === query);
}
