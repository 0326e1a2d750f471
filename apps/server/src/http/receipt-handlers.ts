import { say } from '@rollcall/protocol';
import { Refused } from '../refused.ts';
import type { Handlers, RouteContext } from './handlers.ts';

type ReceiptRoutes = 'beginProof' | 'proveLines' | 'sealProof' | 'receipts' | 'receiptKeys';

export function receiptHandlers({ proofs, receipts, accounts, pokes }: RouteContext): Pick<Handlers, ReceiptRoutes> {
  return {
    beginProof: async ({ asker }) => ({ proofId: proofs.begin(asker) }),

    proveLines: async ({ asker, params, body }) => ({ found: await proofs.add(asker, params.proofId, body.lines) }),

    async sealProof({ asker, params, body }) {
      const device = accounts.devices.get(asker.deviceId);
      if (!device) throw new Refused('device-revoked', say('This device is not linked any more.'));
      const signed = await proofs.seal({ ...asker, device: device.name }, params.proofId, body);
      pokes.devices(asker.libraryId);
      return signed;
    },

    receipts: async ({ asker }) => ({ receipts: receipts.of(asker.libraryId) }),

    receiptKeys: async () => ({ keys: await receipts.keys() }),
  };
}
