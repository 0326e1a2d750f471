import { z } from 'zod';

/** A library that is to end on a day, unless its person keeps it. */
export const Closing = z.object({
  /**
   * When it ends, as far as is known now; server's clock, milliseconds since 1970. Only time that the server sees pass counts: the day
   * moves away while the server is off, and never comes nearer.
   */
  on: z.number(),
  /** When that was asked for; server's clock. */
  askedAt: z.number(),
});
export type Closing = z.infer<typeof Closing>;

/** Photos that no device has in full: they would go with the library. */
export const OnlyInCloud = z.object({
  count: z.number().int().nonnegative(),
  /** File names of some of them. */
  names: z.array(z.string().max(255)).max(10),
});
export type OnlyInCloud = z.infer<typeof OnlyInCloud>;

/** What a person is told before an account is closed, and while it closes. */
export const ClosingTold = z.object({
  /** Null: it stays. */
  closing: Closing.nullable(),
  onlyInCloud: OnlyInCloud,
  /** Whether it can be closed; `last-owner`: others are on this server, and nobody else owns it; `alone`: nobody is left on the server then. */
  standing: z.enum(['free', 'alone', 'last-owner']),
});
export type ClosingTold = z.infer<typeof ClosingTold>;
