import { say } from '@rollcall/protocol';
import { Linux } from './linux.ts';
import { Mac } from './mac.ts';
import { unseen, type Probe } from './probe.ts';
import { Windows } from './windows.ts';

/** What looks at the system that this program runs on. */
export function systemProbe(): Probe {
  switch (process.platform) {
    case 'linux':
      return new Linux();
    case 'darwin':
      return new Mac();
    case 'win32':
      return new Windows();
    default:
      return {
        look: () => Promise.resolve(unseen(say('nothing is known of {platform}', { platform: process.platform }))),
        watch: () => undefined,
        close: () => undefined,
      };
  }
}
