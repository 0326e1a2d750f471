import { say } from '@rollcall/protocol';
import { forkDevice, forkId } from '../accounts/fork.ts';
import { Refused } from '../refused.ts';
import { DEVICES } from '../accounts/devices.ts';
import type { Handlers, RouteContext } from './handlers.ts';

/** A copy of a device, as when a computer was restored from another one’s backup, gets an identity of its own. */
export function forkHandlers({ accounts, clock, database, pokes, write }: RouteContext): Pick<Handlers, 'forkDevice'> {
  return {
    async forkDevice({ asker, body }) {
      const forked = await write(() => {
        const from = accounts.devices.get(asker.deviceId);
        if (!from) throw new Error(`the device ${asker.deviceId} is signed in, but not known`);
        const id = forkId(asker.account.id, body.attempt);
        const known = accounts.devices.get(id) !== undefined;
        if (!known && accounts.devices.of(asker.account.id).length >= DEVICES)
          throw new Refused(
            'forbidden',
            say('An account can have {most} devices. Take the access of one away first.', { most: String(DEVICES) }),
          );
        return forkDevice(database, from, id, clock.now());
      });
      if (!forked) throw new Refused('bad-request', say('The device of this attempt is in use already. Ask again with a new one.'));
      pokes.devices(asker.libraryId);
      return forked;
    },
  };
}
