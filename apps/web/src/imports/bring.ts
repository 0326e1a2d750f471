import type { Proof } from '@rollcall/importers/proof';
import { say } from '@rollcall/protocol';
import { useSyncExternalStore } from 'react';
import { chosenLanguage } from '../language/speak-here.ts';
import { languageFor } from '../language/languages.ts';
import { stayAwake } from '../upload/awake.ts';
import type { ImportAnswer, ImportQuestion, ImportStep, Picked } from './reading/messages.ts';

/** How an import stands, wherever on the page one is. */
export type ImportView =
  /** @param trouble why the last one could not begin; null: nothing was wrong */
  | { readonly state: 'none'; readonly trouble: string | null }
  | { readonly state: 'working'; readonly look: boolean; readonly step: ImportStep; readonly stopping: boolean }
  /** It was looked at, and nothing was sent. */
  | { readonly state: 'looked'; readonly proof: Proof; readonly full: boolean }
  | { readonly state: 'ended'; readonly proof: Proof };

const BEGINNING: ImportStep = { at: 'opening', files: 0, filesRead: 0, bytesRead: 0, bytesMoved: 0, entered: 0, verifying: 0 };

let view: ImportView = { state: 'none', trouble: null };
let worker: Worker | null = null;
let sleepAgain: (() => void) | null = null;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useImport(): ImportView {
  return useSyncExternalStore(subscribe, () => view);
}

/** One is under way, and nothing else is taken. */
export function isImporting(): boolean {
  return view.state === 'working';
}

const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

function show(next: ImportView): void {
  view = next;
  // A page that is closed, or a phone that sleeps, brings nothing.
  if (view.state === 'working' && sleepAgain === null) {
    sleepAgain = stayAwake();
    window.addEventListener('beforeunload', warn);
  } else if (view.state !== 'working' && sleepAgain !== null) {
    sleepAgain();
    sleepAgain = null;
    window.removeEventListener('beforeunload', warn);
  }
  listeners.forEach((listener) => listener());
}

const ask = (question: ImportQuestion): void => worker?.postMessage(question);

/** Looks at what was chosen: what would come, and whether there is room. */
export function lookAhead(picked: readonly Picked[], libraryId: string): void {
  if (picked.length === 0) return;
  worker?.terminate();
  const reader = new Worker(new URL('./reading/import.worker.ts', import.meta.url), { type: 'module' });
  worker = reader;
  reader.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => hear(data));
  reader.addEventListener('error', () => giveUp(say('This browser could not read it. A newer one can.')));
  ask({ ask: 'open', picked, libraryId, language: languageFor(chosenLanguage(), navigator.languages) });
  run(true, false);
}

/** Brings all that was looked at; or goes on where it was stopped. */
export function begin(withoutTrash: boolean): void {
  run(false, withoutTrash);
}

function run(look: boolean, withoutTrash: boolean): void {
  show({ state: 'working', look, step: BEGINNING, stopping: false });
  ask({ ask: 'run', look, withoutTrash });
}

export function stopImport(): void {
  if (view.state !== 'working') return;
  // Before anything came there is nothing to be told of.
  if (view.look) return giveUp(null);
  show({ ...view, stopping: true });
  ask({ ask: 'stop' });
}

let owner: string | null = null;

/** What one person chose is not another's to bring. */
export function importBelongsTo(account: string): void {
  if (owner !== null && owner !== account) forgetImport();
  owner = account;
}

/** Ends it, and forgets what came of it. */
export function forgetImport(): void {
  giveUp(null);
}

function giveUp(trouble: string | null): void {
  worker?.terminate();
  worker = null;
  show({ state: 'none', trouble });
}

function hear(answer: ImportAnswer): void {
  switch (answer.is) {
    case 'step':
      if (view.state === 'working') show({ ...view, step: answer.step });
      return;
    case 'end': {
      const { proof, full } = answer;
      return show(proof.dryRun && proof.complete ? { state: 'looked', proof, full } : { state: 'ended', proof });
    }
    case 'failed':
      return giveUp(answer.words);
    default:
      answer satisfies never;
  }
}
