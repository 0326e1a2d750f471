import { parentPort } from 'node:worker_threads';
import { openGazetteer } from './gazetteer.ts';
import type { Answer, Question } from './place-names.ts';

/** A thread that has read the towns, and answers where places are. */
const opening = openGazetteer();
parentPort?.on('message', ({ n, at }: Question) => {
  void opening.then(
    (find) => parentPort?.postMessage({ n, place: find?.(at) ?? null } satisfies Answer),
    (error: unknown) => parentPort?.postMessage({ n, trouble: String(error) } satisfies Answer),
  );
});
