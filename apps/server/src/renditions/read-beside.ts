import type { UnreadSidecar } from '../library/store.ts';
import type { RenditionContext } from './make.ts';
import type { Worker } from './workers.ts';

/** Few are asked for at a time. */
const LOOK_AHEAD = 16;

/** Reads what lies beside photos and holds data of them, in a worker, each once. */
export interface Sidecars {
  /** Reads one; false: none waits. */
  next(worker: Worker): Promise<boolean>;
  /** Bytes that were missing may be there again. */
  again(): void;
}

export function openSidecars(context: Pick<RenditionContext, 'libraries' | 'blobs' | 'log'>): Sidecars {
  const busy = new Set<string>();
  /** Their bytes are not there. */
  const lacking = new Set<string>();
  const keyOf = ({ libraryId, of }: UnreadSidecar): string => `${libraryId} ${of.id}`;
  return {
    async next(worker) {
      const found = await context.libraries.unreadSidecars(LOOK_AHEAD + busy.size + lacking.size);
      const sidecar = found.find((each) => !busy.has(keyOf(each)) && !lacking.has(keyOf(each)));
      if (sidecar === undefined) return false;
      busy.add(keyOf(sidecar));
      try {
        if (!(await readOne(context, worker, sidecar))) lacking.add(keyOf(sidecar));
      } finally {
        busy.delete(keyOf(sidecar));
      }
      return true;
    },
    again: () => lacking.clear(),
  };
}

/** False: it cannot be read now. What makes a worker fail tells nothing, and is not tried again. */
async function readOne(
  { libraries, blobs, log }: Pick<RenditionContext, 'libraries' | 'blobs' | 'log'>,
  worker: Worker,
  sidecar: UnreadSidecar,
): Promise<boolean> {
  const { of } = sidecar;
  const path = blobs.path(of.hash);
  if (path === null) return false;
  const ended = await worker.run({ task: 'sidecar', path, name: of.fileName ?? sidecar.fileName, mtimeMs: of.modifiedAt });
  if (ended.end === 'stopped' || (ended.end === 'answered' && ended.answer.state === 'fault')) return false;
  const told = ended.end === 'answered' && ended.answer.state === 'sidecar-read' ? ended.answer.told : null;
  if (told === null) log('what lies beside a photo tells nothing', { libraryId: sidecar.libraryId, resourceId: of.id });
  const adjusted = told?.adjustments ? { ...told.adjustments, hash: of.hash } : null;
  await libraries.takeSidecar(sidecar, { fields: told?.fields ?? {}, knowsZone: told?.knowsZone === true, adjusted });
  return true;
}
