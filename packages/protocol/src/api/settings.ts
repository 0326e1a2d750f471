import { z } from 'zod';
import { SettingValues } from '../about.ts';
import type { Route } from './route.ts';

const Defaults = z.object({ values: SettingValues });

/** What an account sets for all its devices. */
export const SETTING_ROUTES = {
  defaultSettings: {
    method: 'GET',
    path: '/api/v1/settings',
    auth: 'account',
    summary: 'What holds on every device of the account for settings that were not chosen there; only what was chosen for the account',
    response: Defaults,
  },
  setDefaultSettings: {
    method: 'PATCH',
    path: '/api/v1/settings',
    auth: 'account',
    summary: 'Change some of them, from a browser; the value “default” takes a choice back',
    body: z.object({ values: SettingValues }),
    response: Defaults,
  },
} as const satisfies Record<string, Route>;
