import { say, type EditSettings, type MutationResult } from '@rollcall/protocol';
import { ask } from '../api/call.ts';
import { doAll } from '../library/deletion.ts';
import { library } from '../library/live.ts';
import { resourcesOf } from '../library/replica.ts';
import { tell } from '../parts/news.tsx';
import { showVersion } from '../library/versions.ts';

export interface ToSave {
  /** The same as long as the same edit is saved: asked twice, it is made once. */
  readonly id: string;
  readonly assetId: string;
  readonly base: string;
  readonly settings: EditSettings;
  /** What was shown when the edit began. */
  readonly expect: string | null;
}

/** Has the server make the edit, and says what came of it. Rejects with what `ask` rejects with; then nothing is changed, as far as is known. */
export async function saveEdit({ assetId, ...body }: ToSave): Promise<void> {
  for (;;) {
    const answer = await ask('saveEdit', { params: { assetId }, body });
    if (answer.state === 'being-made') continue;
    await library().pull();
    return sayOutcome(assetId, answer.rendering, answer.result, body.expect);
  }
}

function sayOutcome(assetId: string, rendering: string, result: MutationResult, before: string | null): void {
  switch (result.status) {
    case 'applied':
      return tell(say('Saved, and shown on all your devices. The original is kept.'), {
        undo: { words: say('Undo'), act: () => void show(assetId, before) },
      });
    case 'superseded':
      if (result.why !== 'newer-edit') return tell(say('Saved. It is shown so already.'));
      return tell(say('It was edited elsewhere meanwhile. Both edits are kept: they stand under Versions, in its information.'), {
        undo: { words: say('Show mine'), act: () => void show(assetId, rendering) },
      });
    case 'rejected':
      return tell(result.words, { tone: 'trouble' });
    default:
      return result satisfies never;
  }
}

/** Shows a version of a photo, by its id; null: the original. */
async function show(assetId: string, version: string | null): Promise<void> {
  const { replica } = library().view();
  const asset = replica.assets.get(assetId)?.asset;
  const resource = resourcesOf(replica, assetId).find(({ id, role }) => (version === null ? role === 'original' : id === version));
  if (asset && resource) await doAll([showVersion(asset, resource)]);
}

/** The original is shown again. Whether it was done. */
export async function showOriginal(assetId: string, before: string | null): Promise<boolean> {
  if (!(await doAll([{ name: 'asset.revert', args: { assetId }, expect: before }]))) return false;
  tell(say('The original is shown again, on all your devices. The edit is kept as a version.'), {
    undo: { words: say('Undo'), act: () => void show(assetId, before) },
  });
  return true;
}
