import { say } from '@rollcall/protocol';
import { Icon } from '../parts/Icon.tsx';
import { takeNewVersion, useNewVersion } from './version.ts';

/** A newer version of the program is ready: it is taken up when the person says so, and nothing that runs is disturbed before. */
export function NewVersion() {
  if (!useNewVersion()) return null;
  return (
    <div className="banner calm" role="status">
      <Icon name="restore" size={18} />
      <span>{say('A new version of Rollcall is ready.')}</span>
      <button type="button" className="text-button" onClick={takeNewVersion}>
        {say('Reload')}
      </button>
    </div>
  );
}
