import { z } from 'zod';
import { Email } from '../accounts.ts';
import { Closing, ClosingTold } from '../closing.ts';
import { Empty, type Route } from './route.ts';

/** Closing an account, and keeping it. */
export const CLOSING_ROUTES = {
  closing: {
    method: 'GET',
    path: '/api/v1/closing',
    auth: 'account',
    summary: 'Whether the account closes and when, and which photos no device has in full',
    response: ClosingTold,
  },
  closeAccount: {
    method: 'POST',
    path: '/api/v1/closing',
    auth: 'account',
    summary: 'Close the account after 30 days of grace; the password is asked again. Asking again changes nothing',
    body: z.object({
      password: z.string().max(256).optional(),
      /** Typed again by who closes it from a device. */
      email: Email.optional(),
    }),
    response: z.object({ closing: Closing }),
  },
  keepAccount: {
    method: 'DELETE',
    path: '/api/v1/closing',
    auth: 'account',
    summary: 'Keep the account that was to be closed. Asking again changes nothing',
    response: Empty,
  },
} as const satisfies Record<string, Route>;
