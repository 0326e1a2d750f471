import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { group, type GroupFile, type Grouping } from '@rollcall/core';
import type { InspectionRow } from '@rollcall/media';
import { walk } from '../folder/walk.ts';
import { lookAtFile } from './inspect.ts';
import { complain, EXIT, say, showJson, type Io } from './io.ts';

export interface InspectFolderOptions {
  readonly json: boolean;
  readonly folder: string;
}

/** More files than this are not looked at in one go. */
const MOST_FILES = 200_000;

interface FolderGrouping extends Grouping {
  readonly unread: readonly { readonly path: string; readonly why: string }[];
}

/** Which files of a folder are one photo or video, by what is read of each. Needs no device and no server, and changes nothing. */
export async function inspectFolder({ folder, json }: InspectFolderOptions, io: Io): Promise<number> {
  const found = await groupFolder(folder, io.signal);
  if ('trouble' in found) {
    complain(io, found.trouble);
    return EXIT.needsYou;
  }
  if (json) showJson(io, found);
  else for (const line of groupingWords(found)) say(io, line);
  return found.unread.length > 0 ? EXIT.needsYou : EXIT.ok;
}

/** Hidden files and folders, and links, are no part of it. */
export async function groupFolder(folder: string, signal: AbortSignal): Promise<FolderGrouping | { readonly trouble: string }> {
  let root: string;
  try {
    root = realpathSync(folder);
  } catch (error) {
    return { trouble: `${folder} cannot be looked into: ${(error as Error).message}` };
  }
  const { files, unknown } = await walk(root, '');
  const listed = files.filter(({ excluded }) => excluded === null);
  if (listed.length > MOST_FILES)
    return { trouble: `there are ${listed.length} files in ${folder}; at most ${MOST_FILES} are looked at in one go` };
  const unread = unknown.filter(({ why }) => why !== 'link').map(({ path, why, error }) => ({ path, why: error === '' ? why : error }));
  const toGroup: GroupFile[] = [];
  for (const { path, size } of listed) {
    if (signal.aborted) return { trouble: 'stopped' };
    const looked = await lookAtFile(join(root, path));
    if (looked.read) toGroup.push(toFile(path, size, looked.row));
    else unread.push({ path, why: looked.row.error ?? 'it cannot be read' });
  }
  return { ...group(toGroup), unread };
}

const GUESSES: ReadonlySet<string | null> = new Set(['file-name', 'file-time', null]);

function toFile(path: string, size: number, row: InspectionRow): GroupFile {
  return {
    path,
    kind: row.kind === 'not-media' ? 'other' : row.kind,
    mime: row.mime ?? '',
    size,
    capturedAt: GUESSES.has(row.captured_source) || row.captured_day_only ? null : row.captured_at,
    duration: row.duration_s,
    rating: row.rating,
    livePairId: row.live_pair_id,
    burstId: row.burst_id,
    film: row.motion_film,
  };
}

function groupingWords({ assets, bursts, unclear, others, unread }: FolderGrouping): string[] {
  const lines: string[] = [];
  for (const { kind, members, burst } of assets) {
    const [original, ...rest] = members;
    lines.push(
      `${original?.path} (${kind.replace('-', ' ')}${burst === null ? '' : burst.key ? ', stands for its burst' : ', of a burst'})`,
    );
    for (const { path, role, within } of rest)
      lines.push(`  ${role}: ${within === null ? path : `${within.length} bytes inside, from byte ${within.offset}`}`);
  }
  lines.push(
    count(assets.length, 'photo or video', 'photos and videos') +
      (bursts.length === 0 ? '' : `, ${count(bursts.length, 'burst', 'bursts')}`),
  );
  for (const { paths, why } of unclear) lines.push(`left apart: ${paths.join(', ')}: ${why}`);
  if (others.length > 0) lines.push(`${count(others.length, 'file belongs', 'files belong')} to no photo`);
  for (const { path, why } of unread) lines.push(`not looked at: ${path}: ${why}`);
  return lines;
}

function count(many: number, one: string, several: string): string {
  return `${many} ${many === 1 ? one : several}`;
}
