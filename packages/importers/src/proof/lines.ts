import { say, sayMany, spokenTag } from '@rollcall/protocol';
import { amountLines } from './amounts.ts';
import { albumsWords } from './counted.ts';
import { lines, type ProofLine } from './line.ts';
import type { Proof } from './proof.ts';

/** What a proof says, in sentences; the same on a terminal and on a page. */
export function proofLines(proof: Proof): ProofLine[] {
  return [...amountLines(proof), ...behindLines(proof), ...deletedLines(proof), ...matchLines(proof), ...lackLines(proof)];
}

/** What a folder has no place for. */
function behindLines({ folder, things, albums }: Proof): ProofLine[] {
  const behind = [
    things.favourites > 0 && sayMany(things.favourites, '{count} favourite', '{count} favourites'),
    albums.found > 0 && sayMany(albums.found, '{count} entry of an album', '{count} entries of albums'),
  ].filter((each) => each !== false);
  return lines(
    [folder !== undefined, () => say('This device brings them into the cloud when it syncs.')],
    [
      folder !== undefined && behind.length > 0,
      () =>
        say('A folder has no place for {what}: the same import without --into-folder adds that later.', {
          what: new Intl.ListFormat(spokenTag()).format(behind),
        }),
    ],
  );
}

function deletedLines({ things, dryRun }: Proof): ProofLine[] {
  const { deletedBefore, trashed, leftInTrash } = things;
  return lines(
    [
      deletedBefore > 0,
      () =>
        sayMany(
          deletedBefore,
          '{count} was deleted from the library before, and left so.',
          '{count} were deleted from the library before, and left so.',
        ),
    ],
    [
      trashed > 0 && dryRun,
      () =>
        sayMany(
          trashed,
          '{count} was in the trash, and would go to Recently Deleted, where thirty days begin anew.',
          '{count} were in the trash, and would go to Recently Deleted, where thirty days begin anew.',
        ),
    ],
    [
      trashed > 0 && !dryRun,
      () =>
        sayMany(
          trashed,
          '{count} was in the trash, and went to Recently Deleted, where thirty days begin anew.',
          '{count} were in the trash, and went to Recently Deleted, where thirty days begin anew.',
        ),
    ],
    [leftInTrash > 0, () => sayMany(leftInTrash, '{count} was in the trash, and left out.', '{count} were in the trash, and left out.')],
  );
}

function matchLines({ told, albums, checksums }: Proof): ProofLine[] {
  const checked = checksums.agree + checksums.disagree.length;
  const sums = { agree: checksums.agree, all: checked };
  return lines(
    [
      told.all > 0,
      () =>
        sayMany(
          told.all,
          '{matched} of {count} row or file of data went with photos.',
          '{matched} of {count} rows and files of data went with photos.',
          {
            matched: told.matched,
          },
        ),
      told.matched < told.all,
    ],
    [
      albums.all > 0,
      () =>
        `${albumsWords(albums.all)}: ${sayMany(albums.lines, '{found} of {count} entry found.', '{found} of {count} entries found.', { found: albums.found })}`,
      albums.found < albums.lines,
    ],
    [albums.deleted.length > 0, () => say('Albums that were deleted since, and stay so: {albums}.', { albums: albums.deleted.join(', ') })],
    [checked > 0 && checksums.disagree.length === 0, () => say('Apple’s checksums: {agree} of {all} agree.', sums)],
    [checksums.disagree.length > 0, () => say('Apple’s checksums: {agree} of {all} agree; for the others nothing is proven.', sums), true],
  );
}

function lackLines({ things, otherDates, missingParts, failed }: Proof): ProofLine[] {
  return lines(
    [
      things.undated > 0,
      () =>
        sayMany(
          things.undated,
          'Of {count} photo or video nothing says when it was taken.',
          'Of {count} photos and videos nothing says when they were taken.',
        ),
    ],
    [
      otherDates.length > 0,
      () =>
        sayMany(
          otherDates.length,
          '{count} file has another date than is told of it; the file’s own counts.',
          '{count} files have another date than is told of them; the file’s own counts.',
        ),
    ],
    [missingParts.length > 0, () => say('Parts that are missing: {parts}.', { parts: missingParts.join(', ') }), true],
    [failed.length > 0, () => sayMany(failed.length, '{count} file could not be imported.', '{count} files could not be imported.'), true],
  );
}
