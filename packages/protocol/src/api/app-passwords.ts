import { z } from 'zod';
import { DeviceName, Email } from '../accounts.ts';
import { Id } from '../ids.ts';
import type { Route } from './route.ts';

/** Passwords for apps that only bring photos, over WebDAV. Each is a device of the account, told of and taken away like the others. */
export const APP_PASSWORD_ROUTES = {
  createAppPassword: {
    method: 'POST',
    path: '/api/v1/app-passwords',
    auth: 'account',
    summary: 'Make a password with which an app brings photos over WebDAV; the account’s own password is asked again. It is told once',
    body: z.object({
      /** Of the app, as the person calls it. */
      name: DeviceName,
      password: z.string().max(256).optional(),
    }),
    response: z.object({
      deviceId: Id,
      /** What the app is to give as its user. */
      user: Email,
      password: z.string(),
      /** Below the server’s address. */
      path: z.string(),
    }),
  },
} as const satisfies Record<string, Route>;
