import { say } from '@rollcall/protocol';
import { Icon } from '../parts/Icon.tsx';
import type { Picked } from './reading/messages.ts';
import { pickArchives, pickFolder } from './pick.ts';

interface ChooseProps {
  readonly trouble: string | null;
  readonly onPicked: (picked: readonly Picked[]) => void;
}

/** Where photos may come from, and how to choose them. */
export function ChooseImport({ trouble, onPicked }: ChooseProps) {
  const choose = (pick: () => Promise<readonly Picked[]>) => () => void pick().then(onPicked);
  return (
    <section className="card" aria-labelledby="import-choose">
      <h2 id="import-choose">{say('Choose what you got')}</h2>
      <dl className="import-origins">
        <div>
          <dt>{'Google Takeout'}</dt>
          <dd>{say('All ZIP parts together, as Google gave them, or the folder into which they were unpacked.')}</dd>
        </div>
        <div>
          <dt>{say('Apple’s export')}</dt>
          <dd>{say('All parts of “iCloud Photos” from Apple’s privacy page, together.')}</dd>
        </div>
        <div>
          <dt>{say('A folder')}</dt>
          <dd>{say('What osxphotos, icloudpd or icloud-photos-sync wrote, or any folder of photos, with XMP files beside them.')}</dd>
        </div>
      </dl>
      {trouble !== null && (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
      <div className="import-buttons">
        <button type="button" className="button primary" onClick={choose(pickArchives)}>
          <Icon name="upload" size={18} /> {say('Choose ZIP files')}
        </button>
        <button type="button" className="button" onClick={choose(pickFolder)}>
          <Icon name="folder" size={18} /> {say('Choose a folder')}
        </button>
      </div>
      <p className="quiet small">
        {say(
          'First it is only looked at: your browser reads all of it here, and tells what would come and whether there is room. Then you begin, or not. It never guesses: what cannot be matched for certain is listed, with why.',
        )}
      </p>
    </section>
  );
}
