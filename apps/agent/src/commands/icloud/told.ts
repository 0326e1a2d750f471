import { once } from 'node:events';
import { STATES, type Examination, type Library } from '@rollcall/importers';
import type { Io } from '../io.ts';

/** So many photos are written at once. */
const AT_ONCE = 500;

/** One JSON object, whose last entry has an object for each photo, on a line of its own; written as it is read, however many there are. */
export async function showLibrary(library: Library, examination: Examination, io: Io): Promise<void> {
  const head = JSON.stringify(told(library, examination), null, 2);
  // Without the bracket that ends it.
  let text = `${head.slice(0, -2)},\n  "items": [`;
  let before = '\n';
  let count = 0;
  for (const item of examination.items()) {
    io.signal.throwIfAborted();
    text += `${before}    ${JSON.stringify({ library: library.name, ...item })}`;
    before = ',\n';
    count += 1;
    if (count % AT_ONCE === 0) {
      await write(io, text);
      text = '';
    }
  }
  await write(io, `${text}\n  ]\n}\n`);
}

async function write({ stdout }: Io, text: string): Promise<void> {
  if (!stdout.write(text)) await once(stdout, 'drain');
}

function told(library: Library, { at, outcome, totals, sums, checks, steps, reservations, compared, damaged }: Examination): object {
  const { name, place, schema, log, brokeOff, busy, written, lock, cloud, trusted, contradictions, person, tree, engine, collections } =
    library;
  return {
    at,
    outcome,
    library: {
      name,
      kind: place.kind,
      path: place.root,
      model: schema.model,
      build: schema.build,
      tested: schema.known,
      log,
      brokeOff,
      busy,
      written,
      lastChange: sums.lastChange,
      openHere: lock?.alive ?? false,
      icloudPhotos: cloud,
      switched: engine.switched,
      person,
      trusted,
      contradictions,
      damaged,
    },
    totals,
    states: Object.fromEntries(STATES.map((state) => [state, sums.states[state]])),
    where: sums.where,
    own: sums.own,
    inCloud: sums.inCloud,
    storage: { here: tree === null ? null : Object.fromEntries(tree.used), photosHere: sums.bytesHere, photosInCloud: sums.bytesInCloud },
    trash: sums.trash,
    compared,
    troubles: Object.fromEntries(
      Object.entries(sums.troubles).map(([trouble, { count, bytes, attempts, lastAttempt, oldest }]) => [
        trouble,
        { count, bytes, attempts, lastAttempt, oldest },
      ]),
    ),
    checks,
    steps,
    reservations,
    engine: { status: plain(engine.status), store: engine.store, resetPending: engine.resetPending },
    albums: (collections ?? [])
      .filter(({ kind }) => kind !== 'import')
      .map(({ uuid, kind, title, path, trashed, count }) => ({ uuid, kind, title, path, trashed, count })),
  };
}

/** What is no text, number or date says nothing to anybody. */
function plain(status: Library['engine']['status']): object {
  return Object.fromEntries(Object.entries(status).filter(([, value]) => !(value instanceof Uint8Array)));
}
