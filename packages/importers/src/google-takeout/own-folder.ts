import type { GoogleData } from './plan.ts';

/** What Google calls the folder of what was archived, in the languages of its takeouts. */
const ARCHIVE: ReadonlySet<string> = new Set(
  'archive archiv archivo archivio archivu arquivo arquivar archief arkiv arkisto archiwum archív arhiva arşiv архив архів アーカイブ 归档 封存 보관함 보관처리됨'.split(
    ' ',
  ),
);

/** A folder that holds the trash, or what was archived, is no album of a person's, whatever is said of it. */
export function isOwnFolder(title: string, data: readonly GoogleData[]): boolean {
  if (data.length === 0) return false;
  // Google takes out of albums what goes to the trash.
  if (data.every(({ asset }) => asset.trashed)) return true;
  return ARCHIVE.has(title.normalize('NFC').toLowerCase()) && data.every(({ asset }) => asset.archived);
}
