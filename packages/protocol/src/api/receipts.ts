import { z } from 'zod';
import { Hash, Id } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { DeviceClaim, ReceiptKey, SignedReceipt } from '../receipts.ts';
import { RollCallLine } from '../roll.ts';
import { Empty, type Route } from './route.ts';

/** What the server found of one line, when it read the stored bytes. */
export const PROVEN = ['stored', 'missing', 'damaged', 'not-in-library', 'trashed'] as const;

/** A device may be erased: the server reads its own copy of all that is on it, and signs what it read. */
export const RECEIPT_ROUTES = {
  beginProof: {
    method: 'POST',
    path: '/api/v1/device/proofs',
    auth: 'device',
    summary: 'Begin the proof that all on this device is in the cloud; the one that was begun before is dropped',
    body: Empty,
    response: z.object({ proofId: Id }),
  },
  proveLines: {
    method: 'POST',
    path: '/api/v1/device/proofs/:proofId/lines',
    auth: 'device',
    summary: 'What is on this device, some of it; the server reads its stored bytes of each again, now',
    params: z.object({ proofId: Id }),
    body: z.object({ lines: z.array(RollCallLine).min(1).max(LIMITS.rollCallLines) }),
    /** In the order asked. */
    response: z.object({ found: z.array(z.object({ state: z.enum(PROVEN), hash: Hash.nullable() })) }),
  },
  sealProof: {
    method: 'POST',
    path: '/api/v1/device/proofs/:proofId/seal',
    auth: 'device',
    summary: 'That was all; where the server read all of it and has it still, it signs a receipt, and keeps it',
    params: z.object({ proofId: Id }),
    body: z.object({
      /** SHA-256 over the sorted lines, each once, of the bytes as this device read them. */
      digest: Hash,
      told: DeviceClaim,
    }),
    response: SignedReceipt,
  },
  receipts: {
    method: 'GET',
    path: '/api/v1/receipts',
    auth: 'account',
    summary: 'The last receipts of all devices of the library, also of those that are gone; the newest first',
    response: z.object({ receipts: z.array(SignedReceipt).max(LIMITS.receipts) }),
  },
  receiptKeys: {
    method: 'GET',
    path: '/api/v1/receipt-keys',
    auth: 'none',
    summary: 'The public keys of the receipts of this server, the one in use first',
    response: z.object({ keys: z.array(ReceiptKey) }),
  },
} as const satisfies Record<string, Route>;
