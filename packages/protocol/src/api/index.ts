import { ACCOUNT_ROUTES } from './accounts.ts';
import { APP_PASSWORD_ROUTES } from './app-passwords.ts';
import { CLOSING_ROUTES } from './closing.ts';
import { DEVICE_CODE_ROUTES } from './device-codes.ts';
import { DEVICE_ROUTES } from './devices.ts';
import { EDIT_ROUTES } from './edits.ts';
import { LIBRARY_ROUTES } from './library.ts';
import { ORDER_ROUTES } from './orders.ts';
import { PLAN_ROUTES } from './plans.ts';
import { RECEIPT_ROUTES } from './receipts.ts';
import type { Route } from './route.ts';
import { SETTING_ROUTES } from './settings.ts';
import { SPACE_ROUTES } from './space.ts';
import { TOWN_ROUTES } from './towns.ts';
import { UPLOAD_ROUTES } from './uploads.ts';

export type { Route, RouteAuth } from './route.ts';

/**
 * Every JSON route of the API: the server serves these, the client calls these, the OpenAPI document lists these.
 * Bytes (uploads, downloads, renditions) and the stream of pokes are in `bytes.ts`.
 */
export const API = {
  ...ACCOUNT_ROUTES,
  ...APP_PASSWORD_ROUTES,
  ...CLOSING_ROUTES,
  ...DEVICE_CODE_ROUTES,
  ...DEVICE_ROUTES,
  ...EDIT_ROUTES,
  ...LIBRARY_ROUTES,
  ...ORDER_ROUTES,
  ...PLAN_ROUTES,
  ...RECEIPT_ROUTES,
  ...SETTING_ROUTES,
  ...SPACE_ROUTES,
  ...TOWN_ROUTES,
  ...UPLOAD_ROUTES,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof API;
