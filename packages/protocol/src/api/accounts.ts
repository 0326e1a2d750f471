import { z } from 'zod';
import { Account, Email, LibrarySummary, NewAccount, ServerInfo, SessionInfo } from '../accounts.ts';
import { Empty, type Route } from './route.ts';

/** The server itself, accounts, and browsers that sign in. */
export const ACCOUNT_ROUTES = {
  server: {
    method: 'GET',
    path: '/api/v1/server',
    auth: 'none',
    summary: 'What this server is, and which protocol it speaks',
    response: ServerInfo,
  },
  createAccount: {
    method: 'POST',
    path: '/api/v1/accounts',
    auth: 'none',
    summary: 'Create an account; the first one needs the setup token',
    body: NewAccount,
    response: z.object({ account: Account, library: LibrarySummary }),
  },
  signIn: {
    method: 'POST',
    path: '/api/v1/session',
    auth: 'none',
    summary: 'Sign a browser in; the answer sets its cookie',
    body: z.object({ email: Email, password: z.string().max(256) }),
    response: SessionInfo,
  },
  session: { method: 'GET', path: '/api/v1/session', auth: 'account', summary: 'Who is signed in, and the library', response: SessionInfo },
  checkPassword: {
    method: 'POST',
    path: '/api/v1/session/password',
    auth: 'account',
    summary: 'Whether the password is right: asked again of who is signed in, before hidden photos are shown',
    body: z.object({ password: z.string().max(256) }),
    response: Empty,
  },
  signOut: { method: 'DELETE', path: '/api/v1/session', auth: 'account', summary: 'Sign this browser out', response: Empty },
} as const satisfies Record<string, Route>;
