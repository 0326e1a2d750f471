import { parentPort } from 'node:worker_threads';
import { openGazetteer, type Gazetteer } from './gazetteer.ts';
import type { Answer, Question } from './place-names.ts';

/** A thread that has read the towns, and answers where places are. */
const opening = openGazetteer();
parentPort?.on('message', ({ n, ask }: Question) => {
  void opening.then(
    (towns) => parentPort?.postMessage({ n, told: towns === null ? null : answer(towns, ask) } satisfies Answer),
    (error: unknown) => parentPort?.postMessage({ n, trouble: String(error) } satisfies Answer),
  );
});

function answer(towns: Gazetteer, ask: Question['ask']) {
  switch (ask.what) {
    case 'name':
      return towns.find(ask.at);
    case 'named':
      return towns.named(ask.name, ask.near);
    case 'within':
      return towns.within(ask.area);
    default:
      return ask satisfies never;
  }
}
