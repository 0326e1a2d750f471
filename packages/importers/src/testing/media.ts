import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AssetFields } from '@rollcall/protocol';
import {
  batchesOf,
  nodePlatform,
  openSources,
  readMedia,
  survey,
  type BatchPlan,
  type FoundFile,
  type ReadMedia,
  type Sources,
  type Survey,
  type Thing,
} from '../index.ts';

/** The test media that lie beside the project. */
export const MEDIA: string = fileURLToPath(new URL('../../../../../shared/media', import.meta.url));
/** Why nothing can be tested with them; false: they are there. */
export const missing: string | false = existsSync(MEDIA) ? false : 'the test media are not there; nothing of this was tested';
if (missing) process.stderr.write(`NOT TESTED: ${missing}\n`);

/** A row of their list. */
export interface Listed {
  readonly path: string;
  readonly kind: string;
  readonly sha256: string;
  readonly appleChecksum: string;
  readonly capturedAt: string | null;
  /** What the bytes alone do not say. */
  readonly expected: Readonly<Record<string, unknown>>;
}

export function manifest(): Listed[] {
  const [head = '', ...rows] = readFileSync(join(MEDIA, 'MANIFEST.tsv'), 'utf8').trim().split('\n');
  const columns = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    return {
      path: cell('path'),
      kind: cell('kind'),
      sha256: cell('sha256'),
      appleChecksum: cell('apple_checksum'),
      capturedAt: cell('captured_at') || null,
      expected: cell('expected') === '' ? {} : (JSON.parse(cell('expected')) as Record<string, unknown>),
    };
  });
}

/** All that an import would bring. */
export interface Looked {
  readonly surveyed: Survey;
  readonly plans: readonly BatchPlan[];
  readonly things: readonly Thing[];
  readonly reads: ReadonlyMap<number, ReadMedia>;
  readonly nameOf: (file: FoundFile) => string;
}

/** Reads everything as an import does, and opens nothing for writing but a folder of its own. */
export async function lookAt(paths: readonly string[]): Promise<Looked> {
  const spool = mkdtempSync(join(tmpdir(), 'rollcall-import-'));
  let sources: Sources | null = null;
  try {
    sources = await openSources(paths, spool);
    const surveyed = await survey(sources, new AbortController().signal);
    const reads = new Map<number, ReadMedia>();
    const plans: BatchPlan[] = [];
    for (const batch of batchesOf(surveyed, sources)) {
      const media: ReadMedia[] = [];
      for (const file of batch.files) {
        const bytes = await sources.open(file);
        const read = await readMedia(file, bytes, batch, nodePlatform(spool));
        await bytes.release();
        if (read === null || read === 'compressed') continue;
        media.push(read);
        reads.set(file.key, read);
      }
      plans.push(batch.plan(media));
    }
    return { surveyed, plans, things: plans.flatMap(({ things }) => things), reads, nameOf: sources.nameOf };
  } finally {
    await sources?.close();
    rmSync(spool, { recursive: true, force: true });
  }
}

/** A photo that was read, for rules that ask little of it. */
export function readPhoto(file: FoundFile, more: Partial<ReadMedia> & { readonly fields?: AssetFields } = {}): ReadMedia {
  const video = /\.(mov|mp4)$/i.test(file.path);
  return {
    file,
    hash: String(file.key).padStart(64, '0'),
    appleChecksum: null,
    kind: video ? 'video' : 'photo',
    mime: video ? 'video/quicktime' : 'image/jpeg',
    fields: plainFields(file.path.slice(file.path.lastIndexOf('/') + 1)),
    facts: { capturedAt: null, duration: null, rating: null, livePairId: null, burstId: null, film: null },
    ...more,
  };
}

export function plainFields(fileName: string): AssetFields {
  return {
    fileName,
    capturedAt: '1970-01-01T00:00:00',
    capturedSource: 'unknown',
    width: null,
    height: null,
    duration: null,
    camera: null,
    exposure: null,
    place: null,
    title: null,
    caption: null,
    favourite: false,
    hidden: false,
    rating: null,
    keywords: [],
  };
}
