import { CODE_LASTS, INTERVAL } from '../accounts/codes.ts';
import { say, type AskingDevice } from '@rollcall/protocol';
import type { Asker } from '../context.ts';
import { Refused } from '../refused.ts';
import { roomForDevice } from './account-handlers.ts';
import type { Handlers, RouteContext } from './handlers.ts';
import { addressOf } from './origin.ts';

type CodeRoutes = 'askDeviceCode' | 'deviceCodeToken' | 'deviceCode' | 'approveDeviceCode' | 'denyDeviceCode';

/** Sign-in of a device by a short code (RFC 8628). */
export function codeHandlers(context: RouteContext): Pick<Handlers, CodeRoutes> {
  const { accounts, libraries, attempts, pokes } = context;
  const { codes } = accounts;

  /** The device behind what a person typed. Guessing is limited, also so that nobody lets a stranger's device into their own library. */
  const asking = (asker: Asker, typed: string): AskingDevice => {
    if (asker.kind !== 'browser') throw new Refused('forbidden', say('A device is let in by a person, in a browser.'));
    const attempt = attempts.begin(`account ${asker.account.id}`, 'code', 'codes');
    const device = codes.find(typed);
    if (!device) throw gone();
    attempt.right();
    return device;
  };

  return {
    async askDeviceCode({ body, request }) {
      const asked = await codes.ask(body, addressOf(request));
      return { ...asked, verificationPath: '/link', expiresIn: CODE_LASTS / 1000, interval: INTERVAL };
    },

    async deviceCodeToken({ body }) {
      const polled = await codes.poll(body.deviceCode);
      if (polled.standing !== 'approved') return polled;
      const { deviceId, token, accountId, libraryId } = polled;
      const account = accounts.accountById(accountId);
      if (!account) return { standing: 'expired' };
      pokes.devices(libraryId);
      return { standing: 'approved', deviceId, token, account, library: await libraries.summary(libraryId) };
    },

    deviceCode: async ({ asker, params }) => asking(asker, params.userCode),

    async approveDeviceCode({ asker, params }) {
      asking(asker, params.userCode);
      roomForDevice(context, asker.account.id);
      if (!(await codes.approve(params.userCode, asker.account.id, asker.libraryId))) throw gone();
      return {};
    },

    async denyDeviceCode({ asker, params }) {
      asking(asker, params.userCode);
      if (!(await codes.deny(params.userCode))) throw gone();
      return {};
    },
  };
}

function gone(): Refused {
  return new Refused('not-found', say('No device waits with this code. It may be mistyped, used already, or older than ten minutes.'));
}
