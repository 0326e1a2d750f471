import { libraryTablesContract } from '@rollcall/core/testing';
import { LibraryOfTables } from './library.ts';
import { putEntry } from './ledger.ts';
import { Tables } from './tables.ts';

const LIBRARY = 'library';

libraryTablesContract('simulator', () => {
  const tables = new Tables();
  tables.libraries.set(LIBRARY, { id: LIBRARY, quota: 1_000_000_000, head: 0, floor: 0, live: 0, trashed: 0 });
  const ids = (keys: Iterable<string>): string[] => [...keys].map((key) => key.slice(LIBRARY.length + 1)).sort();
  return {
    tables: new LibraryOfTables(tables, LIBRARY),
    send: (blob, size) => {
      if (!tables.ledgerRow(LIBRARY, blob)) putEntry(tables, LIBRARY, blob, { size, state: 'stored', refs: 0 });
    },
    feed: () => tables.index(LIBRARY).rows.map(({ seq, entity }) => ({ seq, entity })),
    state: () => {
      const { live, trashed } = tables.library(LIBRARY);
      const { used } = tables.sums(LIBRARY);
      return { inTrash: ids(tables.inTrash.rows.keys()), buried: ids(tables.tombstones.rows.keys()), live, trashed, used };
    },
    journal: () => [...tables.journal.values()].map(({ what }) => what),
    wanted: () => null,
    close: () => undefined,
  };
});
