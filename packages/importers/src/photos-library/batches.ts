import type { Batch, BatchPlan } from '../batches.ts';
import type { FoundFile } from '../found.ts';
import { planRows, readIn, type SeenBytes } from './plan.ts';
import type { LibraryReading, LibraryRow } from './rows.ts';

/** Photos of a library that are read, and put into the library here, at once. */
const AT_ONCE = 100;

/** What does not come, and what comes, some photos at a time. */
export function libraryBatches({ rows, apart, entriesApart }: LibraryReading, nameOf: (file: FoundFile) => string): Batch[] {
  const seen: SeenBytes = new Map();
  const told = (its: readonly LibraryRow[]): number => its.reduce((sum, { shelved }) => sum + shelved.length, 0);
  const staying: Batch = {
    origin: 'photos-library',
    files: [],
    appleChecksum: false,
    plan: (): BatchPlan => ({ ...NOTHING, told: { all: apart, matched: 0 }, albumLines: { all: entriesApart, found: 0 } }),
  };
  const coming = Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, at): Batch => {
    const some = rows.slice(at * AT_ONCE, (at + 1) * AT_ONCE);
    return {
      origin: 'photos-library',
      files: readIn(some),
      appleChecksum: some.some(({ fingerprint }) => fingerprint !== null),
      plan: (media) => {
        const { things, ...planned } = planRows(some, media, seen, nameOf);
        const placed = things.reduce((sum, { shelved = [] }) => sum + shelved.length, 0);
        return {
          ...NOTHING,
          ...planned,
          things,
          told: { all: some.length, matched: things.length },
          albumLines: { all: told(some), found: placed },
        };
      },
    };
  });
  return apart === 0 ? coming : [staying, ...coming];
}

const NOTHING = { things: [], left: [], withoutData: [], checksums: { agree: 0, disagree: [] }, otherDates: [] } as const;
