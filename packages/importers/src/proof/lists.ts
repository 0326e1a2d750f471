import { figures, say, sizeWords } from '@rollcall/protocol';
import type { Proof } from './proof.ts';
import { leftByWhy, leftWords } from './left-words.ts';

/** Files of which the same is told. */
export interface ProofList {
  /** With how many there are. */
  readonly title: string;
  /** Paths as a person knows them, and what more is told. */
  readonly items: readonly { readonly path: string; readonly more?: string }[];
}

/** The figures that a proof begins with. */
export function proofSums({
  things,
  files,
  verified,
  dryRun,
  complete,
}: Proof): readonly { readonly sum: string; readonly words: string }[] {
  return [
    { sum: figures(things.all), words: say('photos and videos') },
    { sum: figures(things.added), words: dryRun ? say('new to the library') : say('added') },
    { sum: figures(things.alreadyThere), words: say('there already') },
    ...(dryRun || !complete ? [] : [{ sum: figures(verified.files), words: say('files verified byte for byte') }]),
    { sum: sizeWords(files.bytes), words: say('in all') },
  ];
}

/** Everything that was not matched, not imported or is not as it should be, by why; what is empty is not among them. */
export function proofLists({ failed, left, verified, checksums, withoutData, otherDates }: Proof): readonly ProofList[] {
  const named = (title: string, items: ProofList['items']): ProofList => ({ title: `${title}: ${figures(items.length)}`, items });
  const paths = (all: readonly string[]): ProofList['items'] => all.map((path) => ({ path }));
  const lists: readonly ProofList[] = [
    named(
      say('Not imported'),
      failed.map(({ path, words }) => ({ path, more: words })),
    ),
    ...leftByWhy(left).map(([why, items]) => ({ title: leftWords(why, items.length), items })),
    named(say('Not byte for byte what was read here'), paths(verified.wrong)),
    named(say('Apple’s checksum is another: nothing is proven of these'), paths(checksums.disagree)),
    named(say('Nothing is told beside these'), paths(withoutData)),
    named(say('Their own date is another than the one that is told'), paths(otherDates)),
  ];
  return lists.filter(({ items }) => items.length > 0);
}
