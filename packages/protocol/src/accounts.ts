import { z } from 'zod';
import { DeviceAbout, RollCallReceipt } from './about.ts';
import { tellBrowserName } from './browser-name.ts';
import { Closing } from './closing.ts';
import { Id } from './ids.ts';
import { message } from './language.ts';
import { CountsTold, Lost, ReasonCount } from './roll.ts';
import { toldWords } from './told-words.ts';

export const Email = z.email().max(254);
export const Password = z.string().min(8, message('at least 8 characters')).max(256);
export const PersonName = z.string().trim().min(1).max(100);
export const DeviceName = z.string().trim().min(1).max(100);
/** The same as it is told: a browser’s, which the server gave, in the language of who reads it. */
export const ToldDeviceName = DeviceName.overwrite(tellBrowserName);

export const Account = z.object({ id: z.string(), email: Email, name: PersonName, owner: z.boolean() });
export type Account = z.infer<typeof Account>;

export const LibrarySummary = z.object({
  id: Id,
  /** Live photos and videos; those in Recently Deleted are not among them. */
  assets: z.number().int().nonnegative(),
  trashed: z.number().int().nonnegative(),
  /** All bytes that count: live, Recently Deleted, versions. */
  bytes: z.number().int().nonnegative(),
  /** Set aside for uploads that run, or wait to be committed. */
  reserved: z.number().int().nonnegative(),
  quota: z.number().int().nonnegative(),
});
export type LibrarySummary = z.infer<typeof LibrarySummary>;

export const DeviceKind = z.enum(['folder', 'browser', 'phone']);
export type DeviceKind = z.infer<typeof DeviceKind>;
/** A device of which the server heard nothing for `LIMITS.silentAfter` of time that it saw pass. */
export const Silence = z.object({
  /** When it was last heard from; server's clock, milliseconds since 1970. */
  since: z.number(),
  /** Photos that were there and not in the cloud when it was last heard from; null: it never told what it holds. */
  notSafe: z.number().int().nonnegative().nullable(),
});
export type Silence = z.infer<typeof Silence>;
export const Device = z.object({
  id: Id,
  name: ToldDeviceName,
  kind: DeviceKind,
  /** How it sends, where it is an app that knows nothing of Rollcall and only brings photos (its kind is `phone`); absent: it is a device of Rollcall. */
  app: z.literal('webdav').optional(),
  platform: z.string().max(100),
  version: z.string().max(50),
  createdAt: z.number(),
  /** Server's clock; null: never. */
  lastSeenAt: z.number().nullable(),
  /** Where it last asked from, as the server saw it; null: not known. */
  address: z.string().max(100).nullable().default(null),
  /** Listening for pokes now. */
  connected: z.boolean(),
  /**
   * Since when it, which listened, does not answer, or listens no more; server's clock. Null: it is there, or spoke since, or was not heard
   * since the server began.
   */
  goneAt: z.number().nullable().default(null),
  /** Null: it was heard from lately, or holds nothing, as a browser. */
  silent: Silence.nullable().default(null),
  /** The device that asks. */
  self: z.boolean(),
  /** What the device last told of itself; null when it has told nothing (a browser holds nothing). */
  roll: z
    .object({
      counts: CountsTold,
      incoming: z.number().int(),
      pendingRemovals: z.number().int(),
      reasons: z.array(ReasonCount),
      upToDate: z.boolean(),
      lost: Lost.optional(),
      reportedAt: z.number(),
      /** As it told last; absent: it does not tell of it. */
      about: DeviceAbout.optional(),
      /** What came of the last roll call it was asked for, and when that was heard; server's clock. */
      receipt: z.object({ ...RollCallReceipt.shape, heardAt: z.number() }).optional(),
    })
    .nullable(),
});
export type Device = z.infer<typeof Device>;

export const ServerInfo = z.object({
  name: z.literal('rollcall'),
  version: z.string(),
  protocol: z.number().int(),
  minSupported: z.number().int(),
  epoch: z.string(),
  /** No account yet: the first visit creates the owner's, with the setup token. */
  setupNeeded: z.boolean(),
  /** An account can be made from where the request came. */
  registrationOpen: z.boolean(),
  /** The server's clock, milliseconds since 1970. */
  time: z.number(),
});
export type ServerInfo = z.infer<typeof ServerInfo>;

export const NewAccount = z.object({
  email: Email,
  name: PersonName.optional(),
  password: Password,
  setupToken: z.string().max(200).optional(),
  /** Bytes; what the server gives otherwise is DEFAULT_QUOTA. */
  quota: z.number().int().nonnegative().optional(),
});

export const LinkRequest = z.object({
  email: Email,
  password: z.string().max(256),
  name: DeviceName,
  kind: DeviceKind,
  platform: z.string().max(100),
  version: z.string().max(50),
});
/** `token` is told once; the server keeps only its hash. */
export const LinkResponse = z.object({ deviceId: Id, token: z.string(), account: Account, library: LibrarySummary });

/** `attempt` is minted by the copy, so that a repeat after a lost answer makes no third device. */
export const ForkRequest = z.object({ attempt: Id });
/** A copy's own identity; its name tells the two apart. `token` is told once. */
export const ForkResponse = z.object({ deviceId: Id, token: z.string(), name: DeviceName });

/** Something that the server makes pictures with, and that is not installed there. */
export const MissingTool = z.object({
  tool: z.string().max(50),
  /** What cannot be done without it, in a person's words. */
  words: toldWords(500),
  /** What installs it there; null: not known. */
  command: z.string().max(200).nullable(),
});
export type MissingTool = z.infer<typeof MissingTool>;

export const SessionInfo = z.object({
  account: Account,
  library: LibrarySummary,
  deviceId: Id,
  /** What pictures are not made for want of; a server before this said nothing of it. */
  missingTools: z.array(MissingTool).max(20).default([]),
  /** The account closes; null: it stays. */
  closing: Closing.nullable().default(null),
});
