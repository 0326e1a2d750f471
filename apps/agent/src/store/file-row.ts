import type { FilePatch, LocalFile, Trouble, StandIn } from '@rollcall/core';
import type { AssetFields, AssetKind } from '@rollcall/protocol';

/** A row of the table `local`. */
export interface FileRow {
  key: number;
  path: string;
  size: number;
  mtime_ms: number;
  stamp: string;
  racy: number;
  hash: string | null;
  kind: AssetKind | null;
  mime: string;
  excluded: LocalFile['excluded'];
  missing_since: number | null;
  gone: number;
  held: number;
  new_here: number;
  first_seen: number;
  asset_id: string | null;
  base_hash: string | null;
  agreed_at: number | null;
  wanted_name: string;
  written_name: string;
  fields: string | null;
  trouble: string | null;
  hashed_at: number | null;
  rotted: string | null;
  stand_in: string | null;
}

export function readFile(row: FileRow): LocalFile {
  return {
    key: row.key,
    path: row.path,
    size: row.size,
    mtimeMs: row.mtime_ms,
    stamp: row.stamp,
    hash: row.hash,
    kind: row.kind,
    mime: row.mime,
    excluded: row.excluded,
    missingSince: row.missing_since,
    gone: row.gone === 1,
    held: row.held === 1,
    newHere: row.new_here === 1,
    firstSeen: row.first_seen,
    assetId: row.asset_id,
    baseHash: row.base_hash,
    agreedAt: row.agreed_at,
    wantedName: row.wanted_name,
    writtenName: row.written_name,
    fields: row.fields === null ? null : (JSON.parse(row.fields) as AssetFields),
    trouble: row.trouble === null ? null : (JSON.parse(row.trouble) as Trouble),
    rotted: row.rotted,
    standIn: row.stand_in === null ? null : (JSON.parse(row.stand_in) as StandIn),
  };
}

/** Each field that a patch names, as its column. */
const COLUMNS: { readonly [K in keyof FilePatch]-?: readonly [column: string, write: (value: never) => string | number | null] } = {
  path: ['path', (value: string) => value],
  size: ['size', (value: number) => value],
  mtimeMs: ['mtime_ms', (value: number) => value],
  stamp: ['stamp', (value: string) => value],
  racy: ['racy', (value: boolean) => (value ? 1 : 0)],
  hash: ['hash', (value: string | null) => value],
  kind: ['kind', (value: string | null) => value],
  mime: ['mime', (value: string) => value],
  excluded: ['excluded', (value: string | null) => value],
  missingSince: ['missing_since', (value: number | null) => value],
  gone: ['gone', (value: boolean) => (value ? 1 : 0)],
  held: ['held', (value: boolean) => (value ? 1 : 0)],
  newHere: ['new_here', (value: boolean) => (value ? 1 : 0)],
  assetId: ['asset_id', (value: string | null) => value],
  baseHash: ['base_hash', (value: string | null) => value],
  agreedAt: ['agreed_at', (value: number | null) => value],
  wantedName: ['wanted_name', (value: string) => value],
  writtenName: ['written_name', (value: string) => value],
  fields: ['fields', (value: AssetFields | null) => (value === null ? null : JSON.stringify(value))],
  trouble: ['trouble', (value: Trouble | null) => (value === null ? null : JSON.stringify(value))],
  hashedAt: ['hashed_at', (value: number | null) => value],
  rotted: ['rotted', (value: string | null) => value],
  standIn: ['stand_in', (value: StandIn | null) => (value === null ? null : JSON.stringify(value))],
};

export function columnsOf(patch: FilePatch): Record<string, string | number | null> {
  const columns: Record<string, string | number | null> = {};
  for (const [field, [column, write]] of Object.entries(COLUMNS)) {
    const value = patch[field as keyof FilePatch];
    if (value !== undefined) columns[column] = write(value as never);
  }
  // Whoever notes that a file is there ends what was asked about its deletion.
  if (patch.missingSince === null) columns['held'] = 0;
  return columns;
}
