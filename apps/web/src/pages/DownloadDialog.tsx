import { BUNDLE_PARTS, LIMITS, say, sayMany, sizeWords, type BundlePart } from '@rollcall/protocol';
import { useId, useState } from 'react';
import { ask, tellFailure } from '../api/call.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { tell } from '../parts/news.tsx';
import { saveFiles } from '../parts/saveFiles.ts';

const WORDS: Readonly<Record<BundlePart, readonly [label: string, hint: string]>> = {
  originals: [say('Originals'), say('As they were taken, with the film of a Live Photo and RAW')],
  edited: [say('Edited versions'), say('As you see them, where they were edited')],
  information: [say('Information'), say('Title, caption, keywords, date and place, in an XMP file beside each')],
};

/** Several photos as one file. */
export function DownloadDialog({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const id = useId();
  const [parts, setParts] = useState<readonly BundlePart[]>(['originals', 'edited']);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const tooMany = ids.length > LIMITS.bundleAssets;
  const download = async (): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      const { path, files, bytes } = await ask('askBundle', { body: { assetIds: [...ids], parts: [...parts] } });
      saveFiles([{ href: path, name: '' }]);
      tell(
        sayMany(files, '{count} file, {size}, on the way to your downloads.', '{count} files, {size}, on the way to your downloads.', {
          size: sizeWords(bytes),
        }),
      );
      onClose();
    } catch (error) {
      setTrouble(tellFailure(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={sayMany(ids.length, 'Download {count} photo', 'Download {count} photos')}
      onClose={onClose}
      onSubmit={() => void download()}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {say('Cancel')}
          </button>
          <button type="submit" className="button primary" disabled={busy || parts.length === 0 || tooMany}>
            {say('Download as ZIP')}
          </button>
        </>
      }
    >
      {BUNDLE_PARTS.map((part) => (
        <div key={part} className="choice">
          <input
            id={`${id}-${part}`}
            aria-describedby={`${id}-${part}-hint`}
            type="checkbox"
            checked={parts.includes(part)}
            onChange={({ currentTarget: { checked } }) =>
              setParts(BUNDLE_PARTS.filter((each) => (each === part ? checked : parts.includes(each))))
            }
          />
          <span>
            <label htmlFor={`${id}-${part}`}>{WORDS[part][0]}</label>
            <span className="quiet" id={`${id}-${part}-hint`}>
              {WORDS[part][1]}
            </span>
          </span>
        </div>
      ))}
      {tooMany && (
        <p className="form-trouble">
          {say('{most} photos at most go into one file. Choose fewer, or link a device to have all of them.', {
            most: LIMITS.bundleAssets,
          })}
        </p>
      )}
      <p className="form-trouble" role="alert">
        {trouble}
      </p>
    </Dialog>
  );
}
