import { z } from 'zod';
import { Account, DeviceKind, DeviceName, LibrarySummary } from './accounts.ts';
import { Id } from './ids.ts';

/**
 * Sign-in of a device by a short code that a person approves in a browser: the device authorization grant of RFC 8628, in our JSON.
 * Letters of a code: no vowels, so that no word comes about, and none that is taken for a digit (RFC 8628 section 6.1).
 */
export const CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const CODE_LENGTH = 8;
const LETTERS_ONLY = new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`);

/** As it is shown: `ABCD-EFGH`. */
export function showCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

/** The code that was typed, whatever its case, spaces and hyphens; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s–-]/g, '');
  return LETTERS_ONLY.test(code) ? code : null;
}

/** The code of random bytes, evenly: bytes beyond the last whole multiple of the alphabet are passed over. Null: too few bytes. */
export function codeOf(random: Uint8Array): string | null {
  const even = 256 - (256 % CODE_LETTERS.length);
  const letters = Array.from(random)
    .filter((byte) => byte < even)
    .slice(0, CODE_LENGTH)
    .map((byte) => CODE_LETTERS.charAt(byte % CODE_LETTERS.length));
  return letters.length === CODE_LENGTH ? letters.join('') : null;
}

/** What a device tells of itself before anybody has said whose it is. */
export const CodeRequest = z.object({
  name: DeviceName,
  kind: DeviceKind.exclude(['browser']),
  platform: z.string().max(100),
  version: z.string().max(50),
});
export type CodeRequest = z.infer<typeof CodeRequest>;

/** Times in seconds, as RFC 8628 section 3.2 has them. */
export const CodeGiven = z.object({
  /** Secret: whoever has it gets the device's token. */
  deviceCode: z.string(),
  /** What the person types, as it is shown. */
  userCode: z.string(),
  /** Page of the web app, below the server's address, where it is typed. */
  verificationPath: z.string(),
  expiresIn: z.number().int().positive(),
  /** The pause between two questions for the token. */
  interval: z.number().int().positive(),
});
export type CodeGiven = z.infer<typeof CodeGiven>;

/** Where a code stands (RFC 8628 section 3.5). `slow-down`: asked too soon; the pause is `interval` seconds from now on. */
export const CodeStanding = z.discriminatedUnion('standing', [
  z.object({ standing: z.literal('pending'), interval: z.number().int().positive() }),
  z.object({ standing: z.literal('slow-down'), interval: z.number().int().positive() }),
  z.object({ standing: z.literal('denied') }),
  z.object({ standing: z.literal('expired') }),
  /** The same code asked again gives the same device and token, so that an answer that was lost costs nothing. */
  z.object({ standing: z.literal('approved'), deviceId: Id, token: z.string(), account: Account, library: LibrarySummary }),
]);
export type CodeStanding = z.infer<typeof CodeStanding>;

/** What a person sees before approving. */
export const AskingDevice = z.object({
  name: DeviceName,
  kind: DeviceKind,
  platform: z.string().max(100),
  version: z.string().max(50),
  /** Where the device asked from, as the server saw it. */
  address: z.string().max(100),
  /** Server's clock, milliseconds since 1970. */
  askedAt: z.number(),
  expiresAt: z.number(),
});
export type AskingDevice = z.infer<typeof AskingDevice>;
