import type { Action, Planned } from '@rollcall/core';
import type { Work } from '../work/work.ts';
import { sendChange, sendNew, sendSidecar } from './commit.ts';
import { fetchNew, fetchOver } from './fetch.ts';
import { mend } from './mend.ts';
import { dropStandIn, removeFile, renameFile } from './on-disk.ts';
import { readLocalFile } from './read-file.ts';

/** Does what the planner says of a unit, where that takes time; what is done at once is done elsewhere, many together. */
export async function act(work: Work, planned: NonNullable<Planned>, action: Action): Promise<void> {
  if (planned.kind === 'asset') {
    if (action.do === 'fetch') await fetchNew(work, action);
    return;
  }
  const { file } = planned;
  switch (action.do) {
    case 'hash':
      return readLocalFile(work, file);
    case 'send-new':
      return sendNew(work, file);
    case 'send-change':
      return sendChange(work, file, action.assetId);
    case 'send-sidecar':
      return sendSidecar(work, file, action);
    case 'mend':
      return mend(work, file, action.assetId, action.found);
    case 'fetch':
      return fetchOver(work, file, action);
    case 'remove-file':
      return removeFile(work, file, action.assetId);
    case 'rename-file':
      return renameFile(work, file, action.assetId, action.name);
    case 'drop-stand-in':
      return dropStandIn(work, file, action.assetId);
    case 'bind':
    case 'take-over':
    case 'trash':
    case 'forget-file':
    case 'rename-asset':
    case 'let-go':
      return;
    default:
      return action satisfies never;
  }
}
