import { say } from '@rollcall/protocol';
import { Icon } from '../parts/Icon.tsx';
import { takeNewVersion, useNewVersion } from './version.ts';

/** A newer version of the program is ready: it is taken up when the person says so, and nothing that runs is disturbed before. */
export function NewVersion() {
  const version = useNewVersion();
  if (version === null) return null;
  return (
    <div className={version === 'needed' ? 'banner' : 'banner calm'} role="status">
      <Icon name="restore" size={18} />
      <span>
        {version === 'needed'
          ? say(
              'This page is too old for your server. What you changed here waits in this browser, and is sent once the page is loaded again.',
            )
          : say('A new version of Rollcall is ready.')}
      </span>
      <button type="button" className="text-button" onClick={() => void takeNewVersion()}>
        {say('Reload')}
      </button>
    </div>
  );
}
