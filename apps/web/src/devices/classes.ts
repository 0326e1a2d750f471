import { say, type Counts, type ReasonClass } from '@rollcall/protocol';

export interface CountClass {
  readonly key: Exclude<keyof Counts, 'onDevice'>;
  /** As the list of a device's items is asked for. */
  readonly query: ReasonClass | 'in-sync';
  readonly label: string;
  readonly words: string;
}

/** What a device's items are counted as, in the order of the bar: each item once. */
export const COUNT_CLASSES: readonly CountClass[] = [
  { key: 'inSync', query: 'in-sync', label: say('Safe'), words: say('Safe in the cloud') },
  { key: 'moving', query: 'moving', label: say('On the way'), words: say('On the way now') },
  { key: 'waiting', query: 'waiting', label: say('Waiting'), words: say('Waiting their turn') },
  { key: 'held', query: 'held', label: say('Held'), words: say('Held by the device’s settings') },
  { key: 'failing', query: 'failing', label: say('Trying again'), words: say('Failed, and tried again') },
  { key: 'needsYou', query: 'needs-you', label: say('Needs you'), words: say('Needs you') },
  { key: 'excluded', query: 'excluded', label: say('Left out'), words: say('Left out') },
];

export function classOfQuery(query: string | undefined): CountClass | undefined {
  return COUNT_CLASSES.find((each) => each.query === query);
}
